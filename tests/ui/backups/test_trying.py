"""*Probeer een reservekopie*: it opens with its passphrase or it does not, and what is wrong is said in words."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.builders import PASSPHRASE, a_case, a_contact
from tests.ui.backups.steps import choose, made_in, words
from tests.ui.desk import Desk, seen
from ui.pages.backups.backups_page import BackupsPage
from ui.widgets.passphrase_field import PassphraseField
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST

NEW = "kelder bezem zolder trap kraan dak"


@pytest.fixture
def backup(desk: Desk, page: BackupsPage, stick: Path) -> Path:
    desk.run(lambda journal: a_contact(journal, a_case(journal), note="gesprek"))
    return made_in(desk, stick)


def outcome(page: BackupsPage) -> str:
    return seen(page, QLabel, "trialOutcome").text()


def type_passphrase(page: BackupsPage, passphrase: str) -> None:
    page.findChildren(PassphraseField)[0].set_text(passphrase)


def try_it(desk: Desk, page: BackupsPage, passphrase: str) -> str:
    type_passphrase(page, passphrase)
    desk.click(page, "tryBackupButton")
    return outcome(page)


def test_a_good_one_of_the_list_is_said_to_be_good(desk: Desk, page: BackupsPage, backup: Path, tmp_path: Path) -> None:
    before = backup.read_bytes()
    desk.click(page, "tryBackupLink")
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie is goed.")
    assert page.findChildren(PassphraseField)[0].text == ""
    assert backup.read_bytes() == before
    assert not list((tmp_path / "data").rglob("*.db"))


def test_another_passphrase_does_not_open_it_and_can_be_typed_again(
    desk: Desk, page: BackupsPage, backup: Path
) -> None:
    desk.click(page, "tryBackupLink")
    assert try_it(desk, page, "kelder").startswith("Deze wachtzin past niet op deze reservekopie.")
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie is goed.")


def test_after_a_change_the_list_says_which_ones_open_with_the_passphrase_of_before(
    desk: Desk, page: BackupsPage, backup: Path, stick: Path
) -> None:
    remark = "Gaat open met een eerdere wachtzin"
    assert remark not in words(page)
    desk.run(lambda journal: journal.keys.new_code(PASSPHRASE, profile=CHEAPEST))
    made_in(desk, stick)
    assert remark not in words(page)
    desk.run(lambda journal: journal.keys.change_passphrase(PASSPHRASE, NEW, profile=CHEAPEST))
    made_in(desk, stick)
    assert words(page).count(remark) == 2


def test_a_file_from_elsewhere_is_tried_too(desk: Desk, page: BackupsPage, backup: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "andere.vpbackup"
    shutil.copy(backup, elsewhere)
    choose(desk, elsewhere)
    desk.click(page, "chooseBackupFileButton")
    assert str(elsewhere) in words(page)
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie is goed.")


def test_what_is_wrong_with_it_is_said_in_words(desk: Desk, page: BackupsPage, backup: Path) -> None:
    whole = backup.read_bytes()
    desk.click(page, "tryBackupLink")
    backup.write_bytes(whole[:9000] + b"\0" + whole[9001:])
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie is beschadigd")
    backup.write_bytes(b"boodschappen")
    assert try_it(desk, page, PASSPHRASE) == "Dit bestand is geen reservekopie van VP-journaal."
    backup.unlink()
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie is er nu niet.")


def test_a_text_that_is_not_whole_in_it_is_found(desk: Desk, page: BackupsPage, stick: Path) -> None:
    def spoil(journal: Journal) -> None:
        a_contact(journal, a_case(journal), note="gesprek")
        with journal._database.transaction():
            journal._database.execute("UPDATE note SET text = 'gespr'")

    desk.run(spoil)
    made_in(desk, stick)
    desk.click(page, "tryBackupLink")
    assert try_it(desk, page, PASSPHRASE).startswith("Deze reservekopie gaat open, maar niet alles erin is heel.")


def test_nothing_typed_says_so(desk: Desk, page: BackupsPage, backup: Path) -> None:
    desk.click(page, "tryBackupLink")
    desk.click(page, "tryBackupButton")
    assert page.findChildren(PassphraseField)[0].fault == "Typ eerst de wachtzin."


def test_leaving_forgets_what_was_typed(desk: Desk, page: BackupsPage, backup: Path) -> None:
    desk.click(page, "tryBackupLink")
    type_passphrase(page, PASSPHRASE)
    assert desk.flush(page)
    assert page.findChildren(PassphraseField)[0].text == ""


def test_stopping_says_so(desk: Desk, page: BackupsPage, backup: Path, tmp_path: Path) -> None:
    desk.click(page, "tryBackupLink")
    type_passphrase(page, PASSPHRASE)
    page._try._on_try()
    page._try._on_cancel()
    desk.settle()
    assert outcome(page) == "U hebt dit gestopt."
    assert not list((tmp_path / "data").rglob("*.db"))
