"""The paper: preview, printer and file get the very same bytes, and nothing that was there is ever overwritten."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget

from tests.builders import a_case, an_option
from tests.ui.desk import Desk, desk, seen
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.navigation import MessageKind
from ui.pages.case.board_part import BoardPart
from ui.pages.case.part import PartContext
from ui.papers import picture
from ui.widgets.labels import Words
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.plain_text_field import PlainTextField
from vpjournal.documents import page_count, page_image, page_text
from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.case import Phase
from vpjournal.domain.guide_options import option_by_id
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.timeline import EventKind

__all__ = ["desk"]


class NamedFiles(ScriptedFiles):
    """Also keeps the names that were proposed."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(path)
        self.names: list[str] = []

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        self.names.append(name)
        return self.path


class Sheet:
    """The paper of a case, open on the screen."""

    def __init__(self, desk: Desk, case: CaseId, path: Path | None, *, printer: bool = True) -> None:
        self.desk, self.case = desk, case
        self.files = NamedFiles(path)
        self.printer = ScriptedPrinter(there=printer)
        context = replace(desk.context, files=self.files, printer=self.printer)
        self.part = BoardPart(PartContext(context, case), Phase.SECOND_CONVERSATION)
        desk.show(self.part)
        self.part.open("paper")
        self.settle()

    def settle(self) -> None:
        """Wait for the paper too, which is made anew after a moment of rest."""
        self.desk.settle()
        paper = self.part._paper
        if paper is not None:
            self.desk.qtbot.waitUntil(lambda: paper.out.outgoing is not None and bool(paper.out._preview.images))
            self.desk.qtbot.waitUntil(lambda: not paper.out._preview._timer.isActive())
        self.desk.settle()

    @property
    def pdf(self) -> bytes:
        assert self.part._paper is not None
        assert self.part._paper.out.outgoing is not None
        return self.part._paper.out.outgoing.made.pdf

    def text(self) -> str:
        return "\n".join(page_text(self.pdf, page) for page in range(page_count(self.pdf)))

    def fault(self) -> str:
        words = seen(self.part, Words, "paperFault")
        return words.text() if words.isVisible() else ""

    def click(self, name: str) -> None:
        self.desk.click(self.part, name)
        self.settle()

    def save(self) -> None:
        """Keep it as a file: the form, then the place that was written down for this test."""
        self.click("savePdfButton")
        self.click("chooseFileButton")

    def papers_on_timeline(self) -> int:
        view = self.desk.run(lambda journal: journal.cases.view(self.case))
        return sum(event.kind is EventKind.PAPER for event in view.events)


def a_sheet(desk: Desk, path: Path | None = None, *, printer: bool = True) -> Sheet:
    case = desk.run(lambda journal: a_case(journal, word="vuurtoren"))
    desk.run(lambda journal: an_option(journal, case, "Een brief schrijven", says="dit durf ik"))
    return Sheet(desk, case, path, printer=printer)


def test_preview_printer_and_file_get_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    sheet = a_sheet(desk, path)
    preview = seen(sheet.part, PaperPreview, "paperPreview")
    shown = preview.images[0]

    sheet.save()
    sheet.click("printButton")

    assert path.read_bytes() == sheet.pdf
    assert shown == picture(page_image(sheet.pdf, 0, width=shown.width()))
    (job,) = sheet.printer.jobs
    assert [image.width() for image in job.images] == [2480] * page_count(sheet.pdf)
    assert job.images[0] == picture(page_image(sheet.pdf, 0, width=2480))
    assert sheet.papers_on_timeline() == 2
    assert {each.name for each in tmp_path.iterdir() if each.suffix == ".pdf"} == {"blad.pdf"}


def test_the_paper_tells_nothing_of_the_case(desk: Desk) -> None:
    sheet = a_sheet(desk)

    assert "Een brief schrijven" in sheet.text()
    assert "Merel" not in sheet.text()
    assert "vuurtoren" not in sheet.text()
    assert "dit durf ik" not in sheet.text()
    sheet.click("showSaysBox")
    assert "dit durf ik" in sheet.text()


@pytest.mark.parametrize("kind", ["file", "folder", "link"])
def test_nothing_is_overwritten_and_saving_can_be_tried_again(desk: Desk, tmp_path: Path, kind: str) -> None:
    path, other = tmp_path / "blad.pdf", tmp_path / "ander.pdf"
    if kind == "folder":
        path.mkdir()
    elif kind == "link":
        path.symlink_to(tmp_path / "nergens")
    else:
        path.write_bytes(b"van iemand anders")
    sheet = a_sheet(desk, path)

    sheet.save()

    assert "niet aangeraakt" in seen(sheet.part, Words, "saveFault").text()
    assert sheet.papers_on_timeline() == 0
    assert path.is_dir() if kind == "folder" else not (tmp_path / "nergens").exists()
    assert kind != "file" or path.read_bytes() == b"van iemand anders"
    sheet.files.path = other
    sheet.click("chooseFileButton")
    assert sheet.files.names == ["Mogelijkheden.pdf", "Mogelijkheden 2.pdf"]
    assert other.read_bytes() == sheet.pdf


