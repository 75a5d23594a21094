"""The gate as an adviser meets it: a name in a summary and on the board, replaced or left with a reason, then paper."""

from tests.e2e import approved_summary as summary
from tests.e2e.guided_case import write_cell
from tests.e2e.walk import Walk

NAME = "Fatima El Amrani"
PLACE = "Almelo"
WROTE = f"U praat eerst met {NAME}. In {PLACE} was het anders. Met {NAME} ging het goed."
OPTION = f"Praten met {NAME}"


def go_through_gate(walk: Walk) -> None:
    """Do it all, in the case that is open; its board is empty."""
    pass_with_summary(walk)
    pass_with_overview(walk)


def pass_with_summary(walk: Walk) -> None:
    """Replace a name and leave a place, and only then read together."""
    person = walk.driver
    person.key("ctrl+4")
    person.click(walk.t("Samenvatting"), within="partTabs")
    person.click("beginSummaryButton")
    person.wait_for("summaryEditor", state="focused")
    person.type_text(WROTE)
    summary.take_next_step(walk)
    person.wait_for("pointSentence")
    walk.picture("nakijken_punten")
    assert not person.is_there("checkedBox")
    person.fill("insteadField", walk.t("de leidinggevende"))
    person.click("replaceButton")
    person.wait_for_text("pointsCount", "1")
    person.click("leaveItButton")
    walk.picture("nakijken_reden")
    person.click(walk.t("De melder wil dit erin"), within="reasonChoice")
    person.click("leaveButton")
    person.wait_for_text("pointsCount", walk.t("Er staat niets meer open."))
    person.click("leftFold")
    walk.picture("nakijken_blijft_staan")
    person.wait_for("checkedBox", state="enabled")
    person.click("checkedBox")
    person.click("checkReadyButton")
    person.wait_for_text("nextStepButton", walk.t("Samen lezen"))


def pass_with_overview(walk: Walk) -> None:
    """Meet the points before the paper of the board, and see the paper after them."""
    person = walk.driver
    person.key("ctrl+3")
    person.click(walk.t("Mogelijkheden"), within="partTabs")
    person.click("firstOwnOptionButton")
    write_cell(walk, None, OPTION)
    person.key("ctrl+p")
    person.wait_for("pointSentence")
    assert not person.is_there("paperPreview")
    walk.picture("voor_het_blad_punten")
    person.fill("insteadField", "de leidinggevende")
    person.click("replaceButton")
    person.wait_for("toPaperButton", state="enabled")
    walk.picture("voor_het_blad_klaar")
    person.click("toPaperButton")
    person.wait_for("savePdfButton")
    walk.picture("voor_het_blad_op_papier")
    person.click("leavePaperButton")
