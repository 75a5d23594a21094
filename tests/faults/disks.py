"""Small disks to fill, to make read-only and to pull out; only root can have them, on Linux."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


def mount(*arguments: str) -> None:
    done = subprocess.run(["mount", *arguments], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("only root can mount a small disk")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MiB."""
    if sys.platform != "linux" or shutil.which("mount") is None:
        pytest.skip("a small disk is made on Linux only")
    place = tmp_path / "disk"
    place.mkdir()
    mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place))
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


def _filler(disk: Path) -> Path:
    return disk / "other people's files"


def fill(disk: Path) -> None:
    with contextlib.suppress(OSError), _filler(disk).open("ab", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def make_room(disk: Path) -> None:
    _filler(disk).unlink()


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nothing new be made in a folder that is in use."""
    mount("--bind", str(folder), str(folder))
    try:
        mount("-o", "remount,ro,bind", str(folder))
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