def test_without_a_printer_a_file_is_the_next_step(desk: Desk) -> None:
    sheet = a_sheet(desk, printer=False)

    sheet.click("printButton")

    assert "geen printer" in sheet.fault()
    assert sheet.part.focusWidget() is seen(sheet.part, QPushButton, "savePdfButton")
    assert sheet.papers_on_timeline() == 0


def test_the_language_of_the_paper_is_apart_from_that_of_the_screen(desk: Desk) -> None:
    option = {language: option_by_id(language, "O2") for language in Language}
    dutch, english = option[Language.DUTCH], option[Language.ENGLISH]
    assert dutch is not None
    assert english is not None
    case = desk.run(a_case)
    title = BoardText(dutch.title.text, dutch.title.id)
    desk.run(lambda journal: an_option(journal, case, "Mijn eigen plan"))
    desk.run(lambda journal: journal.board.add(case, OptionDraft(title)))
    sheet = Sheet(desk, case, None)
    assert dutch.title.text in sheet.text()

    english_chip = next(each for each in sheet.part.findChildren(QPushButton) if each.text() == "English")
    english_chip.click()
    sheet.settle()

    assert english.title.text in sheet.text()
    assert "Mijn eigen plan" in sheet.text()
    assert seen(sheet.part, QPushButton, "printButton").text() == "Afdrukken"


def test_cards_have_titles_only_and_a_name_of_their_own(desk: Desk) -> None:
    sheet = a_sheet(desk)
    sheet.save()
    sheet.click("cancelSaveButton")

    cards = next(each for each in sheet.part.findChildren(QRadioButton) if "Kaartjes" in each.text())
    cards.click()
    sheet.settle()
    sheet.save()

    assert "Een brief schrijven" in sheet.text()
    assert "Wie weet ervan" not in sheet.text()
    assert sheet.files.names == ["Mogelijkheden.pdf", "Kaartjes.pdf"]


def test_the_contact_line_is_printed_when_wanted_and_remembered(desk: Desk) -> None:
    sheet = a_sheet(desk)
    sheet.click("contactLineBox")
    field = seen(sheet.part, PlainTextField, "contactLineField")
    field.insert_text("Bel 010 000 00 00, op werkdagen")
    sheet.settle()
    assert "Bel 010 000 00 00" in sheet.text()
    assert desk.flush(sheet.part)

    other = desk.run(lambda journal: a_case(journal, "Fluitje-12"))
    desk.run(lambda journal: an_option(journal, other, "Wachten"))
    again = Sheet(desk, other, None)
    assert "Bel 010 000 00 00" in again.text()
    again.click("contactLineBox")
    assert "Bel 010 000 00 00" not in again.text()
    assert desk.flush(again.part)
    kept = desk.run(lambda journal: journal.settings.read().contact_line)
    assert kept == "Bel 010 000 00 00, op werkdagen"


def test_what_cannot_be_printed_is_said_before_printing(desk: Desk) -> None:
    case = desk.run(a_case)
    desk.run(lambda journal: an_option(journal, case, "Praten 💬"))
    sheet = Sheet(desk, case, None)

    words = seen(sheet.part, Words, "unprintableWords")

    assert words.isVisible()
    assert "💬" in words.text()


def test_an_empty_board_has_no_paper_and_says_so(desk: Desk) -> None:
    sheet = Sheet(desk, desk.run(a_case), None)

    assert sheet.part.detail() == ""
    assert sheet.part._paper is None
    assert desk.messages[-1][1] is MessageKind.LOOK
    assert "nog geen blad" in desk.messages[-1][0]


def test_a_long_paper_is_drawn_only_as_far_as_it_is_seen(desk: Desk) -> None:
    case = desk.run(a_case)
    for number in range(40):
        desk.run(lambda journal, number=number: an_option(journal, case, f"Mogelijkheid {number}"))
    sheet = Sheet(desk, case, None)
    preview = seen(sheet.part, PaperPreview, "paperPreview")
    pages = page_count(sheet.pdf)

    assert pages > 3
    assert len(preview.images) < pages
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    desk.qtbot.waitUntil(lambda: pages - 1 in preview.images)
