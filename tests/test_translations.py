"""English is complete: every text of the code is in the catalogue, translated, with the same blanks to fill in."""

import importlib.util
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogue", ROOT / "packaging" / "catalogue.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogue"] = module
    spec.loader.exec_module(module)
    return module


def test_no_text_lacks_a_translation(tool: ModuleType) -> None:
    gaps = tool.gaps()
    assert not gaps, f"run `make catalogue`, then translate: {gaps}"


def test_translations_have_the_same_blanks(tool: ModuleType) -> None:
    with tool.ENGLISH.open("rb") as stream:
        for message in read_po(stream):
            if not message.id or not message.string:
                continue
            dutch, english = _forms(message.id), _forms(message.string)
            for text in english:
                assert _blanks(text) <= _blanks(" ".join(dutch)), f"{dutch} → {english}"
            assert _blanks(" ".join(english)) == _blanks(" ".join(dutch)), f"{dutch} → {english}"


def _forms(texts: str | Sequence[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def _blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))
