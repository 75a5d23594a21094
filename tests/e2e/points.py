"""What could give someone away, as an adviser decides it in a story in which nobody is real: it may all stay."""

from tests.e2e.walk import Walk

REASON = "Dit wijst niemand aan"


def leave_points(walk: Walk) -> None:
    """Leave on purpose, one after the other, what might give someone away."""
    person, none_left = walk.driver, walk.t("Er staat niets meer open.")
    while (count := person.text_of("pointsCount")) != none_left:
        if count != walk.t("De tekst wordt nagekeken."):
            person.click("leaveItButton")
            person.click(walk.t(REASON), within="reasonChoice")
            person.click("leaveButton")
            person.wait_gone("leaveButton")


def come_to_paper(walk: Walk) -> None:
    """Wait for a paper that was asked for, past the points on it if there are any."""
    person = walk.driver
    while not person.is_there("paperTitle"):
        if person.is_there("toPaperButton"):
            leave_points(walk)
            person.click("toPaperButton")
            person.wait_for("paperTitle")
