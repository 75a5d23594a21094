"""What is shown of one case never turns up in the next, which the same widgets show: not to read, undo or save."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.builders import a_case, a_contact, a_contact_draft, an_agreement, an_option
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.case.board_part import BoardPart
from ui.pages.case.case_page import CasePage
from ui.pages.case.choice_part import ChoicePart
from ui.pages.case.notes_part import NotesPart
from ui.pages.case.part import PARTS, CasePart, PartContext, PartName
from ui.pages.case.parts import FACTORIES
from ui.widgets.plain_text_box import PlainTextBox
from vpjournal.domain.case import Asked, CaseDraft, Phase
from vpjournal.domain.days import CoarseDay, today
from vpjournal.domain.guidance import AfterCare, FollowUp
from vpjournal.domain.ids import CaseId
from vpjournal.domain.organisation import OrganisationDraft
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

MARK = "kwijlwortel"
"""In every text of the first case, and nowhere else."""


def fill(journal: Journal) -> CaseId:
    """Return a case in which every part says something with the mark in it."""
    organisation = journal.organisations.add(OrganisationDraft(f"Stichting {MARK}")).new
    case = a_case(journal, "Merel-47", word=f"woord {MARK}", first=a_contact_draft(day=today()))
    details = journal.cases.view(case).case.details
    texts: dict[str, Any] = {"about": f"over {MARK}", "hurry_words": f"haast {MARK}", "hopes": f"hoop {MARK}"}
    draft = CaseDraft("Merel-47", word=details.word, organisation=organisation, hurry=Asked.YES, **texts)
    journal.cases.change(case, draft)
    for phase in Phase:
        a_contact(journal, case, phase, note=f"notitie {MARK}\n" * 80)
    an_option(journal, case, f"mogelijkheid {MARK}")
    an_agreement(journal, case, f"afspraak {MARK}")
    journal.follow_up.save(case, FollowUp(AfterCare.WANTED, how=f"bellen {MARK}"))
    return case


@pytest.fixture
def first(desk: Desk) -> CaseId:
    return desk.run(fill)


@pytest.fixture
def second(desk: Desk) -> CaseId:
    return desk.run(lambda journal: a_case(journal, "Ekster-12", word="vuurtoren", first=a_contact_draft(day=today())))


@pytest.fixture
def page(desk: Desk, first: CaseId) -> CasePage:
    page = CasePage(desk.context, factories=FACTORIES, open_acute_card=lambda _context, _above: None)
    desk.show(page)
    go(desk, page, first)
    return page


def go(desk: Desk, page: CasePage, case: CaseId, part: str = "first_contact/details", detail: str = "") -> None:
    page.open(Place(Page.CASE, case, part, detail))
    desk.settle()


def walk(desk: Desk, page: CasePage) -> None:
    """Show every part of the case."""
    case = page.place().record
    assert case is not None
    for phase, names in PARTS.items():
        for name in names:
            go(desk, page, CaseId(case), f"{phase}/{name}")


def write_everywhere(desk: Desk, page: CasePage) -> None:
    """Type the mark into every field that is seen in any part, and save it."""
    for phase, names in PARTS.items():
        for name in names:
            go(desk, page, CaseId(page.place().record or 0), f"{phase}/{name}")
            if name is PartName.AGREEMENTS:
                desk.click(page, "newAgreementButton")
            if name is PartName.SUMMARY and phase is Phase.SECOND_CONVERSATION:
                desk.click(page, "beginSummaryButton")
            for field in page.findChildren(QWidget):
                if isinstance(field, PlainTextBox | QLineEdit) and field.isVisible() and field.isEnabled():
                    QTest.keyClicks(field, f" {MARK}")
            assert desk.flush(page), name


def words_of(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> Iterator[str]:
    """Give every text that stands in a model."""
    above = parent or QModelIndex()
    for row in range(model.rowCount(above) if model is not None else 0):
        assert model is not None
        index = model.index(row, 0, above)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            yield str(index.data(role))
        yield from words_of(model, index)


def words_in(widget: QWidget) -> Iterator[str]:
    """Give all that a widget shows, tells a screen reader, keeps beside it, or brings back when it is undone."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    yield widget.objectName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.text()
        widget.undo()
        yield widget.text()
        widget.redo()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
        assert not widget.document().isUndoAvailable()
        assert not widget.document().isRedoAvailable()
    elif isinstance(widget, QComboBox | QAbstractItemView):
        yield from words_of(widget.model())


