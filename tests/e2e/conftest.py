"""A screen and a person for each test that needs them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.display import Display
from tests.e2e.driver import Driver


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """A virtual screen, one for each worker."""
    with Display() as screen:
        yield screen


@pytest.fixture
def driver(display: Display, tmp_path: Path) -> Iterator[Driver]:
    """A person at that screen; afterwards nothing runs any more and the program has complained of nothing."""
    person = Driver(display=display, folder=tmp_path)
    yield person
    person.end()
    assert not person.errors.exists() or not person.errors.read_text()
