"""What could give someone away, as an adviser decides it in a story in which nobody is real: it may all stay."""

from contextlib import suppress

from tests.e2e.driver import DriverError
from tests.e2e.walk import Walk

REASON = "Dit wijst niemand aan"
_PRESSES, _A_MOMENT = 3, 5.0


def leave_points(walk: Walk) -> None:
    """Leave on purpose, one after the other, what might give someone away."""
    person, none_left = walk.driver, walk.t("Er staat niets meer open.")
    while (count := person.text_of("pointsCount")) != none_left:
        if count != walk.t("De tekst wordt nagekeken."):
            _ask_to_leave(walk)
            person.click(walk.t(REASON), within="reasonChoice")
            person.click("leaveButton")
            person.wait_gone("leaveButton")


def _ask_to_leave(walk: Walk) -> None:
    """Press *Laat staan*; on a busy machine the list may still be moving below the pointer, and one presses again."""
    for _attempt in range(_PRESSES):
        walk.driver.click("leaveItButton")
        with suppress(DriverError):
            walk.driver.wait_for("leaveButton", timeout=_A_MOMENT)
            return


def come_to_paper(walk: Walk) -> None:
    """Wait for a paper that was asked for, past the points on it if there are any."""
    person = walk.driver
    while not person.is_there("paperTitle"):
        if person.is_there("toPaperButton"):
            leave_points(walk)
            person.click("toPaperButton")
            person.wait_for("paperTitle")
