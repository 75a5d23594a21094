"""Programs that share nothing with ours find the papers sound: qpdf and those of poppler, on Linux."""

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.documents.papers import EVERY_PAPER, made, summary, words
from vpjournal.documents import make, page_count, protect
from vpjournal.domain.language import Language
from vpjournal.domain.papers import Paper, PocketCard, RecoverySheet

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="packaging/set_up.sh installs these programs on Linux")

_VARIANTS = {
    f"{name}, {language}{', example' if example else ''}": replace(values, language=language)
    if isinstance(values, RecoverySheet)
    else replace(values, language=language, example=example)
    for name, values in EVERY_PAPER.items()
    for language in Language
    for example in ((False,) if isinstance(values, RecoverySheet) else (False, True))
}
every_variant = pytest.mark.parametrize("values", _VARIANTS.values(), ids=_VARIANTS)


@every_variant
def test_they_agree_that_it_is_sound_and_says_nothing_of_its_making(values: Paper, tmp_path: Path) -> None:
    pdf = made(values)
    file = _written(tmp_path, pdf)
    assert "No syntax or stream encoding errors found" in _said("qpdf", "--check", file)
    told = dict(line.split(":", 1) for line in _said("pdfinfo", file).splitlines())
    assert told["Tagged"].strip() == "yes"
    assert int(told["Pages"]) == page_count(pdf)
    assert ("A4" in told["Page size"]) != isinstance(values, PocketCard)
    assert told["Custom Metadata"].strip() == told["Metadata Stream"].strip() == "no"
    assert not {"Author", "Creator", "Producer", "CreationDate", "ModDate", "Subject", "Keywords"} & told.keys()


@every_variant
def test_every_font_is_inside_as_a_subset(values: Paper, tmp_path: Path) -> None:
    fonts = _said("pdffonts", _written(tmp_path, made(values))).splitlines()[2:]
    assert fonts
    for font in fonts:
        embedded, subset, unicode = font.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), font


@every_variant
def test_the_same_words_in_the_same_order(values: Paper, tmp_path: Path) -> None:
    pdf = made(values)
    text = _said("pdftotext", "-raw", "-enc", "UTF-8", _written(tmp_path, pdf), "-")
    assert _plain(text) == _plain(words(pdf))


def test_words_beyond_the_fonts_and_words_without_end(tmp_path: Path) -> None:
    typed = "Ja 🙂 en \u0645\u0631\u062d en 漢字.\n" + "arbeidsongeschiktheidsverzekering" * 20
    text = _plain(_said("pdftotext", "-raw", _written(tmp_path, made(summary(typed))), "-"))
    assert "Ja[?]en[?]en[?]." in text
    assert text.count("arbeidsongeschiktheidsverzekering") == 20


def test_300_pages(tmp_path: Path) -> None:
    typed = "\n\n".join(" ".join(f"w{part}x{word}" for word in range(180)) for part in range(480))
    finished = make(summary(typed))
    file = _written(tmp_path, finished.pdf)
    assert finished.pages > 300
    assert "No syntax or stream encoding errors found" in _said("qpdf", "--check", file)
    found = re.findall(r"w\d+x\d+", _said("pdftotext", "-raw", file, "-"))
    assert found == typed.split()


def test_a_password_means_aes_256(tmp_path: Path) -> None:
    finished = make(summary())
    file = _written(tmp_path, protect(finished.pdf, "een lange zin"))
    told = _said("qpdf", "--show-encryption", "--password=een lange zin", file)
    assert "R = 6" in told
    for method in ("stream", "string", "file"):
        assert f"{method} encryption method: AESv3" in told
    assert "print high resolution: allowed" in told
    assert "extract for accessibility: allowed" in told
    assert "modify anything: not allowed" in told
    assert "Samenvatting" in _said("pdftotext", "-upw", "een lange zin", file, "-")
    refused = subprocess.run(["pdftotext", file, "-"], check=False, capture_output=True)
    assert refused.returncode != 0
    assert not refused.stdout
    assert "no (but" not in told


def _written(folder: Path, pdf: bytes) -> Path:
    file = folder / "blad.pdf"
    file.write_bytes(pdf)
    return file


def _said(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def _plain(text: str) -> str:
    """Return only the letters: programs differ in where they see a space, and in how they show a cut word."""
    return "".join(char for char in unicodedata.normalize("NFC", text) if char not in "\u00ad\f" and not char.isspace())
