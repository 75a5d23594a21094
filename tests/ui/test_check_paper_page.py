"""*Controleer een stuk*: an answer for every paper, and a kind sentence for whatever is none."""

import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from reportlab.pdfgen.canvas import Canvas

from tests.builders import a_case, a_summary, an_approval, new
from tests.ui.desk import Desk, desk, seen
from ui.navigation import Page, Place
from ui.pages.leaving.check_paper_page import CheckPaperPage
from ui.widgets.labels import Words
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.domain.fingerprint import grouped
from vpjournal.domain.ids import CaseId, HandedOutId, SummaryId
from vpjournal.domain.language import Language
from vpjournal.domain.register import Leaving, Outcome, Outgoing, PaperOrder, Way
from vpjournal.domain.summary import SummaryDraft
from vpjournal.journal import papers
from vpjournal.journal.facade import Journal

__all__ = ["desk"]

TEXT = "U wilt dat het stopt."


class Check:
    """A summary that left as a file, and the page that looks at it."""

    def __init__(self, desk: Desk, folder: Path, *, password: str = "") -> None:
        self.desk, self.folder = desk, folder
        self.case = CaseId(desk.run(a_case))
        self.summary = SummaryId(desk.run(lambda journal: a_summary(journal, self.case, TEXT)))
        self.approval = desk.run(lambda journal: an_approval(journal, self.summary))
        summary = self.summary
        self.path = folder / "stuk.pdf"
        self.outgoing = self.leave(desk.run(lambda journal: journal.papers.summary(summary)), password=password)
        self.page = CheckPaperPage(desk.context)
        desk.show(self.page)
        self.page.open(Place(Page.CHECK_PAPER))

    def leave(self, order: PaperOrder, *, password: str = "") -> Outgoing:
        outgoing = papers.make(order)

        def work(journal: Journal) -> None:
            entry = HandedOutId(new(journal.register.begin(outgoing, Leaving(Way.FILE))))
            journal.register.finish(entry, Outcome.DONE)

        self.desk.run(work)
        papers.save(self.path, outgoing.made.pdf, password=password)
        return outgoing

    @property
    def fingerprint(self) -> str:
        return self.outgoing.slip.fingerprint

    def look(self, path: Path | None = None) -> str:
        """Choose a file and return the answer."""
        self.page._look_at(path or self.path)
        self.desk.settle()
        return self.title()

    def type(self, typed: str) -> str:
        field = seen(self.page, QLineEdit, "fingerprintField")
        field.clear()
        self.desk.qtbot.keyClicks(field, typed)
        self.desk.settle()
        return self.title()

    def title(self) -> str:
        words = seen(self.page, Words, "verdictTitle")
        return words.text() if words.isVisible() else ""

    def said(self) -> str:
        return "\n".join(words.text() for words in self.page._answer.findChildren(Words) if words.isVisible())

    def fault(self) -> str:
        words = seen(self.page, Words, "checkFault")
        return words.text() if words.isVisible() else ""

    def compared(self) -> str:
        found = [each for each in self.page.findChildren(PlainTextField, "approvedText") if each.isVisible()]
        return found[0].text() if found else ""


@pytest.fixture
def check(desk: Desk, tmp_path: Path) -> Check:
    return Check(desk, tmp_path)


def test_the_paper_that_is_approved_now(check: Check) -> None:
    assert check.look() == "Dit is precies de tekst waar de melder akkoord mee was"
    assert "Voor: de melder zelf" in check.said()
    assert grouped(check.fingerprint) in check.said()
    assert check.compared() == ""
    check.desk.click(check.page, "toCaseButton")
    assert check.desk.places == [Place(Page.CASE, check.case)]


def test_an_older_one_and_one_that_was_withdrawn(check: Check) -> None:
    check.desk.run(lambda journal: journal.summaries.change(check.summary, SummaryDraft("Iets anders.")))
    assert "de tekst is daarna veranderd" in check.look()
    check.desk.run(lambda journal: journal.summaries.withdraw(check.approval))
    assert "ingetrokken" in check.look()
    assert "Ingetrokken op" in check.said()


def test_a_file_that_was_made_anew_has_the_same_words(check: Check) -> None:
    other = check.folder / "opnieuw.pdf"
    with pikepdf.open(check.path) as file:
        file.docinfo["/Title"] = "anders"
        file.save(other)

    assert check.look(other) == "Dezelfde woorden, een ander bestand"
    assert check.compared() == TEXT


