"""Names everything that can be seen in the windows: widgets, rows, tabs, menu lines and painted children."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

_MOST_ROWS = 2000
_ENOUGH = 16  # Pixels of something that a person needs to see of it to click on it.
Rect = tuple[int, int, int, int]
# What a person means who says a name: first the thing that does something, then the words beside it.
_RANKS = {"field": 0, "button": 0, "row": 1, "tab": 0, "action": 0, "child": 1, "group": 3, "label": 2, "widget": 4}


@dataclass(slots=True)
class Element:
    """One thing on the screen; rectangles are global, ``seen`` is the part that is not scrolled or cut away."""

    kind: str
    names: list[str]
    text: str
    rect: QRect
    seen: QRect
    widget: QWidget
    enabled: bool
    checked: bool = False
    focused: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    def order(self, front: QWidget | None) -> tuple[bool, int, bool, int, int]:
        behind = front is not None and not _belongs_to(self.widget, front)
        return behind, _RANKS[self.kind], self.seen.isEmpty(), self.rect.y(), self.rect.x()

    def answer(self) -> dict[str, Any]:
        scroller, towards = self._scrolling()
        return {
            "kind": self.kind,
            "names": self.names,
            "text": self.text,
            "rect": _four(self.rect),
            "seen": _four(self.seen),
            "scroller": scroller,
            "towards": towards,
            "enabled": self.enabled,
            "checked": self.checked,
            "focused": self.focused,
            "covered": self._covered(),
        }

    def _scrolling(self) -> tuple[Rect | None, Rect]:
        """Return which area to scroll, and what to bring into its sight: the outermost area that hides something."""
        viewports = _viewports(self.widget)
        inner: list[QWidget | None] = [*viewports[1:], None]
        for viewport, inside in zip(viewports, inner, strict=False):
            rect = _global(inside, inside.rect()) if inside else self.rect
            seen = _seen(inside, inside.rect()) if inside else self.seen
            if seen.width() < min(rect.width(), _ENOUGH) or seen.height() < min(rect.height(), _ENOUGH):
                return _four(_seen(viewport, viewport.rect())), _four(rect)
        return None, _four(self.rect)

    def _covered(self) -> bool:
        if self.seen.isEmpty():
            return True
        there = QApplication.widgetAt(self.seen.center())
        return there is None or not (_belongs_to(there, self.widget) or _belongs_to(self.widget, there))


def front_window() -> QWidget | None:
    """Return the window that takes clicks now: a popup, else a modal dialog, else the active or newest one."""
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    windows = visible_windows()
    return front or (windows[-1] if windows else None)


def visible_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def all_elements() -> Iterator[Element]:
    """Walk through everything visible, in every window."""
    for window in visible_windows():
        for widget in [window, *window.findChildren(QWidget)]:
            if widget.isVisible():
                yield from _of_widget(widget)


def plain(text: str) -> str:
    """Return a text without mnemonics and line breaks, as a person would say it."""
    return " ".join(text.replace("&&", "\0").replace("&", "").replace("\0", "&").split())


def _four(rect: QRect) -> Rect:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _belongs_to(widget: QWidget, ancestor: QWidget) -> bool:
    return widget is ancestor or ancestor.isAncestorOf(widget)


def _viewports(widget: QWidget) -> list[QWidget]:
    """Return the viewports that can move a widget, the outermost first."""
    viewports: list[QWidget] = []
    area: QWidget | None = widget
    while area is not None:
        if isinstance(area, QAbstractScrollArea) and (
            area.verticalScrollBar().maximum() or area.horizontalScrollBar().maximum()
        ):
            viewports.insert(0, area.viewport())
        area = area.parentWidget()
    return viewports


def _global(widget: QWidget, rect: QRect) -> QRect:
    return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())


def _seen(widget: QWidget, rect: QRect) -> QRect:
    """Return the part that no parent cuts away (``visibleRegion`` would also take opaque children off)."""
    part = rect.intersected(widget.rect())
    while not widget.isWindow() and (parent := widget.parentWidget()) is not None:
        part = part.translated(widget.pos()).intersected(parent.rect())
        widget = parent
    return QRect() if part.isEmpty() else _global(widget, part)


_KINDS: tuple[tuple[str, type[QWidget], Callable[[Any], str]], ...] = (
    ("button", QAbstractButton, lambda widget: plain(widget.text())),
    ("label", QLabel, lambda widget: plain(widget.text())),
    ("field", QLineEdit, lambda widget: widget.text()),
    ("field", QTextEdit, lambda widget: widget.toPlainText()),
    ("field", QPlainTextEdit, lambda widget: widget.toPlainText()),
    ("field", QComboBox, lambda widget: widget.currentText()),
    ("field", QAbstractSpinBox, lambda widget: widget.text()),
    ("group", QGroupBox, lambda widget: plain(widget.title())),
)


def _kind_and_text(widget: QWidget) -> tuple[str, str]:
    for kind, of_class, text in _KINDS:
        if isinstance(widget, of_class):
            return kind, text(widget)
    return "widget", plain(widget.windowTitle()) if widget.isWindow() else ""


def _of_widget(widget: QWidget) -> Iterator[Element]:
    kind, text = _kind_and_text(widget)
    names = [widget.objectName(), plain(widget.accessibleName())]
    if kind == "field":
        names += [plain(label.text()) for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        names.append(plain(getattr(widget, "placeholderText", str)()))
    else:
        names.append(text)
    checked = isinstance(widget, QAbstractButton) and widget.isChecked()
    rect = widget.rect()
    if isinstance(widget, QCheckBox | QRadioButton):
        # Beside the words a click does nothing.
        rect.setWidth(min(rect.width(), widget.sizeHint().width()))
    yield Element(
        kind, [name for name in names if name], text, _global(widget, rect), _seen(widget, rect),
        widget, widget.isEnabled(), checked, widget.hasFocus(),
    )  # fmt: skip
    yield from _inside(widget)


def _inside(widget: QWidget) -> Iterator[Element]:
    """Yield what has no widget of its own."""
    match widget:
        case QAbstractItemView():
            yield from _rows(widget)
        case QTabBar():
            for i in range(widget.count()):
                yield _part("tab", widget, widget.tabText(i), widget.tabRect(i), widget.isTabEnabled(i))
        case QMenu():
            for action in widget.actions():
                yield _part("action", widget, action.text(), widget.actionGeometry(action), action.isEnabled())
        case QAbstractScrollArea() | QAbstractButton() | QLabel() | QLineEdit() | QComboBox():
            pass
        case _:
            yield from _painted(widget)


def _part(kind: str, widget: QWidget, text: str, rect: QRect, enabled: bool) -> Element:
    name = plain(text)
    return Element(kind, [name] if name else [], name, _global(widget, rect), _seen(widget, rect), widget, enabled)


def _rows(view: QAbstractItemView) -> Iterator[Element]:
    current, selection = view.currentIndex(), view.selectionModel()
    for index in _indexes(view):
        rect, viewport = view.visualRect(index), view.viewport()
        texts = [index.data(Qt.ItemDataRole.DisplayRole), index.data(Qt.ItemDataRole.AccessibleTextRole)]
        names = [plain(text) for text in texts if isinstance(text, str) and text]
        enabled = view.isEnabled() and bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        chosen = bool(selection and selection.isSelected(index))
        yield Element(
            "row", names, names[0] if names else "", _global(viewport, rect), _seen(viewport, rect), viewport,
            enabled, chosen or _is_ticked(index), index == current and view.hasFocus(),
        )  # fmt: skip


def _is_ticked(index: QModelIndex) -> bool:
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    return state is not None and Qt.CheckState(state) == Qt.CheckState.Checked


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    if isinstance(view, QTreeView):
        index, left = model.index(0, 0, view.rootIndex()), _MOST_ROWS
        while index.isValid() and left:
            yield from (index.siblingAtColumn(column) for column in range(model.columnCount(index.parent())))
            index, left = view.indexBelow(index), left - 1
        return
    root = view.rootIndex()
    columns = [view.modelColumn()] if isinstance(view, QListView) else range(model.columnCount(root))
    for row in range(min(model.rowCount(root), _MOST_ROWS)):
        yield from (model.index(row, column, root) for column in columns)


def _painted(widget: QWidget) -> Iterator[Element]:
    face: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    if face is None:
        return
    for number in range(face.childCount()):
        child: QAccessibleInterface | None = face.child(number)
        if child is None or child.object() is not None:
            continue
        rect, name = child.rect(), plain(child.text(QAccessible.Text.Name))
        local = QRect(widget.mapFromGlobal(QPoint(rect.x(), rect.y())), rect.size())
        element = _part("child", widget, name, local, not child.state().disabled)
        element.text = " ".join(filter(None, (name, plain(child.text(QAccessible.Text.Value)))))
        element.focused = bool(child.state().focused)
        yield element
