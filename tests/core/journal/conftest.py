"""An open journal for each test of the use cases."""

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import PASSPHRASE, Clock, a_journal, at_clock
from vpjournal.journal.facade import Journal
from vpjournal.journal.opening import CHEAPEST, open_journal


@pytest.fixture(scope="session")
def empty_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty")
    a_journal(folder).close()
    return folder / "Proef.vpjournal"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(empty_journal: Path, tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    folder = tmp_path / "Proef.vpjournal"
    shutil.copytree(empty_journal, folder)
    with contextlib.closing(at_clock(open_journal(folder, PASSPHRASE, floor=CHEAPEST), clock)) as opened:
        yield opened
