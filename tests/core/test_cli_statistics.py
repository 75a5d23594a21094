"""``statistics``: protected figures in a file, of an organisation and a year that there are; nothing is issued."""

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, a_case, a_contact_draft, an_organisation
from vpjournal import cli
from vpjournal.domain.counting import Dimension
from vpjournal.journal.opening import CHEAPEST, create_journal

SUBJECTS = ("bullying", "intimidation", "discrimination", "integrity")
NAME = "Fabeldierenzorg Het Nest"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Proef.vpjournal"
    with closing(create_journal(place, PASSPHRASE, profile=CHEAPEST)[1]) as journal:
        nest = an_organisation(journal, NAME, headcount=400)
        for number in range(40):
            first = a_contact_draft(day=date(2024, 1 + number % 12, 12))
            case = a_case(journal, f"Merel-{10 + number}", organisation=nest, first=first)
            journal.counting.choose(case, Dimension.SUBJECT, (SUBJECTS[number % 4],))
    return place


def run(folder: Path, tmp_path: Path, **other: str) -> int:
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    given = {"organisation": NAME, "period": "2024", "out": str(tmp_path / "uit"), **other}
    words = [word for name, value in given.items() for word in (f"--{name}", value)]
    return cli.main(
        ["statistics", str(folder), "--passphrase-file", str(secret), *words], profile=CHEAPEST, floor=CHEAPEST
    )


def test_protected_figures_are_written_and_no_case_with_them(folder: Path, tmp_path: Path) -> None:
    assert run(folder, tmp_path) == 0
    text = (tmp_path / "uit" / "report.json").read_text(encoding="utf-8")
    assert NAME in text
    year = json.loads(text)["year"]
    assert year["cases"] == 40
    assert any(table["lines"] for table in year["tables"])
    assert "Merel" not in text


def test_what_is_there_is_never_written_over(folder: Path, tmp_path: Path) -> None:
    assert run(folder, tmp_path) == 0
    before = (tmp_path / "uit" / "report.json").read_bytes()
    assert run(folder, tmp_path) == 1
    assert (tmp_path / "uit" / "report.json").read_bytes() == before


@pytest.mark.parametrize("wrong", [{"organisation": "De Ark"}, {"period": "2019"}, {"period": "vorig jaar"}])
def test_an_organisation_or_year_that_is_not_there_is_said_to_be(
    folder: Path, tmp_path: Path, wrong: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, tmp_path, **wrong) == 2
    assert capsys.readouterr().err.strip()
    assert not (tmp_path / "uit").exists()


def test_the_same_journal_gives_the_same_file_however_the_name_is_written(folder: Path, tmp_path: Path) -> None:
    assert run(folder, tmp_path) == 0
    assert run(folder, tmp_path, organisation="fabeldierenzorg het nest", out=str(tmp_path / "weer")) == 0
    assert (tmp_path / "uit" / "report.json").read_bytes() == (tmp_path / "weer" / "report.json").read_bytes()
