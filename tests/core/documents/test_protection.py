"""A paper with a password: AES-256, readable with the password alone, and saying nothing before."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from tests.core.documents.papers import made, summary, words
from vpjournal.documents import protect

_PASSWORD = "Ømvråget vogn 7"


def test_it_opens_with_the_password_alone() -> None:
    pdf = made(summary())
    locked = protect(pdf, _PASSWORD)
    with pikepdf.open(BytesIO(locked), password=_PASSWORD) as file:
        assert file.user_password_matched
        assert not file.owner_password_matched
        assert file.encryption.R == 6
        assert file.encryption.bits == 256
        assert file.allow.print_highres
        assert file.allow.accessibility
        assert not file.allow.modify_other
        opened = BytesIO()
        file.save(opened)
    assert words(opened.getvalue()) == words(pdf)
    for wrong in ("", "omvraget vogn 7", _PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(locked), password=wrong)


def test_nothing_can_be_read_before_it_is_opened() -> None:
    pdf = made(summary())
    locked = protect(pdf, _PASSWORD)
    assert b"Samenvatting" in pdf
    for part in (b"Samenvatting", b"K7QF", b"pikepdf", b"/Metadata", "Ømvråget".encode()):
        assert part not in locked


def test_the_same_paper_is_never_locked_twice_alike() -> None:
    pdf = made(summary())
    assert protect(pdf, _PASSWORD) != protect(pdf, _PASSWORD)


@pytest.mark.parametrize("password", ["", "é" * 64, "🙂" * 32])
def test_a_password_of_nothing_or_too_long_for_some_readers_is_a_fault_of_ours(password: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it has no words, since it would be a bug
        protect(made(summary()), password)


def test_the_longest_password_there_can_be_opens_everywhere() -> None:
    password = "é" * 63 + "a"
    locked = protect(made(summary()), password)
    with pikepdf.open(BytesIO(locked), password=password) as file, pypdfium2.PdfDocument(locked, password) as other:
        assert len(file.pages) == len(other) == 1
