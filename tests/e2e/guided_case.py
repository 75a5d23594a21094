"""The whole guided case, as one adviser does it: from an empty journal to a printed options overview and a closed case.

Everything here goes through the real window with real keys and clicks; the tour takes its pictures along the way, and
the test reads back afterwards what was written.
"""

from dataclasses import dataclass
from pathlib import Path

from tests.e2e.approved_summary import have_it_approved
from tests.e2e.papers_out import keep_summary
from tests.e2e.points import come_to_paper
from tests.e2e.walk import Walk

ORGANISATION = "Zorggroep Morgenrood"
WORD = "vuurtoren"
ABOUT = "Opmerkingen in het overleg"
STORY = "De melder maakte het zelf mee. Sinds het najaar zijn er opmerkingen over kleding."
GOAL = "Dat het stopt, en dat ik gewoon kan werken"
OWN_OPTION = "Het zelf zeggen, met een collega erbij"
OWN_PRO = "ik zit er niet alleen"
OWN_CON = "de ander kan boos worden"
SAYS = "Hier word ik zenuwachtig van, maar het trekt me."
CHOICE = "Ik wil het zelf zeggen, na de vakantie."
CALL = "Oefenen van het gesprek"
AFTERWARDS = "Het gesprek is gevoerd. De melder slaapt weer beter."
LEAVING = "Ik kan weer met plezier naar mijn werk."


@dataclass(frozen=True, slots=True)
class Papers:
    """The files that the adviser chose to save on the way."""

    overview: Path
    cards: Path
    summary: Path


def go_through_case(walk: Walk) -> Papers:
    """Do it all, from the wegwijzer to the closure; the walk stands at *Vandaag* before and in the case after."""
    keep_organisation(walk)
    take_first_contact(walk)
    hold_first_conversation(walk)
    fill_board(walk)
    look_together(walk)
    overview, cards = make_papers(walk)
    record_choice(walk)
    have_it_approved(walk)
    summary = keep_summary(walk)
    follow_up(walk)
    close_case(walk)
    return Papers(overview=overview, cards=cards, summary=summary)


def keep_organisation(walk: Walk) -> None:
    """Write down an organisation and which routes exist there."""
    person = walk.driver
    walk.click("Organisaties")
    walk.picture("organisaties_leeg")
    person.click("newOrganisationButton")
    person.fill("organisationNameField", ORGANISATION)
    person.fill("headcountField", "340")
    person.fill("recipientsField", "directie en ondernemingsraad")
    walk.picture("organisatie")
    person.click(walk.t("bestaat"), within="route_hr")
    person.click(walk.t("bestaat hier niet"), within="route_complaints_procedure")
    walk.picture("wegwijzer")
    walk.click("Organisaties")
    person.wait_for(ORGANISATION)
    walk.picture("organisaties")


def take_first_contact(walk: Walk) -> None:
    """Take down a first contact while the phone is still warm."""
    person = walk.driver
    person.key("ctrl+n")
    person.wait_for("aboutField")
    walk.picture("eerste_contact")
    person.click("organisationBox")
    person.key("Down", "Return")
    person.fill("aboutField", ABOUT)
    person.click("moreFieldsButton")
    person.fill("wordField", WORD)
    walk.picture("eerste_contact_meer")
    person.click("saveAndGoOnButton")
    person.wait_for("caseCode")
    walk.picture("casus_eerste_contact")
    person.click("acuteButton")
    person.wait_for("acuteCard")
    walk.picture("gevaar_nu_haast")
    person.click("closeSheetButton")
    person.wait_gone("acuteCard")
    person.click(walk.t("Rolcheck"), within="partTabs")
    person.click(walk.t("nee"), within="roleQuestion_interest")
    person.click(walk.t("maakte het zelf mee"), within="positionChoice")
    walk.picture("rolcheck")


def hold_first_conversation(walk: Walk) -> None:
    """Explain, listen, write and ask for the goal."""
    person = walk.driver
    person.key("ctrl+2")
    walk.picture("nog_geen_contact")
    person.click("recordContactButton")
    person.click("noteEditor")
    person.type_text(STORY)
    person.wait_for_text("noteEditor", STORY)
    walk.picture("aantekening")
    person.click(walk.t("Doel van de melder"), within="partTabs")
    person.fill("goodEnoughField", GOAL)
    walk.picture("doel")


def fill_board(walk: Walk) -> None:
    """First what the reporter sees, then what the library helps to remember."""
    person = walk.driver
    person.key("ctrl+3")
    person.wait_for("firstOwnOptionButton")
    walk.picture("bord_leeg")
    person.click("firstOwnOptionButton")
    write_cell(walk, None, OWN_OPTION)
    write_cell(walk, "pros0Cell", OWN_PRO)
    write_cell(walk, "cons0Cell", OWN_CON)
    write_cell(walk, "says0Cell", SAYS)
    walk.picture("bord_eigen_mogelijkheid")
    person.click("libraryButton")
    walk.picture("geheugensteun")
    person.click("otherOptionsLink")
    for option in ("O2", "O7", "O13"):
        person.click(f"addOption_{option}")
        person.wait_gone(f"addOption_{option}")
        if option != "O13":
            person.click(f"libraryLine_{option}.p1")
            person.click(f"libraryLine_{option}.c1")
            person.click("otherOptionsLink")
    walk.picture("bord_vier_mogelijkheden")
    walk.click("Sluiten")
    walk.picture("bord")


def write_cell(walk: Walk, cell: str | None, words: str) -> None:
    """Write in a cell of the current option, as one does after a click."""
    person = walk.driver
    if cell is not None:
        person.click(cell)
    person.wait_for("cellEditor", state="focused")
    person.type_text(words)
    person.key("Return")


