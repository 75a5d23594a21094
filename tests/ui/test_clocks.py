"""How long ago something was: sleep counts, a clock that was set forward counts, one that was set back does not."""

import os
import random
import time

import pytest

from tests.faults.recorder import Tried, count
from ui.platform.clocks import Clocks, Stopwatch, since_start

MINUTE = 60.0
YEAR = 365.25 * 24 * 3600


class Laptop:
    """The two clocks of a laptop."""

    def __init__(self) -> None:
        self.running, self.of_day = 5_000.0, 1_800_000_000.0

    def go_on(self, seconds: float) -> None:
        self.running += seconds
        self.of_day += seconds

    @property
    def clocks(self) -> Clocks:
        return Clocks(running=lambda: self.running, of_day=lambda: self.of_day)


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


def test_it_counts_on(laptop: Laptop) -> None:
    watch = Stopwatch(laptop.clocks)
    laptop.go_on(12 * MINUTE)
    assert watch.elapsed == 12 * MINUTE
    watch.begin()
    assert watch.elapsed == 0


@pytest.mark.row(37, "clock set forward or back, summer time, a clock that sleeps")
@pytest.mark.parametrize("set_by", [-10 * YEAR, -3600.0, -1.0])
def test_a_clock_set_back_postpones_nothing(laptop: Laptop, set_by: float) -> None:
    watch = Stopwatch(laptop.clocks)
    laptop.go_on(5 * MINUTE)
    laptop.of_day += set_by
    laptop.go_on(7 * MINUTE)
    assert watch.elapsed == 12 * MINUTE


@pytest.mark.row(37, "clock set forward or back, summer time, a clock that sleeps")
@pytest.mark.parametrize("set_by", [10 * YEAR, 3600.0])
def test_a_clock_set_forward_counts(laptop: Laptop, set_by: float) -> None:
    watch = Stopwatch(laptop.clocks)
    laptop.go_on(MINUTE)
    laptop.of_day += set_by
    assert watch.elapsed == MINUTE + set_by


@pytest.mark.row(37, "clock set forward or back, summer time, a clock that sleeps")
def test_a_laptop_whose_running_clock_slept_is_told_by_the_time_of_day(laptop: Laptop) -> None:
    watch = Stopwatch(laptop.clocks)
    laptop.of_day += 8 * 3600
    assert watch.elapsed == 8 * 3600


def test_a_year_is_not_lost_to_rounding(laptop: Laptop) -> None:
    watch = Stopwatch(laptop.clocks)
    laptop.go_on(YEAR)
    laptop.go_on(0.25)
    assert watch.elapsed == pytest.approx(YEAR + 0.25, abs=1e-3)


def test_no_setting_of_the_clock_ever_postpones(laptop: Laptop, chance: random.Random, tried: Tried) -> None:
    runs = count(2_000, 200_000)
    for _ in range(runs):
        watch, began = Stopwatch(laptop.clocks), laptop.running
        for _ in range(chance.randrange(1, 6)):
            laptop.go_on(chance.choice((0.25, MINUTE, 8 * 3600.0)))
            laptop.of_day += chance.choice((0.0, -3600.0, 3600.0, -10 * YEAR, 10 * YEAR, chance.uniform(-90, 90)))
            assert watch.elapsed >= laptop.running - began
    tried(37, "settings of the clock at random, none of which may postpone", runs)


@pytest.mark.row(37, "clock set forward or back, summer time, a clock that sleeps")
@pytest.mark.parametrize("zones", [("Europe/Amsterdam", "America/New_York"), ("CET-1", "CEST-2")])
def test_summer_time_changes_nothing(zones: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zones[0])
    time.tzset()
    watch = Stopwatch()
    monkeypatch.setenv("TZ", zones[1])
    time.tzset()
    assert watch.elapsed < MINUTE
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not os.path.exists("/proc/uptime"), reason="only Linux tells how long it is up")  # noqa: PTH110
def test_the_running_clock_is_that_of_the_system_since_its_start() -> None:
    with open("/proc/uptime", encoding="ascii") as told:  # noqa: PTH123
        assert since_start() == pytest.approx(float(told.read().split()[0]), abs=1)
