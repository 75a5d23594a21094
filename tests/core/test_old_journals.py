"""A journal of every released schema opens, with all that is in it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE
from vpjournal.domain.case import CaseFilter, CaseStatus
from vpjournal.domain.language import Language
from vpjournal.domain.register import Outcome, PaperKind, Way
from vpjournal.domain.summary import SummaryDraft
from vpjournal.domain.timeline import EventKind
from vpjournal.domain.views import HitKind
from vpjournal.journal.opening import CHEAPEST, open_journal, verify
from vpjournal.storage.migrate import shipped

JOURNALS = Path(__file__).parents[1] / "journals"


@pytest.fixture
def folder(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    copy = tmp_path / "oud.vpjournal"
    shutil.copytree(JOURNALS / f"schema-{request.param}.vpjournal", copy)
    return copy


def test_there_is_a_journal_of_every_schema_but_the_present_one() -> None:
    kept = {path.name for path in JOURNALS.glob("*.vpjournal")}
    assert kept == {f"schema-{migration.version}.vpjournal" for migration in shipped()[:-1]}


@pytest.mark.parametrize("folder", [migration.version for migration in shipped()[:-1]], indirect=True)
def test_it_opens_is_sound_and_takes_what_is_new(folder: Path) -> None:
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        (row,) = journal.cases.list(CaseFilter(status=CaseStatus.ALL))
        assert (row.code, row.word, row.organisation_name) == ("Merel-47", "vuurtoren", "Fabeldierenzorg Het Nest")
        assert [hit.kind for hit in journal.search.find("brief")]
        journal.summaries.add(row.id, row.phase, SummaryDraft("zomergras", language=Language.DUTCH))
        assert [hit.kind for hit in journal.search.find("zomergras")] == [HitKind.SUMMARY]
    assert {finding.check: finding.problems for finding in verify(folder, PASSPHRASE, floor=CHEAPEST)} == dict.fromkeys(
        ("header", "copy", "database", "salt", "pages", "structure", "references", "texts", "stray"), 0
    )


@pytest.mark.parametrize("folder", [1], indirect=True)
def test_papers_that_were_recorded_before_there_was_a_register_stand_in_it(folder: Path) -> None:
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        (entry,) = journal.register.list()
        assert (entry.kind, entry.way, entry.outcome) == (PaperKind.OPTIONS_OVERVIEW, Way.UNKNOWN, Outcome.DONE)
        assert entry.case is not None
        events = journal.cases.view(entry.case).events
        assert [event.paper for event in events if event.kind is EventKind.PAPER] == [PaperKind.OPTIONS_OVERVIEW]
