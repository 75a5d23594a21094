from dataclasses import replace
from datetime import date, timedelta

import pytest

from vpjournal.domain.backups import BackupAsk, BackupItem, BackupState, Interval
from vpjournal.domain.ids import BackupId

TODAY = date(2026, 11, 18)


def state(*ages: int, interval: Interval = Interval.WEEKLY, folder: str = "stick") -> BackupState:
    items = (BackupItem(BackupId(age), "stick", f"{age}", TODAY - timedelta(days=age), to_renew=False) for age in ages)
    return BackupState(folder, interval, tuple(items))


@pytest.mark.parametrize(
    ("found", "due"),
    [
        (state(), True),
        (state(6), False),
        (state(7), True),
        (state(30, 2), False),
        (state(0, interval=Interval.DAILY), False),
        (state(1, interval=Interval.DAILY), True),
        (state(80, interval=Interval.BY_HAND), False),
        (state(folder=""), False),
    ],
)
def test_when_a_backup_is_made_by_itself(found: BackupState, due: bool) -> None:
    assert found.is_due(TODAY) is due


@pytest.mark.parametrize(
    ("found", "late"),
    [
        (state(), False),
        (state(13), False),
        (state(14), True),
        (state(8, interval=Interval.DAILY), True),
        (state(60, interval=Interval.BY_HAND), False),
        (state(97, interval=Interval.BY_HAND), True),
    ],
)
def test_when_a_backup_that_stayed_away_is_spoken_of(found: BackupState, late: bool) -> None:
    assert found.is_late(TODAY) is late


def test_one_that_was_made_while_the_clock_was_ahead_keeps_nobody_from_making_the_next() -> None:
    ahead = state(-3650, 8)
    assert ahead.is_due(TODAY)
    assert ahead.last(TODAY) == TODAY - timedelta(days=8)
    assert state(-3650, 40).is_late(TODAY)
    assert state(-3650).ask(TODAY) is BackupAsk.FIRST
    assert ahead.expired(TODAY) == ()


def test_what_lies_beside_the_journal_counts_only_where_that_was_chosen() -> None:
    beside = BackupItem(BackupId(1), "home", "upgrade", TODAY, to_renew=False)
    found = replace(state(100), home="home")
    found = replace(found, items=(beside, *found.items))
    assert found.is_due(TODAY)
    assert found.last(TODAY) == TODAY - timedelta(days=100)
    # Not even the oldest goes: it is the only one that a lost laptop leaves.
    assert found.expired(TODAY) == ()
    chosen = replace(found, folder="home")
    assert not chosen.is_due(TODAY)
    assert [item.id for item in chosen.expired(TODAY)] == [100]


def test_what_is_too_old_goes_but_never_the_last_one() -> None:
    assert [item.id for item in state(0, 90, 91, 200).expired(TODAY)] == [91, 200]
    assert state(91, 200).expired(TODAY) == ()


def test_the_most_pressing_is_asked_alone() -> None:
    assert BackupState("", Interval.WEEKLY, ()).ask(TODAY) is BackupAsk.PLACE
    assert BackupState("/stick", Interval.WEEKLY, ()).ask(TODAY) is BackupAsk.FIRST
    assert state(3).ask(TODAY) is None
    assert state(40).ask(TODAY) is BackupAsk.LATE
    old = replace(state(40).items[0], to_renew=True)
    destroyed = BackupState("/stick", Interval.WEEKLY, (old,))
    assert destroyed.ask(TODAY) is BackupAsk.RENEW
    assert not destroyed.is_renewed


def test_what_was_destroyed_makes_one_due_until_there_is_a_fresh_one() -> None:
    old, fresh = replace(state(1).items[0], to_renew=True), state(0).items[0]
    by_hand = BackupState("/stick", Interval.BY_HAND, (old,))
    assert by_hand.is_due(TODAY)
    assert not replace(by_hand, folder="").is_due(TODAY)
    assert not replace(by_hand, items=(fresh, old)).is_due(TODAY)
