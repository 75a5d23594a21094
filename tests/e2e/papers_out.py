"""What becomes of papers: one is saved, looked up in the register and compared; the blank ones are looked at."""

from pathlib import Path

from tests.e2e.walk import Walk

BLANK = ("key_card", "pocket_card", "reporter_log", "talk_preparation", "what_i_write")


def keep_summary(walk: Walk, name: str = "samenvatting.pdf") -> Path:
    """Save the summary that is approved, without a password: it is the reporter's own."""
    person = walk.driver
    person.click("saveSummaryButton")
    person.click("savePdfButton")
    person.wait_for("chooseFileButton")
    walk.picture("samenvatting_bewaren")
    file = walk.save_paper("chooseFileButton", name)
    person.wait_for("savePdfButton")
    person.click("leavePaperButton")
    person.wait_for("printSummaryButton")
    return file


def look_at_register(walk: Walk) -> None:
    """See all that left, and what is still to be answered."""
    person = walk.driver
    walk.click("Instellingen")
    walk.click("Wat de deur uit ging")
    person.wait_for("registerTable")
    walk.picture("wat_de_deur_uit_ging")


def check_paper(walk: Walk, file: Path) -> None:
    """Ask whether a file is the approved one, and what a fingerprint belongs to."""
    person = walk.driver
    person.click("checkPaperLink")
    person.wait_for("choosePaperButton")
    walk.picture("controleer_een_stuk")
    person.click("choosePaperButton")
    walk.choose_file(file)
    person.wait_for("verdictTitle")
    walk.picture("stuk_met_akkoord")
    person.fill("fingerprintField", "0000 0000")
    walk.picture("onbekende_vingerafdruk")


def look_at_blank_papers(walk: Walk) -> None:
    """Look at each paper that is printed empty."""
    person = walk.driver
    walk.click("Instellingen")
    walk.click("Blanco papieren")
    person.wait_for(f"look_{BLANK[0]}")
    walk.picture("blanco_papieren")
    for kind in BLANK:
        person.click(f"look_{kind}")
        person.wait_for("paperPreview")
        person.wait_for("savePdfButton", state="enabled")
        walk.picture(f"blanco_{kind}")
        person.click("leavePaperButton")
        person.wait_for(f"look_{kind}")


def look_at_example(walk: Walk) -> None:
    """Visit the example from the own settings, look at a case and a paper of it, and come back."""
    person = walk.driver
    walk.click("Instellingen")
    old = person.pid
    walk.click("Bekijk het voorbeeld")
    person.wait_for_fresh_process(old)
    person.wait_for("exampleBanner", timeout=60)
    person.wait_for("todaySentence")
    walk.picture("voorbeeld_vandaag")
    walk.click("Casussen")
    person.wait_for("caseTable")
    walk.picture("voorbeeld_casussen")
    person.key("ctrl+k")
    person.fill("findField", "gesprek")
    walk.picture("voorbeeld_zoeken")
    person.key("Return")
    person.wait_for("caseCode")
    walk.picture("voorbeeld_casus")
    old = person.pid
    walk.click("Voorbeeld sluiten")
    person.wait_for_fresh_process(old)
    person.wait_for(walk.t("Wachtzin"), kind="field")
