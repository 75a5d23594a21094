"""A journal to spoil, made once and copied for each test; FAULTS_FULL=1 raises the counts."""

import shutil
from pathlib import Path

import pytest

from tests.core.vaults import Made, make_journal
from tests.faults.recorder import FULL, count

__all__ = ["FULL", "count"]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_journal(tmp_path_factory.mktemp("template") / "Proef.vpjournal", texts=20)


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    folder = tmp_path / "Proef.vpjournal"
    shutil.copytree(template.folder, folder)
    return Made(folder, template.groups)
