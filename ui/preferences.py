"""Keeps how the program looks and where the journal lies: outside the journal, because unlocking needs it.

Nothing about a case, a place or a person is ever here: anyone who can read the disk can read this file.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, QStandardPaths, Signal

from ui.theme.tokens import TEXT_SCALES, Mode
from vpjournal.domain.language import Language

IDLE_MINUTES = (5, 12, 20, 30)
"""The choices of how long the journal stays open while nobody uses it."""
_USUAL_IDLE_MINUTES = 12


class Preferences(QObject):
    """Looks, when to lock, the journal's folder and the window's position, each written at once."""

    look_changed = Signal()
    """Language, text size or colours changed: everything on screen has to be made again."""
    shield_changed = Signal()
    """Windows are to be left out of what captures the screen, or no longer."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=True)
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language of the screen: what was chosen, else Dutch unless the laptop speaks English."""
        system = Language.ENGLISH if QLocale.system().language() is QLocale.Language.English else Language.DUTCH
        stored = self._text("language")
        return Language(stored) if stored in set(Language) else system

    @property
    def text_scale(self) -> float:
        """The text size as a factor, one of ``TEXT_SCALES``."""
        stored = self._text("text_scale")
        return next((scale for scale in TEXT_SCALES if str(scale) == stored), 1.0)

    @property
    def theme_mode(self) -> Mode:
        """The colours that were chosen."""
        stored = self._text("theme")
        return Mode(stored) if stored in set(Mode) else Mode.SYSTEM

    @property
    def journal_folder(self) -> Path | None:
        """The folder of the journal that was opened last."""
        stored = self._text("journal")
        return Path(stored) if stored else None

    @property
    def backup_folder(self) -> Path | None:
        """The folder for backups of that journal, so that they are found when it does not open."""
        stored = self._text("backups")
        return Path(stored) if stored else None

    @property
    def synced_told(self) -> Path | None:
        """The folder of the journal of which was said that a program copies it elsewhere."""
        stored = self._text("synced_told")
        return Path(stored) if stored else None

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, in Qt's own form; empty at first."""
        return QByteArray.fromBase64(self._text("geometry").encode("ascii", "ignore"))

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without a key or the mouse the journal locks, one of ``IDLE_MINUTES``."""
        stored = self._text("idle_minutes")
        return next((minutes for minutes in IDLE_MINUTES if str(minutes) == stored), _USUAL_IDLE_MINUTES)

    @property
    def show_passphrase(self) -> bool:
        """Whether the passphrase is readable while it is typed."""
        return self._text("show_passphrase") != "no"

    @property
    def shield(self) -> bool:
        """Whether windows are to be left out of screenshots, recordings and shared screens."""
        return self._text("shield") != "no"

    def set_shield(self, *, on: bool) -> None:
        """Choose whether windows are to be left out of what captures the screen."""
        self._write("shield", "yes" if on else "no")
        self.shield_changed.emit()

    def set_show_passphrase(self, *, shown: bool) -> None:
        """Remember whether the passphrase is to be readable."""
        self._write("show_passphrase", "yes" if shown else "no")

    def set_idle_minutes(self, minutes: int) -> None:
        """Choose after how many minutes the journal locks, one of ``IDLE_MINUTES``."""
        self._write("idle_minutes", str(minutes))

    def set_language(self, language: Language) -> None:
        """Choose the language of the screen."""
        self._set_look("language", language.value, changed=language is not self.language)

    def set_text_scale(self, scale: float) -> None:
        """Choose a text size, one of ``TEXT_SCALES``."""
        self._set_look("text_scale", str(scale), changed=scale != self.text_scale)

    def step_text_scale(self, steps: int) -> None:
        """Make the text larger or smaller by so many steps, within what there is."""
        index = TEXT_SCALES.index(self.text_scale) + steps
        self.set_text_scale(TEXT_SCALES[min(max(index, 0), len(TEXT_SCALES) - 1)])

    def set_theme_mode(self, mode: Mode) -> None:
        """Choose the colours."""
        self._set_look("theme", mode.value, changed=mode is not self.theme_mode)

    def set_journal_folder(self, folder: Path) -> None:
        """Remember where the journal lies."""
        if folder != self.journal_folder:
            self._write("journal", str(folder))

    def set_synced_told(self, folder: Path) -> None:
        """Remember that it was said of this folder."""
        self._write("synced_told", str(folder))

    def forget_journal(self) -> None:
        """Know of no journal any more, nor of where its backups are: it was destroyed."""
        self._write("journal", "")
        self._write("backups", "")
        self._write("synced_told", "")

    def set_backup_folder(self, folder: Path | None) -> None:
        """Remember where backups are made."""
        if folder != self.backup_folder:
            self._write("backups", "" if folder is None else str(folder))

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window stands."""
        self._write("geometry", geometry.toBase64().toStdString())

    def _set_look(self, key: str, value: str, *, changed: bool) -> None:
        self._write(key, value)
        if changed:
            self.look_changed.emit()

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _write(self, key: str, value: str) -> None:
        self._settings.setValue(key, value)
        self._settings.sync()


def preferences_path() -> Path:
    """Return the preferences file of this user."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "vpjournal" / "preferences.ini"
