"""The password of a file: proposed in words that can be told by telephone, or an own one, or knowingly none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from ui.dialogs.ask import Question
from ui.platform.clipboard import copy_for_a_while
from ui.theme import Role
from ui.widgets.buttons import LINK, button
from ui.widgets.field import Field, line_edit
from ui.widgets.labels import Caption, Words
from ui.widgets.layouts import column, flow, holder
from ui.widgets.tick_list import TickRow
from vpjournal.domain.papers import can_be_password
from vpjournal.domain.passphrase import Strength, judge

if TYPE_CHECKING:
    from ui.navigation import PageContext
    from vpjournal.domain.passphrase import Judgement

_LEAST = 10
_MOST = 100
_PAUSE = 300


class PasswordPart(QWidget):
    """``password`` is what the file will open with; an empty one leaves it open to whoever finds it."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._t, self._theme = context.texts, context.theme
        self._proposed = ""
        self._turn: object = None
        self._own_chosen = False
        self._asks_before_off = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._judge)
        self._build_ui()

    def _build_ui(self) -> None:
        t, theme = self._t, self._theme
        self._tick = TickRow(t("Met een wachtwoord"), theme=theme)
        self._tick.box.setObjectName("passwordBox")
        self._tick.toggled.connect(self._on_tick_toggled)
        self._open = Caption(t("Zonder wachtwoord kan iedereen die het bestand vindt, het lezen."), theme=theme)
        tell = Caption(
            t(
                "Geef het wachtwoord los van het bestand, bijvoorbeeld door de telefoon. Schrijf het nu op: "
                "het wordt nergens bewaard."
            ),
            theme=theme,
        )
        self._kinds = (self._proposal(), self._own_part())
        self._with = holder(column(*self._kinds, tell, spacing=12))
        self.setLayout(column(self._tick, self._open, self._with, spacing=12))

    def _proposal(self) -> QWidget:
        t, theme = self._t, self._theme
        self._words = Words(theme=theme, role=Role.PANEL)
        self._words.setObjectName("passwordWords")
        # Five words with hyphens are one word to a layout; they may be broken at any of these.
        self._words.setMinimumWidth(1)
        copy = button(t("Kopieer"), theme=theme, icon_name="copy", small=True, on_click=self._on_copy)
        copy.setObjectName("copyPasswordButton")
        others = button(t("Andere woorden"), theme=theme, kind=LINK, on_click=self._propose)
        others.setObjectName("otherPasswordButton")
        own = button(t("Zelf kiezen"), theme=theme, kind=LINK, on_click=lambda: self._choose_own(own=True))
        own.setObjectName("ownPasswordButton")
        self._copied = Caption(theme=theme)
        self._copied.setObjectName("copiedWords")
        self._copied.hide()
        box = holder(column(self._words, margins=(16, 12, 16, 12)), panel="soft")
        return holder(column(box, flow(copy, others, own, spacing=16), self._copied))

    def _own_part(self) -> QWidget:
        t, theme = self._t, self._theme
        self._own = line_edit(limit=_MOST)
        self._own.setObjectName("ownPasswordField")
        self._own.setValidator(_OpensEverywhere(self._own))
        self._own.textEdited.connect(lambda _text: self._on_own_edited())
        self._field = Field(t("Eigen wachtwoord"), self._own, theme=theme)
        self._verdict = Caption(theme=theme)
        self._verdict.setObjectName("passwordVerdict")
        self._verdict.hide()
        back = button(
            t("Toch de voorgestelde woorden"), theme=theme, kind=LINK, on_click=lambda: self._choose_own(own=False)
        )
        back.setObjectName("proposedPasswordButton")
        return holder(column(self._field, self._verdict, back))

    def begin(self, *, on: bool) -> None:
        """Propose a new password; ``on`` when it is wanted unless the adviser says otherwise."""
        self.forget()
        self._asks_before_off = on
        self._set_ticked(on=on)
        self._choose_own(own=False)
        self._show()
        self._propose()

    def forget(self) -> None:
        """Let go of what was proposed and typed."""
        self._turn = None
        self._set_proposed("")
        self._own.clear()
        self._verdict.hide()
        self._field.set_fault(None)

    @property
    def password(self) -> str:
        """What the file will open with, or ``""``."""
        if not self._tick.box.isChecked():
            return ""
        return self._own.text() if self._own_chosen else self._proposed

    def is_ready(self) -> bool:
        """Tell whether saving can go on; if not, the field says why."""
        if not self._tick.box.isChecked():
            return True
        if self._own_chosen and len(self._own.text()) < _LEAST:
            self._field.set_fault(self._t("Neem ten minste {n} tekens.", n=_LEAST))
            self._own.setFocus()
            return False
        return bool(self.password)

    def _propose(self) -> None:
        """Ask for other words; until they are there, none can be written down, and nothing can be saved under any."""
        turn = self._turn = object()
        self._set_proposed("")
        self._context.operations.compute(
            _proposed, done=lambda words: self._set_proposed(words) if turn is self._turn else None, initiator=self
        )

    def _set_proposed(self, password: str) -> None:
        self._proposed = password
        self._words.setText(password)
        self._copied.hide()
        self.changed.emit()

    def _on_copy(self) -> None:
        if not self._proposed:
            return
        copy_for_a_while(self._proposed)
        self._copied.setText(self._t("Gekopieerd. Na een minuut kunt u het niet meer plakken."))
        self._copied.show()

    def _choose_own(self, *, own: bool) -> None:
        self._own_chosen = own
        for part, on in zip(self._kinds, (not own, own), strict=True):
            part.setVisible(on)
        if own:
            self._own.setFocus()
        self.changed.emit()

    def _on_own_edited(self) -> None:
        self._field.set_fault(None)
        self._verdict.hide()
        self._pause.start()
        self.changed.emit()

    def _judge(self) -> None:
        text = self._own.text()
        if len(text) >= _LEAST:
            self._context.operations.compute(
                lambda: judge(text), done=lambda judged: self._on_judged(text, judged), initiator=self
            )

    def _on_judged(self, text: str, judged: Judgement) -> None:
        if text == self._own.text():
            weak = judged.strength in (Strength.TOO_WEAK, Strength.WEAK)
            easy = self._t("Dit is makkelijk te raden. Het mag; een paar woorden erbij is beter.")
            self._verdict.setText(easy if weak else self._t("Dit is een goed wachtwoord."))
            self._verdict.show()

    def _on_tick_toggled(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal
        if on or not self._asks_before_off:
            self._show()
            return
        self._set_ticked(on=True)
        question = Question(
            self._t("Zonder wachtwoord bewaren?"),
            accept=self._t("Zonder wachtwoord"),
            decline=self._t("Met wachtwoord"),
            detail=self._t("Dit blad is voor een ander. Wie het bestand vindt, kan het dan lezen."),
        )
        self._context.asker.ask(question, on_accept=self._switch_off)

    def _switch_off(self) -> None:
        self._set_ticked(on=False)
        self._show()

    def _set_ticked(self, *, on: bool) -> None:
        self._tick.box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._tick.box.setChecked(on)
        self._tick.box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _show(self) -> None:
        on = self._tick.box.isChecked()
        self._open.setVisible(not on)
        self._with.setVisible(on)
        self.changed.emit()


class _OpensEverywhere(QValidator):
    """Takes no more than a password of a PDF can be, as a field takes no more characters than it has room for."""

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        fits = can_be_password(text)
        return QValidator.State.Acceptable if fits else QValidator.State.Invalid, text, place


def _proposed() -> str:
    from vpjournal.journal import papers  # noqa: PLC0415 - a list of words is read

    return papers.propose_password()
