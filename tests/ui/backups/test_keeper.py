"""A backup that is due is made when nobody types, and never otherwise; those that are too old go."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import a_case
from tests.ui.backups.steps import at_rest, made_in, state
from tests.ui.desk import Desk
from ui.backups import keeper as keeping
from ui.backups.keeper import REST, BackupKeeper
from vpjournal.domain.backups import Interval
from vpjournal.domain.damage import Damage
from vpjournal.domain.days import today


class Hands:
    """Hands that rest as long as the test says."""

    def __init__(self) -> None:
        self.rest = REST

    @property
    def idle(self) -> float:
        return self.rest


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that the keeper believes have passed."""
    seconds = [1_000.0]
    monkeypatch.setattr(keeping, "monotonic", lambda: seconds[0])
    return seconds


@pytest.fixture
def keeper(desk: Desk, hands: Hands, stick: Path) -> BackupKeeper:
    made = BackupKeeper(desk.operations, desk.operations)
    desk.context = replace(desk.context, backups=made.maker)
    made.begin(hands)
    desk.settle()
    return made


def go_round(desk: Desk, keeper: BackupKeeper) -> None:
    keeper.go_round()
    at_rest(desk)


def choose_place(desk: Desk, folder: Path) -> None:
    desk.run(lambda journal: journal.backups.choose_folder(folder))


def test_it_waits_until_nobody_has_typed_for_two_minutes(
    desk: Desk, keeper: BackupKeeper, hands: Hands, stick: Path
) -> None:
    choose_place(desk, stick)
    hands.rest = REST - 1
    go_round(desk, keeper)
    assert not list(stick.iterdir())
    hands.rest = REST
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == 1
    assert state(desk).last(today()) == today()
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == 1


@pytest.mark.parametrize(
    ("interval", "days", "count"),
    [(Interval.DAILY, 1, 2), (Interval.WEEKLY, 6, 1), (Interval.WEEKLY, 7, 2), (Interval.BY_HAND, 80, 1)],
)
def test_it_makes_one_as_often_as_was_chosen(
    desk: Desk, keeper: BackupKeeper, stick: Path, interval: Interval, days: int, count: int
) -> None:
    made_in(desk, stick, days_ago=days)
    desk.run(lambda journal: journal.backups.set_interval(interval))
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == count


def test_without_a_place_nothing_happens(desk: Desk, keeper: BackupKeeper) -> None:
    desk.run(a_case)
    go_round(desk, keeper)
    assert state(desk).items == ()


def test_a_stick_that_is_away_is_waited_for_without_a_word(
    desk: Desk, keeper: BackupKeeper, stick: Path, clock: list[float]
) -> None:
    choose_place(desk, stick)
    shutil.rmtree(stick)
    failures: list[object] = []

    def hear(error: object) -> None:
        failures.append(error)

    desk.context.backups.failed.connect(hear)
    go_round(desk, keeper)
    stick.mkdir()
    go_round(desk, keeper)
    assert not list(stick.iterdir())
    clock[0] += 61
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == 1
    assert not failures
    assert not desk.messages


def test_one_that_was_stopped_is_not_begun_again_at_once(
    desk: Desk, keeper: BackupKeeper, stick: Path, clock: list[float]
) -> None:
    choose_place(desk, stick)
    desk.context.backups.busy_changed.connect(
        lambda busy: desk.context.backups.cancel() if busy and not again else None
    )
    again: list[bool] = []
    go_round(desk, keeper)
    again.append(True)
    assert not list(stick.iterdir())
    go_round(desk, keeper)
    assert not list(stick.iterdir())
    clock[0] += 1_801
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == 1


def test_what_was_destroyed_asks_for_a_fresh_one_however_often_that_is(
    desk: Desk, keeper: BackupKeeper, stick: Path
) -> None:
    made_in(desk, stick)
    desk.run(lambda journal: journal.backups.set_interval(Interval.BY_HAND))
    desk.run(lambda journal: journal.cases.remove(a_case(journal)))
    desk.run(lambda journal: journal.bin.empty())
    go_round(desk, keeper)
    assert state(desk).is_renewed
    assert len(state(desk).to_renew) == 1


def test_those_older_than_ninety_days_go_when_a_younger_one_is_there(
    desk: Desk, keeper: BackupKeeper, hands: Hands, stick: Path
) -> None:
    hands.rest = 0
    old = made_in(desk, stick, days_ago=91)
    desk.run(lambda journal: journal.backups.set_interval(Interval.BY_HAND))
    go_round(desk, keeper)
    assert old.exists()
    young = made_in(desk, stick, days_ago=90)
    go_round(desk, keeper)
    assert list(stick.iterdir()) == [young]
    assert [item.name for item in state(desk).items] == [young.name]


def test_a_journal_that_is_only_looked_at_is_not_backed_up(
    desk: Desk, hands: Hands, stick: Path, journal_folder: Path
) -> None:
    choose_place(desk, stick)
    desk.run(lambda journal: setattr(journal, "_damage", Damage(lost=1)))
    made = BackupKeeper(desk.operations, desk.operations)
    made.begin(hands)
    desk.settle()
    go_round(desk, made)
    assert not made.is_due
    assert not list(stick.iterdir())


def test_it_does_nothing_while_a_backup_is_made(desk: Desk, keeper: BackupKeeper, stick: Path) -> None:
    choose_place(desk, stick)
    desk.context.backups.make(stick)
    go_round(desk, keeper)
    assert len(list(stick.iterdir())) == 1
