"""What is typed is saved by itself, never lost when saving fails, and never saved into the wrong record."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.builders import a_case
from tests.ui.desk import Desk, desk
from ui.autosave import AFTER_LAST_KEY, WHILE_TYPING, Autosave
from vpjournal.domain.changes import Changes
from vpjournal.domain.guidance import Goals
from vpjournal.domain.ids import CaseId
from vpjournal.domain.unsaved import Home, Kind, Unsaved, stamp
from vpjournal.errors import DiskFull, Gone, JournalError
from vpjournal.journal.facade import Journal

__all__ = ["desk"]


class Form(QObject):
    """A field of one text, with what its autosave says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case: CaseId = desk.run(a_case)
        self.text: str | None = ""
        self.save: Callable[[Journal, str], Changes] = self.keep
        self.told: list[JournalError] = []
        self.heard: list[object] = []
        desk.operations.changed.connect(lambda _changes, initiator: self.heard.append(initiator))
        self.autosave = Autosave[str](
            operations=desk.operations,
            collect=lambda: self.text,
            save=self._save,
            failed=self.told.append,
            initiator=self,
            home=lambda: Home(Kind.GOALS, self.case),
            sealable=lambda text: Goals(needs=text),
        )

    def _save(self, journal: Journal, draft: str) -> Changes:
        return self.save(journal, draft)

    def keep(self, journal: Journal, draft: str) -> Changes:
        return journal.goals.save(self.case, Goals(needs=draft))

    def type(self, text: str) -> None:
        self.text = text
        self.autosave.touch()

    def stored(self) -> str:
        return self.desk.run(lambda journal: journal.goals.read(self.case)).needs


def _fail(error: JournalError) -> Callable[[Journal, str], Changes]:
    def save(_journal: Journal, _draft: str) -> Changes:
        raise error

    return save


@pytest.fixture
def form(desk: Desk) -> Iterator[Form]:
    made = Form(desk)
    yield made
    made.autosave.drop()


def test_it_rests_a_second_after_a_key_and_never_longer_than_five_while_typing(form: Form) -> None:
    assert (AFTER_LAST_KEY, WHILE_TYPING) == (1_000, 5_000)
    form.type("a")
    assert (form.autosave._rest.interval(), form.autosave._limit.interval()) == (AFTER_LAST_KEY, WHILE_TYPING)
    assert form.autosave._rest.isSingleShot()
    assert form.autosave._limit.isSingleShot()


def test_a_rest_saves_the_last_text(form: Form, qtbot: QtBot) -> None:
    form.autosave._rest.setInterval(1)
    form.type("eerst")
    form.type("daarna")
    qtbot.waitSignal(form.autosave.saved).wait()
    assert form.stored() == "daarna"
    assert form.heard == [form]
    assert not form.autosave.dirty


def test_typing_on_saves_meanwhile(form: Form, qtbot: QtBot) -> None:
    form.autosave._limit.setInterval(1)
    form.type("nog bezig")
    remaining = form.autosave._limit
    form.type("nog steeds bezig")
    assert remaining.isActive()
    qtbot.waitSignal(form.autosave.saved).wait()
    assert form.stored() == "nog steeds bezig"


def test_flushing_saves_now_and_says_so_once(form: Form) -> None:
    answers: list[bool] = []
    form.autosave.flush(answers.append)
    assert answers == [True]
    form.type("meteen")
    form.autosave.flush(answers.append)
    assert answers == [True]
    form.desk.settle()
    assert answers == [True, True]
    assert form.stored() == "meteen"


def test_flushing_waits_for_what_is_typed_while_it_saves(form: Form) -> None:
    answers: list[bool] = []
    form.type("eerst")
    form.autosave.flush(answers.append)
    form.type("daarna")
    form.desk.settle()
    assert answers == [True]
    assert form.stored() == "daarna"
    assert not form.autosave.dirty


def test_a_failure_keeps_the_text_tells_once_and_tries_again(form: Form, qtbot: QtBot) -> None:
    form.save = _fail(DiskFull())
    form.autosave._rest.setInterval(1)
    form.autosave._limit.setInterval(1)
    form.type("blijft staan")
    tries: list[object] = []
    form.desk.operations.idle.connect(lambda: tries.append(None))
    qtbot.waitUntil(lambda: len(tries) >= 3)
    assert [type(error) for error in form.told] == [DiskFull]
    assert form.autosave.dirty
    form.save = form.keep
    qtbot.waitSignal(form.autosave.recovered).wait()
    assert form.stored() == "blijft staan"
    assert not form.autosave.dirty