def test_an_altered_one_shows_the_approved_words_beside_it(check: Check) -> None:
    data = BytesIO()
    canvas = Canvas(data)
    canvas.drawString(80, 700, "U wilt dat het doorgaat.")
    canvas.drawString(80, 600, f"Vingerafdruk {grouped(check.fingerprint)}")
    canvas.save()
    other = check.folder / "vals.pdf"
    other.write_bytes(data.getvalue())

    assert check.look(other) == "Dit stuk is veranderd"
    assert check.compared() == TEXT


def test_a_name_that_was_replaced_since_is_told_beside_the_approved_words(check: Check) -> None:
    plan = check.desk.run(lambda journal: journal.replacing.preview(check.case, ("stopt",), "ophoudt"))
    check.desk.run(lambda journal: journal.replacing.replace(plan, check.desk.context.texts))
    assert check.look() == "Dit was akkoord; de tekst is daarna veranderd"
    check.type(check.fingerprint)
    assert seen(check.page, PlainTextField, "approvedText").text() == "U wilt dat het ophoudt."
    words = [each.text() for each in check.page.findChildren(Words) if each.isVisible()]
    assert "In deze tekst is later een naam vervangen. Op het papier staat de naam zelf nog." in words


def test_a_typed_fingerprint_is_looked_up_as_it_is_typed(check: Check) -> None:
    printed = check.fingerprint
    assert check.type(printed[:7]) == ""
    assert check.type(printed) == "Deze vingerafdruk komt uit dit journaal"
    assert check.compared() == TEXT
    assert "Voor de tekst met deze vingerafdruk geldt het akkoord nu." in check.said()
    sloppy = f" {printed[:4].lower()}-{printed[4:].lower()}".replace("0", "o").replace("1", "l")
    assert check.type(sloppy) == "Deze vingerafdruk komt uit dit journaal"


def test_a_slip_in_typing_is_told_at_the_field(check: Check) -> None:
    wrong = ("0" if check.fingerprint[0] != "0" else "2") + check.fingerprint[1:]

    assert check.type(wrong) == ""
    assert "tikfout" in check.page._typed_field.fault
    seen(check.page, QLineEdit, "fingerprintField").clear()
    check.type("K7")
    assert check.page._typed_field.fault == ""


def test_a_blank_paper_needs_no_approval(check: Check) -> None:
    order = check.desk.run(lambda journal: journal.papers.reporter_log(Language.DUTCH))
    check.path.unlink()
    check.leave(order)

    assert check.look() == "Dit blad komt uit dit journaal"
    assert "geen akkoord nodig" in check.said()


def test_a_protected_one_asks_for_its_password(desk: Desk, tmp_path: Path) -> None:
    check = Check(desk, tmp_path, password="molen-tafel-wolk")

    assert check.look() == ""
    assert "vraagt om een wachtwoord" in check.fault()
    field = seen(check.page, QLineEdit, "paperPasswordField")
    desk.qtbot.keyClicks(field, "iets anders")
    desk.click(check.page, "openPaperButton")
    assert "past niet" in check.fault()
    field.clear()
    desk.qtbot.keyClicks(field, "molen-tafel-wolk")
    desk.click(check.page, "openPaperButton")

    assert check.title() == "Dit is precies de tekst waar de melder akkoord mee was"
    assert field.text() == ""
    assert not field.isVisible()


@pytest.mark.parametrize("kind", ["text", "cut", "empty", "folder", "gone", "large", "pipe"])
def test_what_is_no_paper_is_told_kindly(check: Check, kind: str) -> None:
    path = check.folder / f"iets-{kind}"
    if kind == "text":
        path.write_bytes(b"dit is geen pdf")
    elif kind == "cut":
        path.write_bytes(check.path.read_bytes()[:600])
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    elif kind == "large":
        with path.open("wb") as file:
            file.truncate(100_000_000)
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes here")
        os.mkfifo(path)

    assert check.look(path) == ""
    assert "geen pdf" in check.fault()


def test_a_strangers_pdf_is_not_of_this_journal(check: Check) -> None:
    data = BytesIO()
    canvas = Canvas(data)
    canvas.drawString(80, 700, "Nieuwsbrief van een verzonnen vereniging")
    canvas.save()
    other = check.folder / "nieuwsbrief.pdf"
    other.write_bytes(data.getvalue())

    assert check.look(other) == "Dit journaal kent dit stuk niet"


def test_a_file_can_be_dropped_on_the_page(check: Check) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(check.path))])
    event = QDropEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    check.page.dropEvent(event)
    check.desk.settle()

    assert check.title() == "Dit is precies de tekst waar de melder akkoord mee was"
