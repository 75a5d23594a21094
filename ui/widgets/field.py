"""A labelled place to type or choose: the words above it, what is wrong with it between, help below."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme import Role, Theme
from ui.widgets.labels import Caption, Words, restyle

# Qt cuts a longer text off without a word; the journal refuses one that is too long, and it stays where it is.
_FAR_TOO_LONG = 1 << 21


class Field(QWidget):
    """Wrap any editor with its label, its fault and its helper sentence, for eyes and for screen readers."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        theme: Theme,
        helper: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._helper_text = helper
        self._label = Words(label, theme=theme, role=Role.GROUP)
        self._label.setBuddy(editor)
        self._fault = Words(theme=theme, tone="notice")
        self._fault.hide()
        self._helper = Caption(helper, theme=theme)
        self._build_ui()
        # Only now: a widget without a parent that is shown is a window of its own for a moment.
        self._helper.setVisible(bool(helper))
        self._describe()
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)

    def _build_ui(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._label, self._fault, self.editor, self._helper):
            column.addWidget(part)

    @property
    def fault(self) -> str:
        """The sentence that says what is wrong, or ``""``."""
        return "" if self._fault.isHidden() else self._fault.text()

    def set_fault(self, sentence: str | None) -> None:
        """Say what is wrong with what stands in the field, or with ``None`` that nothing is."""
        self._fault.setText(sentence or "")
        self._fault.setVisible(sentence is not None)
        if bool(self.editor.property("fault")) != (sentence is not None):
            self.editor.setProperty("fault", sentence is not None)
            restyle(self.editor)
        self._describe()

    def set_label(self, label: str) -> None:
        """Change the words above the field."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def set_helper(self, helper: str) -> None:
        """Change the sentence below the field."""
        self._helper_text = helper
        self._helper.setText(helper)
        self._helper.setVisible(bool(helper))
        self._describe()

    def _describe(self) -> None:
        self.editor.setAccessibleDescription(" ".join(part for part in (self.fault, self._helper_text) if part))


def line_edit(text: str = "", *, small: bool = False, limit: int = _FAR_TOO_LONG) -> QLineEdit:
    """Return a field of one line that keeps what is typed as it is, up to ``limit`` characters."""
    edit = QLineEdit()
    edit.setMaxLength(limit)
    edit.setText(text)
    edit.setProperty("small", small)
    return edit