def found(above: QWidget | None = None) -> list[str]:
    """Return the widgets in which the mark still is."""
    widgets = QApplication.allWidgets() if above is None else [above, *above.findChildren(QWidget)]
    return [f"{type(each).__name__} {each.objectName()}" for each in widgets if MARK in "\n".join(words_in(each))]


def test_the_mark_is_in_every_part_of_the_first_case(desk: Desk, page: CasePage) -> None:
    # Without this the tests below would prove nothing.
    write_everywhere(desk, page)
    for phase, names in PARTS.items():
        for name in names:
            go(desk, page, CaseId(page.place().record or 0), f"{phase}/{name}")
            part = next(each for each in page.findChildren(FACTORIES[name]) if each.phase is phase)  # type: ignore[arg-type]  # Each is a class.
            texts = [
                words
                for each in part.findChildren(QWidget)
                if not isinstance(each, QTextEdit)
                for words in words_in(each)
            ]
            texts += [each.toPlainText() for each in part.findChildren(QTextEdit)]
            assert MARK in "\n".join(texts), name


def test_nothing_of_the_case_before_is_left_in_any_widget(
    desk: Desk, page: CasePage, first: CaseId, second: CaseId
) -> None:
    write_everywhere(desk, page)
    go(desk, page, first, "second_conversation/board", "paper")
    go(desk, page, first, f"{Phase.FIRST_CONVERSATION}/{PartName.NOTES}")
    desk.click(page, "changeContactButton")
    desk.run(lambda journal: journal.organisations.list())
    go(desk, page, second)
    # The name of the organisation is offered in every case; the list of them is no secret of the first one.
    assert [each for each in found() if each not in ("QComboBox organisationBox", *_POPUP)] == []
    walk(desk, page)
    assert [each for each in found(page) if each not in ("QComboBox organisationBox", *_POPUP)] == []


_POPUP = ("QComboBoxListView ", "QListView ")


def test_no_part_is_lasting_by_chance() -> None:
    for factory in FACTORIES.values():
        assert isinstance(factory, type)
        assert issubclass(factory, CasePart)
        if factory.lasting:
            assert "lasting" in vars(factory), factory


def test_a_part_that_does_not_last_is_made_anew(desk: Desk, first: CaseId, second: CaseId) -> None:
    class Fleeting(CasePart):
        made: list[CaseId] = []  # noqa: RUF012 - what this test looks at

        def __init__(self, context: PartContext, phase: Phase) -> None:
            super().__init__(context, phase)
            self.made.append(context.case)

    page = CasePage(
        desk.context,
        factories={**FACTORIES, PartName.GOALS: Fleeting},
        open_acute_card=lambda _context, _above: None,
    )
    desk.show(page)
    place = f"{Phase.FIRST_CONVERSATION}/{PartName.GOALS}"
    go(desk, page, first, place)
    go(desk, page, second, place)
    assert Fleeting.made == [first, second]
    assert len(page.findChildren(Fleeting)) == 1


def test_places_and_folds_begin_anew(desk: Desk, page: CasePage, first: CaseId, second: CaseId) -> None:
    go(desk, page, first, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}")
    part = next(each for each in page.findChildren(NotesPart) if each.phase is Phase.FIRST_CONTACT)
    part.editor.verticalScrollBar().setValue(200)
    part._paper.put_cursor(300)
    part.editor.selectAll()
    go(desk, page, second, f"{Phase.FIRST_CONTACT}/{PartName.NOTES}")
    assert not part.editor.textCursor().hasSelection()
    assert part.editor.textCursor().position() == 0
    assert all(bar.value() == bar.minimum() for bar in part.findChildren(QScrollBar))


def test_what_was_typed_last_is_saved_in_its_own_case(
    desk: Desk, page: CasePage, first: CaseId, second: CaseId
) -> None:
    go(desk, page, first, f"{Phase.CHOICE}/{PartName.CHOICE}")
    QTest.keyClicks(seen(page, PlainTextBox, "choiceWordsField"), "eerst nadenken")
    # Nobody flushed: the next case is opened in the middle of it.
    go(desk, page, second, f"{Phase.CHOICE}/{PartName.CHOICE}")
    QTest.keyClicks(seen(page, PlainTextBox, "choiceWordsField"), "een brief")
    assert desk.flush(page)
    choices = desk.run(
        lambda journal: [[c.draft.words for c in journal.choices.list(each)] for each in (first, second)]
    )
    assert choices == [["eerst nadenken"], ["een brief"]]


