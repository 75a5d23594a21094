"""The commands that change what opens a journal, and that keep it safe."""

from contextlib import closing
from pathlib import Path

import pytest

from vpjournal import cli
from vpjournal.domain.case import CaseDraft
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal

PASSPHRASE, NEW = "wolk 'tafel' rivier ", "kelder bezem zolder"


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments], profile=CHEAPEST, floor=CHEAPEST)


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return written(tmp_path / "passphrase", PASSPHRASE)


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, Path]:
    """The folder of a journal with one case, and a file with its recovery code."""
    folder = tmp_path / "Proef.vpjournal"
    code, journal = create_journal(folder, PASSPHRASE, profile=CHEAPEST)
    with closing(journal):
        journal.cases.add(CaseDraft("Merel-47"))
    return folder, written(tmp_path / "code", " ".join(code.groups))


def codes(folder: Path, passphrase: str) -> list[str]:
    with closing(open_journal(folder, passphrase, floor=CHEAPEST)) as journal:
        return [row.code for row in journal.cases.list()]


def test_another_passphrase(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, _code = made
    wrong, right = written(tmp_path / "wrong", NEW, PASSPHRASE), written(tmp_path / "right", PASSPHRASE, NEW)
    assert run("passphrase", folder, "--passphrase-file", wrong) == 3
    assert codes(folder, PASSPHRASE) == ["Merel-47"]
    assert run("passphrase", folder, "--passphrase-file", right) == 0
    assert codes(folder, NEW) == ["Merel-47"]
    with pytest.raises(WrongPassphrase):
        codes(folder, PASSPHRASE)


def test_recovery(made: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, code = made
    new, fresh = written(tmp_path / "new", NEW), tmp_path / "fresh"
    slip = written(tmp_path / "slip", code.read_text().strip()[:-1] + "?")
    assert run("recover", folder, "--code-file", slip, "--passphrase-file", new) == 3
    assert "tikfout" in capsys.readouterr().err
    given = ("recover", folder, "--code-file", code, "--passphrase-file", new, "--new-code-file", fresh)
    assert run(*given) == 0
    assert codes(folder, NEW) == ["Merel-47"]
    assert len(fresh.read_text().split()) == 7
    assert fresh.read_text() != code.read_text()
    fresh.unlink()
    assert run(*given) == 3


def test_a_backup_is_made_checked_and_put_back_and_never_over_anything(
    made: tuple[Path, Path], secret: Path, tmp_path: Path
) -> None:
    folder, code = made
    file, target = tmp_path / "kopie.vpbackup", tmp_path / "Terug.vpjournal"
    assert run("backup", folder, file, "--passphrase-file", secret) == 0
    assert run("backup", folder, file, "--passphrase-file", secret) == 1
    assert run("verify", file, "--passphrase-file", secret) == 0
    assert run("restore", file, target, "--passphrase-file", secret) == 0
    assert run("restore", file, target, "--passphrase-file", secret) == 1
    assert codes(target, PASSPHRASE) == ["Merel-47"]
    assert run("restore", file, tmp_path / "Ook.vpjournal", "--code-file", code) == 0
    assert run("restore", file, tmp_path / "Niet.vpjournal", "--passphrase-file", written(tmp_path / "x", NEW)) == 3
    data = bytearray(file.read_bytes())
    data[5000] ^= 1
    file.write_bytes(data)
    assert run("verify", file, "--passphrase-file", secret) == 4
    assert run("restore", file, tmp_path / "Niet.vpjournal", "--passphrase-file", secret) == 4
    assert not (tmp_path / "Niet.vpjournal").exists()