def test_a_failed_flush_says_so_and_tells_why_each_time(form: Form) -> None:
    form.save = _fail(DiskFull())
    answers: list[bool] = []
    form.type("blijft staan")
    for count in (1, 2):
        form.autosave.flush(answers.append)
        form.desk.settle()
        assert answers == [False] * count
        assert len(form.told) == count
    assert form.autosave.dirty


def test_what_is_typed_while_a_save_takes_long_is_saved_after_it(form: Form, qtbot: QtBot) -> None:
    hold, keep = threading.Event(), form.keep

    def slowly(journal: Journal, draft: str) -> Changes:
        hold.wait(10)
        return keep(journal, draft)

    form.save = slowly
    form.autosave._rest.setInterval(1)
    form.autosave._limit.setInterval(1)
    form.type("eerst")
    qtbot.waitUntil(lambda: form.autosave._saving)
    form.type("daarna")
    qtbot.waitUntil(lambda: not form.autosave._rest.isActive() and not form.autosave._limit.isActive())
    hold.set()
    qtbot.waitUntil(lambda: not form.autosave.dirty)
    assert form.stored() == "daarna"


def test_nothing_to_save_is_no_failure(form: Form) -> None:
    answers: list[bool] = []
    form.autosave.touch()
    form.text = None
    form.autosave.flush(answers.append)
    assert answers == [True]
    assert form.heard == []


def test_what_is_dropped_is_not_saved(form: Form) -> None:
    form.type("van een ander")
    form.autosave.drop()
    assert not form.autosave.dirty
    assert not form.autosave._rest.isActive()
    assert not form.autosave._limit.isActive()
    assert form.stored() == ""


def test_a_save_that_fails_after_its_record_was_left_disturbs_nobody(form: Form) -> None:
    form.save = _fail(Gone())
    form.type("weg")
    form.autosave._save_now()
    form.autosave.drop()
    form.desk.settle()
    assert form.told == []
    assert not form.autosave.dirty
    assert not form.autosave._limit.isActive()


# What is sealed when the journal has to close


def test_what_is_not_in_the_journal_says_where_it_belongs_and_what_was_there(form: Form) -> None:
    form.desk.run(lambda journal: journal.goals.save(form.case, Goals(needs="zoals het was")))
    assert form.autosave.unsaved() is None
    form.type("en daarna")
    form.desk.settle()
    home = Home(Kind.GOALS, form.case)
    assert form.autosave.unsaved() == Unsaved(home, Goals(needs="en daarna"), stamp(Goals(needs="zoals het was")))


def test_after_a_save_that_is_what_was_there(form: Form) -> None:
    form.type("eerst")
    form.autosave.flush(lambda _saved: None)
    form.desk.settle()
    assert form.autosave.unsaved() is None
    form.save = _fail(DiskFull())
    form.type("daarna")
    form.desk.settle()
    found = form.autosave.unsaved()
    assert found is not None
    assert found.before == stamp(Goals(needs="eerst"))


def test_of_another_record_nothing_is_known_until_it_was_asked(form: Form) -> None:
    form.type("eerst")
    form.desk.settle()
    form.case = form.desk.run(lambda journal: a_case(journal, "Ekster-12"))
    assert form.autosave.unsaved() == Unsaved(Home(Kind.GOALS, form.case), Goals(needs="eerst"), "")


def test_while_a_save_hangs_its_text_can_be_sealed(form: Form, qtbot: QtBot) -> None:
    hold, keep = threading.Event(), form.keep

    def slowly(journal: Journal, draft: str) -> Changes:
        hold.wait(10)
        return keep(journal, draft)

    form.save = slowly
    form.type("blijft hangen")
    form.autosave.flush(lambda _saved: None)
    found = form.autosave.unsaved()
    hold.set()
    assert found is not None
    assert found.draft == Goals(needs="blijft hangen")
    qtbot.waitUntil(lambda: not form.autosave.dirty)
