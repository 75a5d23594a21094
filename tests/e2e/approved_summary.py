"""A summary as an adviser makes it: from the case, looked over, read together, approved, changed and put back."""

from tests.e2e.points import leave_points
from tests.e2e.walk import Walk

WROTE = "U wilt dat het stopt, en u zegt het zelf."
MORE = " Liefst in december."


def have_it_approved(walk: Walk) -> None:
    """Do it all, in the case that is open."""
    write_summary(walk)
    look_it_over(walk)
    begin_reading(walk)
    walk.driver.click("readButton")
    walk.driver.wait_for("caseCode")
    record_approval(walk)
    change_and_put_back(walk)
    look_at_way_out(walk)


def write_summary(walk: Walk) -> None:
    """Begin a summary in the phase of the choice, with a part of the case and words of the adviser's own."""
    person = walk.driver
    person.key("ctrl+4")
    person.click(walk.t("Samenvatting"), within="partTabs")
    walk.picture("samenvatting_leeg")
    person.click("beginSummaryButton")
    person.wait_for("summaryEditor", state="focused")
    person.click("piecesButton")
    person.click("piece_about")
    walk.picture("uit_de_casus")
    person.click("putPiecesButton")
    person.wait_for("summaryEditor", state="focused")
    person.key("ctrl+End")
    person.type_text(WROTE)
    walk.picture("samenvatting_geschreven")


def take_next_step(walk: Walk, words: str = "") -> None:
    """Press what comes next, once it says ``words``; with large text it stands behind a tab."""
    if walk.driver.is_there("summaryTabs"):
        walk.driver.click(walk.t("Stappen en akkoord"), within="summaryTabs")
    if words:
        walk.driver.wait_for_text("nextStepButton", walk.t(words))
    walk.driver.click("nextStepButton")


def look_it_over(walk: Walk) -> None:
    """Look whether anyone can be recognised."""
    person = walk.driver
    take_next_step(walk)
    leave_points(walk)
    walk.picture("herkenbaarheid_nakijken")
    person.wait_for("checkedBox", state="enabled")
    person.click("checkedBox")
    person.click("checkReadyButton")


def begin_reading(walk: Walk) -> None:
    """Show the reporter the text and nothing else."""
    person = walk.driver
    take_next_step(walk)
    person.wait_for("readButton")
    walk.picture("samen_lezen")
    for hidden in ("caseCode", walk.t("Casussen")):
        assert not person.is_there(hidden), hidden


def record_approval(walk: Walk) -> None:
    """Write down that the reporter said yes, in a conversation."""
    person = walk.driver
    take_next_step(walk, "Akkoord vastleggen")
    person.click(walk.t("in een gesprek"), within="approvalGiven")
    walk.picture("akkoord_vastleggen")
    person.click("recordApprovalButton")
    person.wait_for("withdrawButton")
    walk.picture("akkoord")


def change_and_put_back(walk: Walk) -> None:
    """Type after the approval, see that it lapsed, and go back to what was approved."""
    person = walk.driver
    if person.is_there("summaryTabs"):
        person.click(walk.t("Tekst"), within="summaryTabs")
    person.click("summaryEditor")
    person.key("ctrl+End")
    person.type_text(MORE)
    person.wait_for("backToApprovedButton")
    walk.picture("akkoord_vervallen")
    assert not person.is_there("withdrawButton")
    person.click("backToApprovedButton")
    if person.is_there("summaryTabs"):
        person.click(walk.t("Stappen en akkoord"), within="summaryTabs")
    person.wait_for("withdrawButton")


def look_at_way_out(walk: Walk) -> None:
    """See the paper as it would leave."""
    person = walk.driver
    person.click("printSummaryButton")
    person.wait_for("paperPreview")
    walk.picture("samenvatting_op_papier")
    person.click("leavePaperButton")
    person.wait_for("printSummaryButton")