def look_together(walk: Walk) -> None:
    """Show the reporter the board and nothing else."""
    person = walk.driver
    person.click("lookTogetherButton")
    person.wait_for("endLookingButton")
    walk.picture("samen_kijken")
    for hidden in ("caseCode", walk.t("Casussen"), ORGANISATION, WORD):
        assert not person.is_there(hidden), hidden
    person.key("Escape")
    person.wait_for("caseCode")


def make_papers(walk: Walk) -> tuple[Path, Path]:
    """Look at the paper, and keep the overview and the cards where the adviser wants them."""
    person = walk.driver
    person.key("ctrl+p")
    come_to_paper(walk)
    person.wait_for("savePdfButton")
    person.wait_for("paperPreview")
    walk.picture("op_papier")
    overview = _keep(walk, "mogelijkheden.pdf")
    person.click(walk.t("Kaartjes om neer te leggen"))
    cards = _keep(walk, "kaartjes.pdf")
    walk.picture("kaartjes")
    person.click("leavePaperButton")
    return overview, cards


def _keep(walk: Walk, name: str) -> Path:
    """Save the paper in front as an open file, and wait until its form is closed again."""
    walk.driver.click("savePdfButton")
    walk.driver.wait_for("chooseFileButton")
    walk.picture(f"bewaren_{Path(name).stem}")
    file = walk.save_paper("chooseFileButton", name)
    walk.driver.wait_for("savePdfButton")
    return file


def record_choice(walk: Walk) -> None:
    """Write down what the reporter chooses and what was agreed."""
    person = walk.driver
    person.key("ctrl+4")
    person.click(walk.t("kiest een stap"), within="choiceKind")
    person.fill("choiceWordsField", CHOICE)
    walk.picture("keuze")
    person.click(walk.t("Afspraken"), within="partTabs")
    person.click("newAgreementButton")
    person.fill("agreementWhatField", CALL)
    person.click(walk.t("over een week"), within="agreementDue")
    walk.picture("afspraak_maken")
    person.click("keepAgreementButton")
    person.wait_gone("keepAgreementButton")
    walk.picture("afspraken")
    agree_to_call_for_reporter(walk)


def agree_to_call_for_reporter(walk: Walk) -> None:
    """Write down something that would put the adviser in front: there is one question, and it can be left so."""
    person = walk.driver
    person.click("newAgreementButton")
    person.click(walk.t("iets wat iemand doet"), within="agreementKind")
    person.fill("agreementWhatField", "HR bellen over het rooster")
    person.click(walk.t("ik"), within="agreementDoer")
    person.click("keepAgreementButton")
    person.wait_for("leaveAgreementButton")
    walk.picture("vraag_over_de_rol")
    walk.click("Niet bewaren")
    person.wait_gone("leaveAgreementButton")


def follow_up(walk: Walk) -> None:
    """Hear how it went."""
    person = walk.driver
    person.key("ctrl+5")
    person.click("recordContactButton")
    person.click("noteEditor")
    person.type_text(AFTERWARDS)
    person.wait_for_text("noteEditor", AFTERWARDS)
    person.click(walk.t("Vervolg en nazorg"), within="partTabs")
    person.click(walk.t("ja, zo afgesproken"), within="afterCareChoice")
    walk.picture("vervolg")


def close_case(walk: Walk) -> None:
    """Let the reporter say how it is left, and close."""
    person = walk.driver
    person.key("ctrl+6")
    person.click(walk.t("kan verder"), within="leavingChoice")
    person.fill("closureWordsField", LEAVING)
    walk.picture("afsluiting")
    person.click("closeCaseButton")
    person.wait_for("reopenCaseButton")
    walk.picture("afgesloten")


def find_everything_back(walk: Walk, code: str) -> None:
    """Look for the case by its word of recognition, and read in every phase what was written."""
    person = walk.driver
    person.key("ctrl+k")
    person.wait_for("findField")
    person.fill("findField", WORD)
    person.wait_for(f"{code} · {WORD}*")
    walk.picture("zoeken")
    person.key("Return")
    person.wait_for_text("caseCode", code)
    person.key("ctrl+1")
    person.click(walk.t("Wat er speelt"), within="partTabs")
    person.wait_for_text("aboutField", ABOUT)
    person.key("ctrl+2")
    person.click(walk.t("Aantekening"), within="partTabs")
    person.wait_for_text("noteEditor", STORY)
    person.click(walk.t("Doel van de melder"), within="partTabs")
    person.wait_for_text("goodEnoughField", GOAL)
    person.key("ctrl+3")
    person.wait_for(f"{walk.t('Mogelijkheid')}: {OWN_OPTION}")
    person.key("ctrl+4")
    person.click(walk.t("Keuze"), within="partTabs")
    person.wait_for_text("choiceWordsField", CHOICE)
    person.key("ctrl+5")
    person.click(walk.t("Aantekening"), within="partTabs")
    person.wait_for_text("noteEditor", AFTERWARDS)
    person.key("ctrl+6")
    person.wait_for_text("closureWordsField", LEAVING)


def look_at_lists(walk: Walk) -> None:
    """Look at the day and at the list of cases, with something in them."""
    person = walk.driver
    walk.click("Vandaag")
    person.wait_for("todaySentence")
    walk.picture("vandaag_gevuld")
    walk.click("Casussen")
    person.click(walk.t("alle"), within="statusChoice")
    person.wait_for("caseTable")
    walk.picture("casussen")
    person.click("binLink")
    person.wait_for(walk.t("Prullenbak"))
    walk.picture("prullenbak")
    walk.click("Instellingen")
    walk.picture("instellingen")
    person.key("F1")
    person.wait_for("helpSheet")
    walk.picture("hulp")
    person.click("closeSheetButton")
