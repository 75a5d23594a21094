"""A journal to spoil, made once and copied for each test; FAULTS_FULL=1 raises the counts."""

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.core.vaults import Made, make_journal

FULL = os.environ.get("FAULTS_FULL") == "1"


def count(usual: int, full: int) -> int:
    """How often to try something."""
    return full if FULL else usual


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_journal(tmp_path_factory.mktemp("template") / "Proef.vpjournal", texts=20)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    folder = tmp_path / "Proef.vpjournal"
    shutil.copytree(template.folder, folder)
    return Made(folder, template.groups)


@pytest.fixture
def chance() -> random.Random:
    """Random numbers whose seed is printed when a test fails."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    return random.Random(seed)  # noqa: S311  (chance that can be repeated is the point)