def test_a_save_that_is_still_running_does_not_reach_the_next_case(
    desk: Desk, page: CasePage, first: CaseId, second: CaseId
) -> None:
    go(desk, page, first, f"{Phase.CHOICE}/{PartName.CHOICE}")
    part = page.findChildren(ChoicePart)[0]
    QTest.keyClicks(seen(page, PlainTextBox, "choiceWordsField"), "van de eerste")
    gate = Event()
    desk.operations.run(lambda _journal: gate.wait(10))
    part.flush(lambda _saved: None)
    # As the page does it, but before the save has begun.
    part.forget()
    part.context.take(second)
    gate.set()
    desk.settle()
    part.open("")
    desk.settle()
    assert seen(page, PlainTextBox, "choiceWordsField").text() == ""
    QTest.keyClicks(seen(page, PlainTextBox, "choiceWordsField"), "van de tweede")
    assert desk.flush(part)
    choices = desk.run(
        lambda journal: [[c.draft.words for c in journal.choices.list(each)] for each in (first, second)]
    )
    assert choices == [["van de eerste"], ["van de tweede"]]


@pytest.mark.parametrize(("phase", "name"), [(phase, name) for phase, names in PARTS.items() for name in names])
def test_what_is_still_being_read_does_not_land_in_the_next_case(
    desk: Desk, first: CaseId, second: CaseId, phase: Phase, name: PartName
) -> None:
    context = PartContext(desk.context, first)
    part = FACTORIES[name](context, phase)
    desk.qtbot.addWidget(part)
    view = desk.run(lambda journal: journal.cases.view(first))
    gate = Event()
    desk.operations.run(lambda _journal: gate.wait(10))
    part.show_case(view)
    part.open("")
    part.forget()
    context.take(second)
    gate.set()
    part.show_case(desk.run(lambda journal: journal.cases.view(second)))
    assert [each for each in found(part) if each not in ("QComboBox organisationBox", *_POPUP)] == []


def test_a_use_case_stays_in_the_case_in_which_it_was_asked_for(desk: Desk, first: CaseId, second: CaseId) -> None:
    context = PartContext(desk.context, first)
    gate, seen_on_thread, told = Event(), [], []

    def work(_journal: Journal) -> CaseId:
        gate.wait(10)
        seen_on_thread.append(context.case)
        return context.case

    context.page.operations.run(work, done=told.append)
    context.take(second)
    assert context.case == second
    context.page.operations.run(lambda _journal: seen_on_thread.append(context.case), done=told.append)
    gate.set()
    desk.settle()
    assert seen_on_thread == [first, second]
    assert told == [None]


def test_no_case_is_nobodys_case(desk: Desk, first: CaseId) -> None:
    context = PartContext(desk.context, first)
    context.take(None)
    with pytest.raises(RuntimeError, match="no case"):
        _ = context.case


def test_a_removed_case_leaves_nothing(desk: Desk, page: CasePage, first: CaseId) -> None:
    walk(desk, page)
    desk.run(lambda journal: journal.cases.remove(first))
    desk.settle()
    assert found(page) == []
    board = page.findChildren(BoardPart)[0]
    assert board._store.states == []


def test_days_that_one_case_made_possible_are_not_offered_in_the_next(
    desk: Desk, page: CasePage, first: CaseId, second: CaseId
) -> None:
    old = CoarseDay.in_month_of(today().replace(year=today().year - 7, day=1))

    def make_old(journal: Journal) -> None:
        contact = next(each for each in journal.cases.view(first).contacts if each.details.phase is Phase.FIRST_CONTACT)
        journal.contacts.change(contact.id, a_contact_draft(day=old.day))

    desk.run(make_old)
    go(desk, page, first)
    field = seen(page, QWidget, "firstDayField")
    assert field.day_edit.minimumDate().year() <= today().year - 7  # type: ignore[attr-defined]  # It is a DayField.
    go(desk, page, second)
    assert field.day_edit.minimumDate().year() == today().year - 10  # type: ignore[attr-defined]  # It is a DayField.
    assert field.month_box.count() == 24  # type: ignore[attr-defined]  # It is a DayField.
