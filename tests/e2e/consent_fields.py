"""Every field of consent and paper, with the same words typed in each: for whoever looks where words may end up."""

from dataclasses import dataclass
from pathlib import Path

from tests.e2e import approved_summary as summary
from tests.e2e.walk import Walk


@dataclass(frozen=True, slots=True)
class Kept:
    """The files that were saved on the way; the first opens with this password."""

    summary: Path
    password: str
    sheet: Path


def type_in_all(walk: Walk, words: str) -> Kept:
    """Type ``words`` wherever one can; the walk stands in a case, and in the settings after."""
    _write_for_another(walk, words)
    password = f"{words} wachtwoord"
    kept = _save_under_password(walk, password)
    sheet = _wish_for_sheet(walk, words)
    _check_papers(walk, words, kept, password)
    walk.click("Instellingen")
    walk.click("Wat de deur uit ging")
    walk.driver.wait_for("registerTable")
    walk.picture("register")
    return Kept(kept, password, sheet)


def _write_for_another(walk: Walk, words: str) -> None:
    """Have a second summary approved, for a function that stands in no list."""
    person = walk.driver
    person.key("ctrl+4")
    person.click(walk.t("Samenvatting"), within="partTabs")
    person.click("anotherSummaryButton")
    person.wait_for_text("nextStepButton", "")
    person.wait_for("summaryEditor", state="focused")
    person.type_text(f"U wilt dat het stopt. {words}")
    person.click("changeWhomButton")
    person.click("recipientBox")
    person.key("End", "Return")
    for field in ("recipientWordsField", "whyNotSelfField", "purposeField"):
        person.fill(field, f"{words} {field}")
    walk.picture("voor_wie")
    person.click("whomReadyButton")
    summary.look_it_over(walk)
    summary.begin_reading(walk)
    person.click("readButton")
    person.wait_for("caseCode")
    summary.record_approval(walk)


def _save_under_password(walk: Walk, password: str) -> Path:
    person = walk.driver
    person.click("saveSummaryButton")
    person.click("savePdfButton")
    person.click("ownPasswordButton")
    person.fill("ownPasswordField", password)
    file = walk.save_paper("chooseFileButton", "Gespreksverslag.pdf")
    person.wait_for("savePdfButton")
    walk.picture("samenvatting_bewaard")
    return file


def _wish_for_sheet(walk: Walk, words: str) -> Path:
    person = walk.driver
    walk.click("Instellingen")
    walk.click("Blanco papieren")
    person.click("look_what_i_write")
    for field in ("sheetContactField", "sheetComplaintsField", "sheetDestroyedField"):
        person.fill(field, f"{words} {field}")
    walk.picture("wat_schrijf_ik_op")
    person.click("savePdfButton")
    file = walk.save_paper("chooseFileButton", "Wat schrijf ik op.pdf")
    person.wait_for("savePdfButton")
    return file


def _check_papers(walk: Walk, words: str, kept: Path, password: str) -> None:
    """Type a fingerprint that is none, and a wrong password before the right one."""
    person = walk.driver
    walk.click("Instellingen")
    walk.click("Controleer een stuk")
    person.fill("fingerprintField", words)
    person.key("Return")
    walk.picture("vingerafdruk")
    person.click("choosePaperButton")
    walk.choose_file(kept)
    person.wait_for("paperPasswordField")
    for typed in (f"{words} mis", password):
        person.fill("paperPasswordField", typed)
        person.click("openPaperButton")
        walk.picture("stuk_gecontroleerd")
    person.wait_for("verdictTitle")
