"""English is complete: every text of the code is in the catalogue, translated, with the same blanks to fill in."""

import ast
import importlib.util
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.pofile import read_po

from vpjournal.domain.language import Language

ROOT = Path(__file__).parent.parent
# Words that English does not have, common enough that hardly a Dutch sentence does without all of them.
_DUTCH = re.compile(
    r"\b(aantekening(en)?|bij|casus|daarna|dat|deze|dit|doel|een|en|gesprek|het|iets|kan|kies|kunt|melder|met|naar|niet"
    r"|nog|ook|opslaan|schrijf|te|tekst|uw|van|voor|vraag|wachtzin|waar|wat|wie|zelf|zijn|zonder)\b"
)


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
    for dutch, english in _pairs(tool):
        for text in english:
            assert _blanks(text) <= _blanks(" ".join(dutch)), f"{dutch} → {english}"
        assert _blanks(" ".join(english)) == _blanks(" ".join(dutch)), f"{dutch} → {english}"


def test_translations_begin_and_end_as_the_text_does(tool: ModuleType) -> None:
    for dutch, english in _pairs(tool):
        assert len(english) == len(dutch), f"{dutch} → {english}"
        for theirs, ours in zip(dutch, english, strict=True):
            assert _edges(theirs) == _edges(ours), f"{theirs} → {ours}"
            assert "!" not in ours


def test_no_dutch_is_left_in_the_english(tool: ModuleType) -> None:
    for _dutch, english in _pairs(tool):
        for text in english:
            # What stands between brackets is the Dutch name of a service, given on purpose.
            words = re.sub(r"\(.*?\)|VP-journaal", "", text).lower()
            assert not _DUTCH.search(words), text


def test_what_the_help_quotes_is_on_the_screen(tool: ModuleType) -> None:
    for language in Language:
        shown = {form.lower() for dutch, english in _pairs(tool) for form in (english, dutch)[language == "nl"]}
        begins = {text.partition("{")[0].strip() for text in shown}
        for name in ("help.toml", "prompts.toml"):
            text = (ROOT / "resources" / "content" / language / name).read_text(encoding="utf-8")
            # Lines that say what the adviser could say quote nobody's button.
            for quote in re.findall(r"‘([^’]+)’", text):
                assert quote.lower().rstrip(".") in shown | begins, f"{language}: {quote}"


def test_every_way_to_hold_the_texts_is_known(tool: ModuleType) -> None:
    for file in _sources():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.arg | ast.AnnAssign)
                and node.annotation
                and "Texts" in ast.unparse(node.annotation)
            ):
                name = node.arg if isinstance(node, ast.arg) else ast.unparse(node.target).rpartition(".")[2]
                assert name in tool.KEYWORDS, f"{file}: texts in {name} would not be found"
            direct = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("Texts(")
            if direct and isinstance(node, ast.Call):
                assert not isinstance(node.args[0], ast.Constant), f"{file}:{node.lineno} would not be found"


def test_the_paper_breaks_its_title_in_both_languages(tool: ModuleType) -> None:
    titles = [pair for pair in _pairs(tool) if pair[0] == ["Mogelijkheden, van klein naar groot"]]
    assert len(titles) == 1
    assert all(", " in form for forms in titles[0] for form in forms)


def _sources() -> Iterator[Path]:
    for package in ("vpjournal", "ui"):
        yield from sorted((ROOT / package).rglob("*.py"))


def _pairs(tool: ModuleType) -> list[tuple[list[str], list[str]]]:
    with tool.ENGLISH.open("rb") as stream:
        return [(_forms(each.id), _forms(each.string)) for each in read_po(stream) if each.id and each.string]


def _edges(text: str) -> tuple[bool, bool, str]:
    """Return blanks at either side, and the mark that ends the text."""
    last = text.rstrip()[-1:]
    return text[:1].isspace(), text[-1:].isspace(), last if last in ".:?…" else ""


def _forms(texts: str | Sequence[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def _blanks(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))
