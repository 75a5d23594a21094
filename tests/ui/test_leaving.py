"""Leaving: nothing goes without an entry that tells the truth of it, whatever printer, disk or adviser do."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QWidget
from shiboken6 import delete, isValid

from tests.builders import a_case, a_summary, an_approval
from tests.ui.desk import Desk, desk, seen
from tests.ui.scripted import ScriptedFiles, ScriptedPrinter
from ui.leaving import Left
from ui.navigation import MessageKind
from ui.pages.case.part import PartContext
from ui.pages.leaving.paper_out import PaperOut
from ui.platform import clipboard
from ui.widgets.labels import Words
from vpjournal.domain.case import Asked
from vpjournal.domain.ids import SummaryId
from vpjournal.domain.register import HandedOut, Outcome, PaperKind, Way
from vpjournal.domain.summary import Recipient, SummaryDraft
from vpjournal.journal import papers

__all__ = ["desk"]

LONG = "\n\n".join(f"U vertelde deel {number} van een verzonnen verhaal. " * 12 for number in range(40))


class NamedFiles(ScriptedFiles):
    """Answers with one path after the other, and keeps the names that were proposed."""

    def __init__(self, *paths: Path) -> None:
        super().__init__()
        self.paths = list(paths)
        self.names: list[str] = []

    def save(self, parent: QWidget, *, title: str, name: str, suffix: str) -> Path | None:
        self.names.append(name)
        return self.paths.pop(0) if self.paths else None


def in_a_case(desk: Desk, context: PartContext) -> Desk:
    """Return a desk at which pages stand in a case."""
    made = copy(desk)
    made.context = context.page
    return made


class Out:
    """An approved summary, open on the screen before it leaves."""

    def __init__(self, desk: Desk, *paths: Path, text: str = "U wilt dat het stopt.", **fields: object) -> None:
        self.desk = desk
        self.case = desk.run(a_case)
        self.summary = SummaryId(desk.run(lambda journal: a_summary(journal, self.case, text, **fields)))
        desk.run(lambda journal: an_approval(journal, self.summary))
        self.printer, self.files = ScriptedPrinter(), NamedFiles(*paths)
        self.page = PaperOut(replace(desk.context, printer=self.printer, files=self.files))
        self.left: list[Left] = []
        self.page.left.connect(self.left.append)
        desk.show(self.page)
        summary = self.summary
        self.page.show_order(lambda journal: journal.papers.summary(summary))
        self.settle()

    def settle(self) -> None:
        self.desk.settle()
        if isValid(self.page):
            self.desk.qtbot.waitUntil(lambda: not self.page._preview._timer.isActive())
        self.desk.settle()

    def click(self, name: str) -> None:
        self.desk.click(self.page, name)
        self.settle()

    def says(self, name: str) -> str:
        words = seen(self.page, Words, name)
        return words.text() if words.isVisible() else ""

    def register(self) -> tuple[HandedOut, ...]:
        return self.desk.run(lambda journal: journal.register.list())

    @property
    def pdf(self) -> bytes:
        assert self.page.outgoing is not None
        return self.page.outgoing.made.pdf

    @property
    def pages(self) -> int:
        assert self.page.outgoing is not None
        return self.page.outgoing.made.pages

    def edit(self) -> None:
        self.desk.run(lambda journal: journal.summaries.change(self.summary, SummaryDraft("Iets anders.")))


def test_a_print_is_in_the_register_and_is_asked_after(desk: Desk) -> None:
    out = Out(desk)

    out.click("printButton")

    (entry,) = out.register()
    assert (entry.kind, entry.way, entry.outcome) == (PaperKind.SUMMARY, Way.PRINTED, Outcome.DONE)
    assert [left.entry for left in out.left] == [entry.id]
    assert "meegegeven" in out.page._question.text
    out.click("givenButton")
    assert out.register()[0].afterwards is Asked.YES
    assert out.page._question.text == ""


def test_what_the_adviser_left_in_the_dialog_never_was(desk: Desk) -> None:
    out = Out(desk)
    out.printer.chosen = None

    out.click("printButton")

    assert out.register() == ()
    assert out.says("paperFault") == ""
    assert seen(out.page, QPushButton, "printButton").isEnabled()


@pytest.mark.parametrize("takes", [None, 0])
def test_a_printer_that_takes_nothing_leaves_no_entry(desk: Desk, takes: int | None) -> None:
    out = Out(desk)
    out.printer.begins, out.printer.takes = takes == 0, takes

    out.click("printButton")

    assert out.register() == ()
    assert "nam het blad niet aan" in out.says("paperFault")
    assert seen(out.page, QPushButton, "savePdfButton").isEnabled()


def test_a_printer_that_goes_away_in_the_middle_is_told_with_what_went(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    out.printer.takes = 2

    out.click("printButton")

    (entry,) = out.register()
    assert entry.outcome is Outcome.PARTLY
    assert f"2 van de {out.pages} bladen" in out.says("paperFault")
    assert out.printer.jobs[0].ended
    assert out.page._question.text == ""


def test_a_long_print_shows_how_far_it_is(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    seen(out.page, QPushButton, "printButton").click()
    bar = out.page._ways._busy.findChild(QProgressBar)
    desk.qtbot.waitUntil(lambda: 0 < bar.value() < out.pages)

    assert bar.maximum() == out.pages
    assert not seen(out.page, QPushButton, "printButton").isEnabled()
    out.settle()
    assert not bar.isVisible()


def test_pages_that_the_adviser_picked_are_a_part_without_a_printer_that_stopped(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    out.printer.chosen = range(1, 3)

    out.click("printButton")

    (entry,) = out.register()
    assert entry.outcome is Outcome.PARTLY
    assert out.says("paperFault") == ""
    assert "De bladen zijn naar de printer" in out.page._question.text


def test_a_printer_that_does_not_confirm_leaves_it_unsure(desk: Desk) -> None:
    out = Out(desk)
    out.printer.ends = False

    out.click("printButton")

    assert [entry.outcome for entry in out.register()] == [Outcome.UNSURE]
    assert "Niet zeker" in out.says("paperFault")


def test_what_is_no_longer_approved_does_not_leave(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path)
    out.edit()

    out.click("printButton")

    assert out.register() == ()
    assert not out.printer.jobs or not out.printer.jobs[0].images
    assert "geen akkoord" in out.says("paperFault")
    assert not seen(out.page, QPushButton, "printButton").isEnabled()
    assert not seen(out.page, QPushButton, "savePdfButton").isEnabled()


def test_what_lapses_while_the_form_is_open_is_not_saved(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path)
    out.click("savePdfButton")
    out.edit()

    out.click("chooseFileButton")

    assert out.register() == ()
    assert not path.exists()
    assert "geen akkoord" in out.says("paperFault")


def test_a_print_goes_on_when_the_page_is_gone(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    seen(out.page, QPushButton, "printButton").click()
    delete(out.page)
    out.settle()
    desk.qtbot.waitUntil(lambda: out.printer.jobs[0].ended)

    desk.settle()
    assert [entry.outcome for entry in out.register()] == [Outcome.DONE]


def test_what_is_withdrawn_while_it_prints_stops_there(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    pages = out.pages
    seen(out.page, QPushButton, "printButton").click()
    desk.qtbot.waitUntil(lambda: bool(out.printer.jobs and out.printer.jobs[0].images))
    desk.operations.run(lambda journal: journal.summaries.withdraw(journal.summaries.get(out.summary).approvals[0].id))
    delete(out.page)
    out.settle()

    (job,) = out.printer.jobs
    assert job.ended
    assert 0 < len(job.images) < pages
    assert [entry.outcome for entry in out.register()] == [Outcome.PARTLY]


def test_a_print_goes_on_when_another_case_is_shown_and_tells_nothing_there(desk: Desk) -> None:
    context = PartContext(desk.context, desk.run(lambda journal: a_case(journal, "Merel-99")))
    out = Out(in_a_case(desk, context), text=LONG)
    pages = out.pages
    seen(out.page, QPushButton, "printButton").click()
    desk.qtbot.waitUntil(lambda: bool(out.printer.jobs and out.printer.jobs[0].images))
    context.take(None)
    out.settle()
    desk.qtbot.waitUntil(lambda: out.printer.jobs[0].ended)
    desk.settle()

    assert len(out.printer.jobs[0].images) == pages
    assert [entry.outcome for entry in out.register()] == [Outcome.DONE]
    assert out.left == []
    assert out.page._question.text == ""


def test_a_file_is_saved_when_another_case_is_shown(desk: Desk, tmp_path: Path) -> None:
    context = PartContext(desk.context, desk.run(lambda journal: a_case(journal, "Merel-99")))
    out = Out(in_a_case(desk, context), tmp_path / "blad.pdf")
    out.click("savePdfButton")
    out.page._form.save_requested.connect(lambda _path, _password: context.take(None))
    out.click("chooseFileButton")

    assert (tmp_path / "blad.pdf").exists()
    assert [entry.outcome for entry in out.register()] == [Outcome.DONE]
    assert out.left == []


def test_a_crash_in_the_middle_would_leave_it_unsure(desk: Desk) -> None:
    out = Out(desk, text=LONG)
    seen(out.page, QPushButton, "printButton").click()
    desk.qtbot.waitUntil(lambda: bool(out.printer.jobs and out.printer.jobs[0].images))
    found: list[tuple[HandedOut, ...]] = []
    desk.operations.run(lambda journal: journal.register.list(), done=found.append)
    desk.qtbot.waitUntil(lambda: bool(found))

    assert [entry.outcome for entry in found[0]] == [Outcome.UNSURE]
    out.settle()
    assert [entry.outcome for entry in out.register()] == [Outcome.DONE]


def test_a_file_for_the_reporter_is_open_and_that_is_said(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path)

    out.click("savePdfButton")
    out.click("chooseFileButton")

    assert path.read_bytes() == out.pdf
    (entry,) = out.register()
    assert (entry.way, entry.outcome, entry.protected, entry.place) == (Way.FILE, Outcome.DONE, False, str(path))
    assert out.files.names == ["Samenvatting.pdf"]
    assert desk.messages[-1][1] is MessageKind.LOOK
    assert "wie het vindt, kan het lezen" in desk.messages[-1][0]


FOR_HR = {"recipient": Recipient.HR, "why_not_self": "durft niet", "purpose": "gesprek"}


def test_a_file_for_another_has_a_password_that_opens_it(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path, **FOR_HR)
    out.click("savePdfButton")
    password = out.says("passwordWords")
    assert len(password.split("-")) == 5

    out.click("chooseFileButton")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password=password) as file:
        assert file.encryption.R == 6
    assert out.register()[0].protected
    assert "Alleen wie het wachtwoord heeft" in desk.messages[-1][0]
    # It is gone from the screen, and the next file gets another one.
    assert password not in {words.text() for words in out.page.findChildren(Words)}


def test_leaving_the_password_out_asks_one_calm_question(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path, **FOR_HR)
    out.click("savePdfButton")
    desk.asker.answers = ["Met wachtwoord", "Zonder wachtwoord"]
    out.click("passwordBox")
    assert out.says("passwordWords")
    out.click("passwordBox")
    assert out.says("passwordWords") == ""

    out.click("chooseFileButton")

    assert len(desk.asker.asked) == 2
    assert path.read_bytes() == out.pdf


def test_an_own_password_has_a_least_length_and_is_judged_mildly(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path)
    out.click("savePdfButton")
    out.click("passwordBox")
    out.click("ownPasswordButton")
    field = seen(out.page, QLineEdit, "ownPasswordField")
    desk.qtbot.keyClicks(field, "kort")
    out.click("chooseFileButton")
    assert not path.exists()
    assert out.files.names == []

    desk.qtbot.keyClicks(field, " wachtwoord")
    desk.qtbot.waitUntil(lambda: "makkelijk te raden" in out.says("passwordVerdict"))
    out.click("chooseFileButton")

    with pikepdf.open(path, password="kort wachtwoord"):
        pass


def test_an_own_password_is_never_longer_than_every_reader_can_take(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path, **FOR_HR)
    out.click("savePdfButton")
    out.click("ownPasswordButton")
    field = seen(out.page, QLineEdit, "ownPasswordField")
    for _ in range(100):
        field.insert("é")
    assert field.text() == "é" * 63
    out.click("chooseFileButton")

    with pikepdf.open(path, password="é" * 63):
        pass


def test_nothing_is_overwritten_and_another_name_is_proposed(desk: Desk, tmp_path: Path) -> None:
    path, other = tmp_path / "Samenvatting.pdf", tmp_path / "Samenvatting 2.pdf"
    path.write_bytes(b"van iemand anders")
    out = Out(desk, path, other)
    out.click("savePdfButton")

    out.click("chooseFileButton")

    assert "niet aangeraakt" in out.says("saveFault")
    assert path.read_bytes() == b"van iemand anders"
    assert out.register() == ()
    out.click("chooseFileButton")
    assert out.files.names == ["Samenvatting.pdf", "Samenvatting 2.pdf"]
    assert other.read_bytes() == out.pdf


@pytest.mark.parametrize("name", ["Samenvatting voor Fatima.pdf", "samenvatting_Fatima_el_Amrani.pdf"])
def test_a_name_in_the_name_of_the_file_is_warned_of(desk: Desk, tmp_path: Path, name: str) -> None:
    out = Out(desk, tmp_path / name, tmp_path / name, tmp_path / "Blad 2.pdf")
    out.click("savePdfButton")
    out.click("chooseFileButton")
    assert "Fatima" in out.says("syncedWords")
    assert out.register() == ()
    out.click("otherFolderButton")
    assert "Fatima" in out.says("syncedWords")
    out.click("otherFolderButton")
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["Blad 2.pdf"]


def test_a_folder_that_is_copied_elsewhere_is_warned_of(desk: Desk, tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    out = Out(desk, synced / "a.pdf", synced / "b.pdf", tmp_path / "c.pdf")
    out.click("savePdfButton")

    out.click("chooseFileButton")
    assert "OneDrive" in out.says("syncedWords")
    assert out.register() == ()
    out.click("saveHereButton")
    assert (synced / "a.pdf").exists()

    out.click("savePdfButton")
    out.click("chooseFileButton")
    out.click("otherFolderButton")
    assert not (synced / "b.pdf").exists()
    assert (tmp_path / "c.pdf").exists()


def test_what_is_called_off_while_the_folder_is_looked_at_is_not_saved(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path, **FOR_HR)
    out.click("savePdfButton")

    seen(out.page, QPushButton, "chooseFileButton").click()
    seen(out.page, QPushButton, "cancelSaveButton").click()
    out.settle()

    assert not path.exists()
    assert out.register() == ()
    assert out.left == []


def test_what_is_being_saved_can_no_longer_be_called_off(desk: Desk, tmp_path: Path) -> None:
    out = Out(desk, tmp_path / "blad.pdf", **FOR_HR)
    out.click("savePdfButton")
    password = out.says("passwordWords")
    cancel = seen(out.page, QPushButton, "cancelSaveButton")
    form = out.page._form
    could: list[bool] = []
    form.save_requested.connect(lambda _path, _password: could.append(cancel.isEnabled()))

    out.click("chooseFileButton")

    assert could == [False]
    with pikepdf.open(tmp_path / "blad.pdf", password=password) as file:
        assert len(file.pages) == 1
    out.click("savePdfButton")
    assert seen(out.page, QPushButton, "cancelSaveButton").isEnabled()


@pytest.mark.parametrize("kind", ["link", "broken link", "folder", "closed", "long name", "up and down", "emoji"])
def test_a_place_that_cannot_be_is_told_and_never_touched(desk: Desk, tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "papieren"
    folder.mkdir()
    other = folder / "van een ander.pdf"
    other.write_bytes(b"van een ander")
    path = {
        "link": folder / "blad.pdf",
        "broken link": folder / "blad.pdf",
        "folder": folder / "blad.pdf",
        "closed": Path("/proc/self/blad.pdf"),
        "long name": folder / f"{'a' * 300}.pdf",
        "up and down": folder / "nergens" / ".." / "blad.pdf",
        "emoji": folder / "weg 🙂" / "blad 🙂.pdf",
    }[kind]
    if kind == "folder":
        path.mkdir()
    elif "link" in kind:
        path.symlink_to(other if kind == "link" else folder / "nergens.pdf")
    before = sorted(folder.iterdir())
    out = Out(desk, path)
    out.click("savePdfButton")

    out.click("chooseFileButton")

    assert out.says("saveFault")
    assert out.register() == ()
    assert sorted(folder.iterdir()) == before
    assert other.read_bytes() == b"van een ander"
    assert seen(out.page, QPushButton, "chooseFileButton").isEnabled()


def test_other_words_are_never_taken_for_those_on_the_screen(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "blad.pdf"
    out = Out(desk, path, **FOR_HR)
    out.click("savePdfButton")
    first = out.says("passwordWords")

    seen(out.page, QPushButton, "otherPasswordButton").click()
    assert out.says("passwordWords") == ""
    seen(out.page, QPushButton, "chooseFileButton").click()
    out.settle()

    assert not path.exists()
    assert out.says("passwordWords") not in ("", first)


def test_a_disk_that_fails_takes_the_entry_back(desk: Desk, tmp_path: Path) -> None:
    out = Out(desk, tmp_path / "nergens" / "blad.pdf")
    out.click("savePdfButton")

    out.click("chooseFileButton")

    assert out.says("saveFault")
    assert out.register() == ()


def test_a_password_is_copied_for_a_while(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_A_WHILE_MS", 30)
    out = Out(desk, **FOR_HR)
    out.click("savePdfButton")
    out.click("copyPasswordButton")

    board = QGuiApplication.clipboard()
    password = out.says("passwordWords")
    assert password in (board.text(), "")  # slow machines may have cleared it already
    desk.qtbot.waitUntil(lambda: board.text() == "")
    board.setText("van de gebruiker")
    clipboard.copy_for_a_while(password)
    board.setText("van de gebruiker")
    desk.qtbot.wait(60)
    assert board.text() == "van de gebruiker"
    board.clear()


def test_the_same_words_give_the_same_bytes_before_encryption(desk: Desk) -> None:
    out = Out(desk)
    first = out.pdf
    summary = out.summary
    out.page.show_order(lambda journal: journal.papers.summary(summary))
    out.settle()

    assert out.pdf == first


def test_a_long_paper_says_so_while_it_is_made_and_lets_the_adviser_go(desk: Desk) -> None:
    out = Out(desk, text="\n\n".join([LONG] * 6))
    summary = out.summary
    out.page._late.setInterval(0)
    backs: list[bool] = []
    out.page.back_requested.connect(lambda: backs.append(True))
    out.page.show_order(lambda journal: journal.papers.summary(summary))
    desk.qtbot.waitUntil(out.page._ways._busy.isVisible)
    seen(out.page, QPushButton, "leavePaperButton").click()
    out.settle()

    assert backs
    assert not out.page._ways._busy.isVisible()
    assert papers.page_count(out.pdf) == out.pages > 20
