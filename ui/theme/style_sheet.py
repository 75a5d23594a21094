"""The only style sheet: widgets say by a property what they are (kind, role, tone, fault), and looks live here."""

from collections.abc import Callable
from dataclasses import asdict
from string import Template

import resources
from ui.theme.tokens import FACES, Role, Tokens

_TEXT = """
QLabel { color: $ink; background: transparent; }
QLabel[tone="quiet"] { color: $ink2; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="notice"] { color: $notice; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="grave"] { color: $grave; }
QToolTip { color: $ink; background: $surface; border: 1px solid $edge; padding: 6px 8px; font-size: $type15; }
"""

_SURFACES = """
*[panel="ground"] { background: $ground; }
*[panel="rail"] { background: $rail; }
*[panel="surface"] { background: $surface; }
*[panel="paper"] { background: $paper; }
*[panel="soft"] { background: $accent_soft; }
*[edge="right"] { border: 0 solid $line; border-right-width: 1px; }
*[edge="left"] { border: 0 solid $line; border-left-width: 1px; }
*[edge="top"] { border: 0 solid $line; border-top-width: 1px; }
*[edge="bottom"] { border: 0 solid $line; border-bottom-width: 1px; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[kind="sheet"] { background: $paper; border: 1px solid $line; border-radius: 0; }
QFrame[kind="rule"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }
QFrame[kind="tag"] { background: $accent_soft; border: 0; border-radius: $px12; }
QFrame[kind="done"] { background: $accent_soft; border: 1px solid $accent; border-radius: 8px; }
QFrame[kind="look"] { background: $notice_soft; border: 1px solid $notice_line; border-radius: 8px; }
QFrame[kind="failed"] { background: $grave_soft; border: 1px solid $grave; border-radius: 8px; }
QFrame[kind="agreed"] { background: $good_soft; border: 1px solid $good_soft; border-radius: 8px; }
QScrollArea { background: transparent; border: 0; }
QStackedWidget { border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDialog { background: $ground; border: 1px solid $edge; }
"""

_BUTTONS = """
QPushButton { font-size: $type16; color: $ink; background: $surface; border: 1px solid $edge; border-radius: 6px;
  min-height: $px24; padding: 9px 16px; outline: 0; }
QPushButton:hover { background: $paper; border-color: $ink2; }
QPushButton:pressed { background: $accent_soft; }
QPushButton[small="true"] { padding: 5px 12px; }
QPushButton[kind="main"] { color: $on_accent; background: $accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="main"]:hover, QPushButton[kind="main"]:pressed { background: $accent_hover;
  border-color: $accent_hover; }
QPushButton[kind="destroy"] { color: $grave; background: $surface; border-color: $grave; }
QPushButton[kind="destroy"]:hover, QPushButton[kind="destroy"]:pressed { background: $grave_soft; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; }
QPushButton[line="true"] { font-size: $type15; color: $ink2; padding: 1px 8px; }
QPushButton[kind="add"] { color: $accent; background: transparent; border-color: transparent; padding: 1px 4px;
  text-align: left; }
QPushButton[kind="add"]:hover { background: $accent_soft; }
QPushButton[kind="link"] { color: $accent; background: transparent; border: 0; border-radius: 4px; padding: 2px 0;
  text-decoration: underline; text-align: left; }
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:pressed { color: $accent_hover; background: transparent; }
QPushButton[kind="chip"] { padding: 9px 14px; }
QPushButton[kind="chip"][small="true"] { padding: 5px 12px; }
QPushButton[kind="chip"]:checked { color: $ink; background: $accent_soft; border: 2px solid $accent; font-weight: 600;
  padding: 8px 13px; }
QPushButton[kind="chip"][small="true"]:checked { padding: 4px 11px; }
QPushButton[kind="search"] { padding: 9px 0; }
QPushButton:disabled { color: $ink2; background: transparent; border: 1px dashed $edge; font-weight: 400; }
QPushButton[dashes="painted"]:disabled { border-color: transparent; border-style: solid; }
QPushButton[kind="link"]:disabled { border: 0; text-decoration: none; }
QPushButton::menu-indicator { image: url($marks/down.svg); width: $px16; height: $px16; right: 10px;
  subcontrol-origin: padding; subcontrol-position: right center; }
QPushButton[menu="true"] { padding-right: 36px; }
QToolButton { font-size: $type16; color: $ink; background: transparent; border: 1px solid transparent;
  border-radius: 6px;
  padding: 5px 8px; outline: 0; }
QToolButton:hover { background: $accent_soft; }
QToolButton:disabled { color: $ink2; }
QToolButton[kind="rail"] { padding: 0 5px 0 11px; }
QToolButton[kind="rail"]:hover { background: $ground; }
QToolButton[kind="rail"]:checked { background: $surface; border-color: $line; font-weight: 600; }
QToolButton[kind="field"] { min-height: $px24; padding: 9px 8px; background: $surface; border-color: $edge;
  text-align: left; }
QToolButton[kind="field"]:hover { background: $paper; border-color: $ink2; }
QToolButton[kind="plain"] { background: $surface; border-color: $edge; }
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, *[kind="field"][multiline="true"] { font-size: $type16; color: $ink;
  background: $paper; border: 1px solid $edge; border-radius: 6px; min-height: $px24; padding: 9px 12px;
  selection-background-color: $selection; selection-color: $on_selection; }
QLineEdit[small="true"], QComboBox[small="true"], QAbstractSpinBox[small="true"] { padding: 5px 10px; }
QLineEdit { padding-left: 10px; }
QLineEdit[small="true"] { padding-left: 8px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, *[kind="field"][multiline="true"]:focus {
  border: 2px solid $focus; padding: 8px 11px; }
QLineEdit[small="true"]:focus, QComboBox[small="true"]:focus, QAbstractSpinBox[small="true"]:focus { padding: 4px 9px; }
*[kind="field"][multiline="true"] { padding: 7px 8px; }
*[kind="field"][multiline="true"]:focus { padding: 6px 7px; }
QLineEdit:focus { padding-left: 9px; }
QLineEdit[small="true"]:focus { padding-left: 7px; }
QLineEdit[fault="true"], QComboBox[fault="true"], QAbstractSpinBox[fault="true"],
  *[kind="field"][multiline="true"][fault="true"] { border: 2px solid $notice_line; padding: 8px 11px; }
*[kind="field"][multiline="true"][fault="true"] { padding: 6px 7px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $ink2; background: $ground;
  border: 1px dashed $edge; }
QLineEdit { placeholder-text-color: $ink2; }
QLineEdit[kind="passphrase"] { font-size: $type20; min-height: $px36; }
QLineEdit[kind="bare"] { background: transparent; border: 1px solid transparent; }
QTextEdit, QPlainTextEdit { color: $ink; background: $paper; border: 0; selection-background-color: $selection;
  selection-color: $on_selection; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down, QDateEdit::drop-down { border: 0; width: 36px; subcontrol-origin: padding;
  subcontrol-position: right center; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url($marks/down.svg); width: $px16; height: $px16; }
QComboBox QAbstractItemView { color: $ink; background: $surface; border: 1px solid $edge; border-radius: 6px;
  padding: 4px; outline: 0; selection-background-color: $selection; selection-color: $on_selection; }
QComboBox QAbstractItemView::item { min-height: $px36; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $on_selection; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; background: transparent; width: 24px; }
QSpinBox::up-arrow { image: url($marks/up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url($marks/down.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton { font-size: $type16; color: $ink; spacing: 12px; padding: 3px 0; outline: 0; }
QCheckBox::indicator, QRadioButton::indicator { width: $px18; height: $px18; border: 1px solid $edge;
  background: $paper; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: $radio; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $ink; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QCheckBox::indicator:indeterminate {
  background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url($marks/tick.svg); }
QCheckBox::indicator:indeterminate { image: url($marks/partly.svg); }
QRadioButton::indicator:checked { image: url($marks/dot.svg); }
QCheckBox:disabled, QRadioButton:disabled { color: $ink2; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: transparent; border: 1px dashed $edge; }
"""

