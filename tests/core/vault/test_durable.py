import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from vpjournal.errors import DeviceFailed, JournalExists, NotAJournal, translate_os_error
from vpjournal.vault import durable
from vpjournal.vault.durable import create_file, read_file, replace_file, write_new_file
from vpjournal.vault.noreplace import rename_new

Obstacle = Callable[[Path, Path], object]


def _file(path: Path, other: Path) -> object:
    return path.write_bytes(b"mine")


def _folder(path: Path, other: Path) -> object:
    return path.mkdir()


def _link(path: Path, other: Path) -> object:
    return path.symlink_to(other)


def _dangling(path: Path, other: Path) -> object:
    return path.symlink_to(other.with_name("nowhere"))


def _hard_link(path: Path, other: Path) -> object:
    return path.hardlink_to(other)


def _pipe(path: Path, other: Path) -> object:
    return os.mkfifo(path)


OBSTACLES = [_file, _folder, _link, _dangling, _hard_link, _pipe]


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "named":
        # What every system without nameless files does.
        monkeypatch.setattr(durable.sys, "platform", "freebsd")
    return str(request.param)


@pytest.mark.parametrize("obstacle", OBSTACLES)
@pytest.mark.row(27, "something at the place of a paper")
def test_a_saved_file_never_takes_the_place_of_anything(tmp_path: Path, obstacle: Obstacle, way: str) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"keep")
    target = tmp_path / "paper.pdf"
    obstacle(target, other)
    before = sorted((path.name, path.lstat().st_ino) for path in tmp_path.iterdir())
    with pytest.raises(JournalExists):
        write_new_file(target, b"%PDF")
    assert other.read_bytes() == b"keep"
    assert sorted((path.name, path.lstat().st_ino) for path in tmp_path.iterdir()) == before


@pytest.mark.row(28, "a paper")
def test_a_file_is_saved_whole_and_private_whatever_the_umask(tmp_path: Path, way: str) -> None:
    data = os.urandom(3_000_000)
    old = os.umask(0)
    try:
        write_new_file(tmp_path / "paper.pdf", data)
    finally:
        os.umask(old)
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes() == data
    assert stat.S_IMODE((tmp_path / "paper.pdf").stat().st_mode) == 0o600


def test_a_missing_folder_is_said_and_not_made(tmp_path: Path, way: str) -> None:
    with pytest.raises(DeviceFailed):
        write_new_file(tmp_path / "stick" / "paper.pdf", b"x")
    assert not list(tmp_path.iterdir())


def test_replacing_leaves_only_the_new_bytes_and_spares_what_a_link_leads_to(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "journal.header"
    other.write_bytes(b"keep")
    path.symlink_to(other)
    (tmp_path / "journal.header.new").write_bytes(b"left by a crash")
    replace_file(path, b"new")
    assert (path.read_bytes(), other.read_bytes(), path.is_symlink()) == (b"new", b"keep", False)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["journal.header", "other"]


def test_creating_refuses_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to(tmp_path / "nowhere")
    with pytest.raises(JournalExists):
        create_file(tmp_path / "x", b"")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("obstacle", [_folder, _link, _pipe])
@pytest.mark.row(27, "what is no file, read")
def test_only_regular_files_are_read(tmp_path: Path, obstacle: Obstacle) -> None:
    (tmp_path / "other").write_bytes(b"keep")
    obstacle(tmp_path / "x", tmp_path / "other")
    with pytest.raises(NotAJournal):
        read_file(tmp_path / "x", limit=10)


@pytest.mark.parametrize("kind", [_file, _folder])
def test_renaming_never_replaces(tmp_path: Path, kind: Obstacle) -> None:
    for name in ("source", "target"):
        kind(tmp_path / name, tmp_path / name)
    with pytest.raises(FileExistsError):
        rename_new(tmp_path / "source", tmp_path / "target")
    rename_new(tmp_path / "source", tmp_path / "free")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["free", "target"]


def test_an_unknown_fault_is_the_devices() -> None:
    assert isinstance(translate_os_error(OSError(5, "x")), DeviceFailed)
    assert isinstance(translate_os_error(OSError("x")), DeviceFailed)
