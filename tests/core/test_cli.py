import hashlib
import io
import json
import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from vpjournal import cli
from vpjournal.cli import making
from vpjournal.domain.case import CaseDraft
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal

PASSPHRASE = "wolk 'tafel' rivier "


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Proef.vpjournal"
    create_journal(place, PASSPHRASE, profile=CHEAPEST)[1].close()
    return place


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments], profile=CHEAPEST, floor=CHEAPEST)


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_create_prints_the_code_once_and_the_journal_opens(
    tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "new" / "Proef.vpjournal"
    assert run("create", place, "--passphrase-file", secret) == 0
    shown = capsys.readouterr().out
    assert len(shown.split(": ")[1].split()) == 7
    assert "wolk" not in shown
    open_journal(place, PASSPHRASE, floor=CHEAPEST).close()


def test_create_writes_the_code_to_a_new_private_file(
    tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = tmp_path / "code"
    assert run("create", tmp_path / "a", "--passphrase-file", secret, "--code-file", code, "--json") == 0
    groups = code.read_text().split()
    assert [len(group) for group in groups] == [5] * 7
    assert stat.S_IMODE(code.stat().st_mode) == 0o600
    assert groups[0] not in capsys.readouterr().out
    assert run("create", tmp_path / "b", "--passphrase-file", secret, "--code-file", code) == 1
    assert not (tmp_path / "b").exists()
    assert code.read_text().split() == groups


def test_a_code_that_cannot_be_written_is_shown_after_all(
    tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = tmp_path / "nowhere" / "code"
    assert run("create", tmp_path / "a", "--passphrase-file", secret, "--code-file", code, "--json") == 1
    assert len(json.loads(capsys.readouterr().out)["recovery_code"].split()) == 7


def test_create_never_takes_the_place_of_anything(
    folder: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("create", folder, "--passphrase-file", secret) == 1
    assert "niet aangeraakt" in capsys.readouterr().err


def test_info_needs_no_passphrase(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", folder, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["generation"], found["memory_kib"]) == (1, 1, CHEAPEST.memory)
    assert found["slots"] == ["passphrase", "recovery"]
    assert run("info", folder) == 0
    assert "Argon2id, 64 KiB" in capsys.readouterr().out


def test_verify_says_what_is_sound_and_what_is_not(
    folder: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", folder, "--passphrase-file", secret, "--json") == 0
    assert set(json.loads(capsys.readouterr().out)["checks"].values()) == {0}
    (folder / "journal.header.copy").write_bytes(b"spoilt")
    assert run("verify", folder, "--passphrase-file", secret) == 4
    lines = capsys.readouterr().out.splitlines()
    assert "kopie van de kop: beschadigd" in lines
    assert "kop: goed" in lines


def test_every_status_of_the_list(
    folder: Path, secret: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("tafel\n")
    verify = ("verify", folder, "--passphrase-file")
    assert run(*verify, secret) == 0
    assert run("info", tmp_path / "absent") == 1
    assert run("nonsense") == run() == run(*verify, tmp_path / "absent") == 2
    assert run(*verify, wrong) == 3
    journal = open_journal(folder, PASSPHRASE, floor=CHEAPEST)
    assert run(*verify, secret) == 6
    journal.close()
    header, copy = folder / "journal.header", folder / "journal.header.copy"
    shutil.copy(header, tmp_path / "kept")
    for path in (header, copy):
        path.write_bytes(b"spoilt")
    assert run(*verify, secret) == 4
    newer = b"VPJOURNAL 2\n"
    header.write_bytes(newer + hashlib.sha256(newer).hexdigest().encode() + b"\n")
    assert run(*verify, secret) == 5
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert "wolk" not in captured.err + captured.out


def test_a_passphrase_comes_from_the_first_line_of_standard_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ending, status in ((b"\n", 0), (b"\r\n", 0), (b"", 0), (b"\nmore\n", 0), (b" \n", 3), (b"\r\r\n", 3)):
        feed(monkeypatch, PASSPHRASE.encode() + ending)
        assert run("verify", folder, "--passphrase-file", "-") == status, ending


def test_an_unreadable_or_empty_passphrase_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bytes"
    path.write_bytes(b"\xff\xfe\n")
    assert run("verify", folder, "--passphrase-file", path) == 2
    path.write_bytes(b"")
    assert run("create", tmp_path / "a", "--passphrase-file", path) == 1
    assert "lege wachtzin" in capsys.readouterr().err


def test_a_passphrase_is_never_an_argument(folder: Path) -> None:
    assert run("verify", folder, PASSPHRASE) == 2
    assert run("verify", folder, "--passphrase", PASSPHRASE) == 2


def test_search_reads_words_and_finds_nothing_in_an_empty_journal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, f"{PASSPHRASE}\nonvindbaar\n".encode())
    assert run("search", folder, "--passphrase-file", "-", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"found": {}}


def test_search_tells_codes_and_counts_and_words_only_when_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_journal(folder, PASSPHRASE, floor=CHEAPEST)) as journal:
        journal.cases.add(CaseDraft(code="Merel-47", about="Gesprek bij de lantaarnpaal"))
    feed(monkeypatch, f"{PASSPHRASE}\nlantaarnpaal\n".encode())
    assert run("search", folder, "--passphrase-file", "-") == 0
    assert capsys.readouterr().out == "Merel-47\t1\n"
    feed(monkeypatch, f"{PASSPHRASE}\nlantaarnpaal\n".encode())
    assert run("search", folder, "--passphrase-file", "-", "--text", "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["snippets"]
    assert found["code"] == "Merel-47"
    assert "Gesprek bij de lantaarnpaal" in found["text"]


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vpjournal.cli", "verify", str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        start_new_session=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr


def test_a_person_at_a_terminal_is_asked_without_echo(folder: Path) -> None:
    import pty

    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "vpjournal.cli", "verify", str(folder)],
        stdin=side,
        stdout=side,
        stderr=side,
        start_new_session=True,
    )
    os.close(side)
    said = b""
    while b"Wachtzin: " not in said:
        said += os.read(main, 1000)
    os.write(main, b"tafel\n")
    while process.poll() is None or b"\n" not in said:
        try:
            said += os.read(main, 1000)
        except OSError:
            break
    os.close(main)
    # The journal's derivation is cheaper than a reader out of a test believes.
    assert process.wait() == 4
    assert b"tafel" not in said


def test_demo_makes_a_journal_of_invented_cases_that_says_so(
    tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "Demo.vpjournal"
    sizes = ("--cases", 12, "--years", 2, "--seed", 7)
    assert run("demo", place, "--passphrase-file", secret, *sizes, "--json") == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["recovery_code"].split()) == 7
    assert shown.err == ""
    with closing(open_journal(place, PASSPHRASE, floor=CHEAPEST)) as journal:
        assert journal.is_example
        assert journal.today.view().cases >= 11
        codes = [row.code for row in journal.cases.list()]
    again = tmp_path / "Nog.vpjournal"
    assert run("demo", again, "--passphrase-file", secret, *sizes, "--code-file", tmp_path / "code") == 0
    assert (tmp_path / "code").is_file()
    with closing(open_journal(again, PASSPHRASE, floor=CHEAPEST)) as journal:
        assert [row.code for row in journal.cases.list()] == codes
    assert run("verify", again, "--passphrase-file", secret) == 0


def test_demo_tells_how_far_a_large_one_is_and_leaves_nothing_when_interrupted(
    tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "_LONG", 20)
    assert run("demo", tmp_path / "Demo", "--passphrase-file", secret, "--cases", 50) == 0
    assert capsys.readouterr().err.split("\n")[:3] == [
        "20 van de 50 casussen",
        "40 van de 50 casussen",
        "50 van de 50 casussen",
    ]

    def interrupted(*_told: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "_tell_progress", interrupted)
    assert run("demo", tmp_path / "Weg", "--passphrase-file", secret, "--cases", 50) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Demo", "passphrase"]


def test_demo_never_fills_a_journal_that_is_there(
    folder: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run("demo", folder, "--passphrase-file", secret) == 1
    assert "niet aangeraakt" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("wrong", [("--cases", "veel"), ("--years", 0), ("--seed", "-1"), ("--notes", 10**9)])
def test_demo_asks_for_whole_numbers(tmp_path: Path, secret: str, wrong: tuple[object, ...]) -> None:
    assert run("demo", tmp_path / "Demo", "--passphrase-file", secret, *wrong) == 2
    assert not (tmp_path / "Demo").exists()
