"""The commands that change what opens a journal, and that keep it safe."""

import os
import signal
from contextlib import closing
from pathlib import Path

import pytest

from vpjournal import cli
from vpjournal.cli.console import Console
from vpjournal.cli.stopping import telling
from vpjournal.domain.case import CaseDraft
from vpjournal.errors import WrongPassphrase
from vpjournal.journal.opening import CHEAPEST, create_journal, open_journal

PASSPHRASE, NEW = "wolk 'tafel' rivier ", "kelder bezem zolder"


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments], profile=CHEAPEST, floor=CHEAPEST)


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["backup", "restore", "verify", "verify a backup", "passphrase"])
def test_an_interruption_is_heard_at_the_next_step_and_leaves_nothing_half(
    made: tuple[Path, Path],
    secret: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    number: signal.Signals,
) -> None:
    # Who starts the tests in the background has it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder, _code = made
    stick = tmp_path / "stick"
    stick.mkdir()
    file = stick / "kopie.vpbackup"
    assert run("backup", folder, file, "--passphrase-file", secret) == 0
    before = {path: path.read_bytes() for path in (*folder.iterdir(), *stick.iterdir())}
    given: dict[str, tuple[object, ...]] = {
        "backup": (folder, stick / "nieuw.vpbackup"),
        "restore": (file, stick / "Terug.vpjournal"),
        "verify": (folder,),
        "verify a backup": (file,),
        "passphrase": (folder,),
    }
    lines = written(tmp_path / "lines", PASSPHRASE, NEW)
    told: list[str] = []

    def tell_and_interrupt(_console: Console, text: str) -> None:
        told.append(text)
        os.kill(os.getpid(), number)

    monkeypatch.setattr(Console, "remark", tell_and_interrupt)
    capsys.readouterr()
    assert run(command.split(maxsplit=1)[0], *given[command], "--passphrase-file", lines) == 1
    assert "gestopt" in capsys.readouterr().err
    # The first was told, and no step after it.
    assert len(told) == 1
    assert {path: path.read_bytes() for path in (*folder.iterdir(), *stick.iterdir())} == before
    assert not list(Path(os.environ["XDG_DATA_HOME"]).rglob("*.db"))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_second_interruption_ends_at_once() -> None:
    def interrupt_twice() -> None:
        with telling(Console.__new__(Console)):
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        interrupt_twice()


def test_checking_tells_how_far_it_is(
    made: tuple[Path, Path], secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", made[0], "--passphrase-file", secret) == 0
    told = capsys.readouterr().err.split("\n")
    assert told[-2:] == ["100 %", ""]
    assert len(told) > 4
