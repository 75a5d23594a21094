"""The field for a passphrase: completes words of the public list, can be hidden, and notices Caps Lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.icons import icon, pixmap
from ui.theme import Role
from ui.widgets.buttons import ADD, button, set_button_text
from ui.widgets.labels import Words, restyle
from ui.widgets.layouts import column, holder, row
from ui.widgets.named import set_named

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from ui.theme import Theme
    from ui.widgets.suggestions import Suggestions
    from vpjournal.domain.language import Texts

# ruff: noqa: PLC0415 - the constants of Qt are imported within functions: see ``ui.widgets.named``

Complete = Callable[[str], tuple[str, ...]]
"""Returns the words of the list that begin with some letters, the likeliest first."""

_SUGGESTIONS = 3
_AT_LEAST = 2
_WORDS = 6
_LIMIT = 1 << 21


class PassphraseField(QWidget):
    """A labelled field for a passphrase. ``text`` is what was typed; nothing else ever shows it."""

    submitted = Signal()
    edited = Signal()
    shown_changed = Signal(bool)
    """The adviser made the passphrase readable, or hid it."""

    def __init__(
        self, label: str, *, theme: Theme, texts: Texts, complete: Complete | None, shown: bool = True
    ) -> None:
        super().__init__()
        self._t = texts
        self._theme = theme
        self._edit = _Edit(complete=complete, theme=theme)
        self._edit.setAccessibleName(label)
        self._label = Words(label, theme=theme, role=Role.GROUP)
        self._label.setBuddy(self._edit)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.hide()
        self._toggle = button("", theme=theme, kind=ADD, on_click=self._on_toggle_clicked)
        self._build_ui()
        self._edit.returnPressed.connect(self._edit.hide_suggestions)
        self._edit.returnPressed.connect(self.submitted)
        self._edit.textEdited.connect(lambda _text: self._on_edited())
        self._edit.caps_lock_seen.connect(self._caps.setVisible)
        self.setFocusProxy(self._edit)
        self._set_shown(shown)

    def _build_ui(self) -> None:
        self._caps = self._caps_hint()
        self._caps.hide()
        top = row(self._label, self._caps)
        top.setStretch(0, 1)
        self._edit.setLayout(row(None, self._toggle, margins=(0, 0, 8, 0)))
        self.setLayout(column(top, self._fault, self._edit))

    def _caps_hint(self) -> QWidget:
        arrow = QLabel()
        side = self._theme.px(18)
        arrow.setPixmap(pixmap("arrow-big-up", self._theme.tokens.notice, side, ratio=self.devicePixelRatioF()))
        words = Words(self._t("Caps Lock staat aan"), theme=self._theme, role=Role.CAPTION, tone="notice")
        words.setWordWrap(False)
        return holder(row(arrow, words, spacing=6))

    @property
    def text(self) -> str:
        """What was typed, without the space that completing a word put behind it for the next one."""
        return self._edit.typed()

    @property
    def edit(self) -> QLineEdit:
        """The line that is typed in."""
        return self._edit

    @property
    def is_shown(self) -> bool:
        """Tell whether the passphrase can be read."""
        return self._edit.echoMode() is QLineEdit.EchoMode.Normal

    @property
    def fault(self) -> str:
        """The sentence that says what is wrong, or ``""``."""
        return "" if self._fault.isHidden() else self._fault.text()

    def set_text(self, text: str) -> None:
        """Put a text in the field, as after the page was made again."""
        self._edit.setText(text)

    def set_fault(self, sentence: str | None) -> None:
        """Say what is wrong, or with ``None`` that nothing is."""
        self._fault.setText(sentence or "")
        self._fault.setVisible(sentence is not None)
        self._edit.setAccessibleDescription(sentence or "")
        if bool(self._edit.property("fault")) != (sentence is not None):
            self._edit.setProperty("fault", sentence is not None)
            restyle(self._edit)

    def _on_edited(self) -> None:
        self.set_fault(None)
        self.edited.emit()

    def _on_toggle_clicked(self) -> None:
        self._set_shown(not self.is_shown)
        self._edit.setFocus()
        self.shown_changed.emit(self.is_shown)

    def _set_shown(self, shown: bool) -> None:  # noqa: FBT001 - a setter of one fact
        self._edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._edit.hide_suggestions()
        set_button_text(self._toggle, self._t("Verbergen") if shown else self._t("Tonen"))
        self._toggle.setIcon(icon("eye-off" if shown else "eye", self._theme.tokens.accent, self._theme.px(18)))
        self._toggle.setIconSize(QSize(self._theme.px(18), self._theme.px(18)))
        self._edit.setTextMargins(4, 0, self._toggle.sizeHint().width() + 8, 0)


class _Edit(QLineEdit):
    """Looks at the word under the cursor and offers what it may become."""

    caps_lock_seen = Signal(bool)

    def __init__(self, *, complete: Complete | None, theme: Theme) -> None:
        super().__init__()
        self._complete = complete
        self._completed: str | None = None
        self._theme = theme
        self._made_popup: Suggestions | None = None
        self.setMaxLength(_LIMIT)
        self.setProperty("kind", "passphrase")
        set_named(self, inputMethodHints="ImhSensitiveData|ImhNoPredictiveText|ImhNoAutoUppercase")
        self.textEdited.connect(lambda _text: self._offer())

    def typed(self) -> str:
        """Return the text, without a space at its end that nobody typed."""
        return self.text().removesuffix(" ") if self.text() == self._completed else self.text()

    def hide_suggestions(self) -> None:
        """Take the list of words away."""
        if self._made_popup is not None:
            self._made_popup.hide()

    @property
    def _popup(self) -> Suggestions:
        if self._made_popup is None:
            # Before anything was typed there is nothing to offer, and the first window does without.
            from ui.widgets.suggestions import Suggestions

            self._made_popup = popup = Suggestions(theme=self._theme)
            popup.itemClicked.connect(lambda _item: self._accept())
            self.destroyed.connect(popup.deleteLater)
        return self._made_popup

    @property
    def _offers(self) -> bool:
        return self._made_popup is not None and self._made_popup.isVisible()

    def _begun_word(self) -> str:
        before = self.text()[: self.cursorPosition()]
        at_end = self.cursorPosition() == len(self.text())
        return before.split(" ")[-1] if at_end else ""

    def _offer(self) -> None:
        """Show what the word under the cursor may become."""
        begun = self._begun_word()
        readable = self.echoMode() is QLineEdit.EchoMode.Normal
        words: tuple[str, ...] = ()
        if self._complete is not None and readable and len(begun) >= _AT_LEAST:
            words = self._complete(begun)[:_SUGGESTIONS]
        if not words or words == (begun,):
            self.hide_suggestions()
            return
        self._popup.offer(words, at=self._below_word(begun), window=self.window())

    def _below_word(self, begun: str) -> QPoint:
        cursor = self.cursorRect()
        left = cursor.center().x() - self.fontMetrics().horizontalAdvance(begun) - 16
        return self.mapTo(self.window(), QPoint(max(left, 0), self.height() + 6))

    def _accept(self) -> None:
        kept = self.text()[: len(self.text()) - len(self._begun_word())]
        count = len(kept.split()) + 1
        self.setText(kept + self._popup.currentItem().text() + (" " if count < _WORDS else ""))
        self._completed = self.text()
        self.hide_suggestions()
        self.textEdited.emit(self.text())
        self.setFocus()

    def _watch_caps_lock(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_lock_seen.emit(False)  # noqa: FBT003 - which way it went shows at the next letter
        letter = event.text()
        if len(letter) == 1 and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() is not shift)

    def _goes_through_words(self, event: QKeyEvent) -> bool:
        from PySide6.QtCore import Qt

        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
            return True
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        # What Tab does, without looking at every event there is.
        if forward and self._offers and self.isVisible():
            self._accept()
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._watch_caps_lock(event)
        if not self._offers or not self._goes_through_words(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.hide_suggestions()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.hide_suggestions()
        super().resizeEvent(event)
