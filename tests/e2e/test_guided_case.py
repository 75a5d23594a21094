"""A person who never saw the program goes through a whole case, closes it, opens it again and finds everything."""

from pathlib import Path

import pytest

from tests.e2e import guided_case as case
from tests.e2e.approved_summary import MORE, WROTE
from tests.e2e.driver import Driver
from tests.e2e.walk import Walk, text_of_paper

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]


@pytest.fixture
def walk(driver: Driver, tmp_path: Path) -> Walk:
    walk = Walk(driver=driver, papers=tmp_path / "papers")
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    return walk


def test_everything_is_found_back_after_the_program_was_closed(walk: Walk, tmp_path: Path) -> None:
    papers = case.go_through_case(walk)
    code = walk.driver.text_of("caseCode")
    walk.driver.close()
    walk.driver.start(tmp_path / "proef.vpjournal")
    walk.unlock()
    walk.driver.wait_for("newContactButton", timeout=60)
    case.find_everything_back(walk, code)
    _check_paper(text_of_paper(papers.overview), code)
    summary = " ".join(text_of_paper(papers.summary).split())
    assert f"{case.ABOUT} {WROTE}" in summary
    assert MORE.strip() not in summary
    cards = " ".join(text_of_paper(papers.cards).split())
    assert case.OWN_OPTION in cards
    assert case.OWN_PRO not in cards


def _check_paper(raw: str, code: str) -> None:
    paper = " ".join(raw.split())
    for words in (case.OWN_OPTION, "Ik zit er niet alleen.", "De ander kan boos worden.", "Iets anders, of niets"):
        assert words in paper
    for never in (code, code[:-3], case.ORGANISATION, case.WORD, case.ABOUT, "scalatie", "VP-journaal"):
        assert never not in paper
    # The library line that was recognised stands there, spoken to the reporter; the others do not.
    assert "Er is tijd om na te denken." in paper
    assert "Een patroon wordt zichtbaar" not in paper


def test_a_lock_comes_back_to_the_same_note(walk: Walk) -> None:
    case.keep_organisation(walk)
    case.take_first_contact(walk)
    case.hold_first_conversation(walk)
    walk.driver.key("ctrl+2")
    walk.driver.click(walk.t("Aantekening"), within="partTabs")
    walk.driver.wait_for_text("noteEditor", case.STORY)
    walk.lock()
    walk.unlock()
    walk.driver.wait_for("noteEditor", timeout=60)
    walk.driver.wait_for_text("noteEditor", case.STORY)
