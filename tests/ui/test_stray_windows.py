"""A widget that is shown before it has a place is a window of its own for a moment: it flashes, and it takes time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import a_case
from tests.ui.desk import Desk, desk
from ui.dialogs.ask import AskDialog, Question
from ui.pages.case.part import PARTS, PartContext
from ui.pages.case.part_stage import PartStage
from ui.pages.case.parts import FACTORIES
from ui.pages.keys.last_steps import ApplyStep, DoneStep
from ui.pages.keys.passphrase_steps import OwnStep, PracticeStep, WordsStep
from ui.pages.keys.route import CHANGE, CHANGED, FIRST_RUN, NEW_SHEET, RECOVERY, Route
from ui.pages.keys.sheet_step import SheetStep
from ui.pages.keys.state import KeyState
from ui.registry import factories
from ui.widgets.busy import Busy
from ui.widgets.card import Card
from ui.widgets.tick_list import TickRow
from vpjournal.journal import papers
from vpjournal.journal.keys import draw_code

__all__ = ["desk"]


class Watch(QObject):
    """Keeps the kinds of the windows that were shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_no_page_flashes_while_it_is_made(desk: Desk, watch: Watch) -> None:
    pages = [make(desk.context) for make in factories().values()]
    assert len(pages) > 6
    assert watch.shown == []


def test_no_part_of_a_case_flashes_while_it_is_made(desk: Desk, watch: Watch) -> None:
    case = desk.run(a_case)
    view = desk.run(lambda journal: journal.cases.view(case))
    stage = PartStage(theme=desk.context.theme, texts=desk.context.texts)
    for phase, names in PARTS.items():
        for name in names:
            part = FACTORIES[name](PartContext(desk.context, case), phase)
            stage.add(part)
            part.show_case(view)
            stage.show_part(part)
            part.forget()
            assert watch.shown == [], name


def test_no_card_and_no_question_flashes_while_it_is_made(desk: Desk, watch: Watch) -> None:
    Card("Afgesproken", theme=desk.context.theme)
    Busy(theme=desk.context.theme, texts=desk.context.texts, can_cancel=True)
    TickRow("Bellen", theme=desk.context.theme, detail="morgen")
    AskDialog(Question("Weggooien?", accept="Weg", decline="Laat staan", detail="Echt."), theme=desk.context.theme)
    assert watch.shown == []


@pytest.mark.parametrize("route", [FIRST_RUN, CHANGE, NEW_SHEET, RECOVERY])
def test_no_screen_of_keys_flashes_while_it_is_made(desk: Desk, watch: Watch, route: Route) -> None:
    code = draw_code()
    sheet = papers.recovery_sheet(code.groups, desk.context.texts.language)
    state = KeyState(code=code, sheet=sheet, asked=(2, 5))
    for kind in (WordsStep, OwnStep, PracticeStep, SheetStep, ApplyStep):
        kind(desk.context, state, route)
        desk.settle()
        assert watch.shown == [], kind
    DoneStep(desk.context, state, route, CHANGED)
    assert watch.shown == []