_LISTS = """
QAbstractItemView { font-size: $type16; color: $ink; background: transparent; border: 0; outline: 0;
  selection-background-color: $selection; selection-color: $on_selection; alternate-background-color: $surface; }
QListView::item, QTableView::item { padding: 8px 12px; border: 0; }
QListView::item { border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $accent_soft; }
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected { background: $selection;
  color: $on_selection; }
QTreeView::branch { background: transparent; border-image: none; image: none; }
QTableView { gridline-color: $line; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { font-size: $type15; color: $ink2; background: transparent; border: 0;
  border-bottom: 1px solid $line; padding: 8px 12px; }
QTableCornerButton::section { background: transparent; border: 0; }
QAbstractItemView[popup="true"] { background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 4px; }
QMenu { font-size: $type16; color: $ink; background: $surface; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 8px 32px 8px 16px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: $selection; color: $on_selection; }
QMenu::item:disabled { color: $ink2; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::indicator { width: $px16; height: $px16; left: 8px; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabWidget[side="true"]::tab-bar { left: 12px; }
QTabBar { font-size: $type16; background: transparent; qproperty-drawBase: 0; qproperty-expanding: 0; }
QTabBar::tab { color: $ink; background: transparent; border: 0; border-bottom: 3px solid transparent;
  padding: 8px 4px 7px 4px; margin-right: 20px; }
QTabBar::tab:selected { border-bottom-color: $accent; }
QTabBar::tab:hover { color: $accent; }
QTabBar::tab:disabled { color: $ink2; }
"""

_REST = """
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QProgressBar { background: $rail; border: 1px solid $edge; border-radius: 4px; min-height: 6px; max-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget { background: $surface; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; border-bottom: 1px solid $line; }
QCalendarWidget QToolButton { color: $ink; min-height: $px24; padding: 4px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url($marks/left.svg); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url($marks/right.svg); }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView { font-size: $type16; background: $surface; color: $ink;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QTableView::item { padding: 0; }
QCalendarWidget QAbstractItemView:disabled { color: $ink2; }
"""

_SHEET = Template(_TEXT + _SURFACES + _BUTTONS + _FIELDS + _LISTS + _REST)
_TYPE = (15, 16, 20)
_BOXES = (12, 16, 18, 24, 36)


def style_sheet(*, tokens: Tokens, px: Callable[[int], int], smallest: int) -> str:
    """Return the style sheet for these colours, with every size of type and of what holds it through ``px``."""
    marks = resources.path("icons", "controls", tokens.controls)
    sizes = {f"type{size}": f"{max(smallest, px(size))}px" for size in _TYPE}
    boxes = {f"px{size}": f"{px(size)}px" for size in _BOXES}
    boxes["radio"] = f"{(px(18) + 2) // 2}px"
    sheet = _SHEET.substitute(asdict(tokens), **sizes, **boxes, marks=str(marks).replace("\\", "/"))
    return sheet + "".join(_role_rule(role, px=px) for role in FACES)


def _role_rule(role: Role, *, px: Callable[[int], int]) -> str:
    face = FACES[role]
    slant = " font-style: italic;" if face.italic else ""
    return (
        f'QLabel[role="{role}"] {{ font-family: "{face.family}"; font-size: {px(face.size)}px; '
        f"font-weight: {face.weight};{slant} }}\n"
    )
