"""Whatever file is offered to be checked is read, or refused by name: nothing hangs, breaks or fills the memory."""

import os
import time
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.documents.papers import made, summary
from vpjournal.documents import make, protect, read_paper
from vpjournal.documents.suspicion import SIZE_LIMIT, BeyondAPaper, require_proportion
from vpjournal.domain.register import PaperReading
from vpjournal.errors import NotAPaper, PaperLocked

_PASSWORD = "zéér geheim"


def read(pdf: bytes, password: str = "") -> PaperReading:
    return read_paper(pdf, password, find=lambda text: "K7QF2M9X" if "K7QF 2M9X" in text else "")


def test_a_paper_of_ours_reads_back_as_it_was_made() -> None:
    finished = make(summary("Er is lang gesproken. " * 900))
    assert finished.pages > 3
    assert read(finished.pdf) == PaperReading("K7QF2M9X", finished.content, finished.words)


def test_with_its_password_it_reads_the_same_and_without_it_says_so() -> None:
    finished = make(summary())
    locked = protect(finished.pdf, _PASSWORD)
    assert read(locked, _PASSWORD) == read(finished.pdf)
    with pytest.raises(PaperLocked) as without:
        read(locked)
    with pytest.raises(PaperLocked) as wrong:
        read(locked, "zeer geheim")
    assert not without.value.tried
    assert wrong.value.tried


def test_a_password_for_a_paper_that_has_none_does_no_harm() -> None:
    finished = make(summary())
    assert read(finished.pdf, "iets").content == finished.content


def test_a_paper_of_someone_else_has_no_fingerprint() -> None:
    with pikepdf.new() as file:
        file.add_blank_page()
        written = BytesIO()
        file.save(written)
    assert read(written.getvalue()).fingerprint == ""


def test_every_cut_of_a_paper_is_read_or_refused() -> None:
    pdf = made(summary())
    whole = read(pdf)
    for end in range(0, len(pdf) - 64, 977):
        found = _read_or_refused(pdf[:end])
        assert found is None or found.content != whole.content


def _page(content: bytes, *, how: bytes = b"", extra: bytes = b"") -> bytes:
    return _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/MediaBox[0 0 500 500]/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>/Font<</F "
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>> >> >> >>",
        b"<</Length %d %s>>stream\n%s\nendstream" % (len(content), how, content),
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>> >>/Length 5>>stream\n"
        b"/X Do\nendstream",
    )


def _file(*objects: bytes) -> bytes:
    made = b"%PDF-1.7\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, b"".join(places))
    return made + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))


def _bomb() -> bytes:
    packing = zlib.compressobj(9)
    words = b"BT /F 9 Tf 9 9 Td (aaaaaaaa) Tj ET\n" * 20_000
    packed = b"".join(packing.compress(words) for _ in range(300)) + packing.flush()
    return _page(packed, how=b"/Filter/FlateDecode")


def _bomb_in_a_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(bytes(200_000_000), 9), 9)
    return _page(packed, how=b"/Filter[/FlateDecode/FlateDecode]")


def _laughs(*, damaged: bool = False, odd: bytes = b"/X Do ") -> bytes:
    """Thirty forms of which each draws the next one three times: a thousand million million letters in all."""
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>> >>/Length %d>>"
        b"stream\n%s\nendstream" % (number + 1, 3 * len(odd), odd * 3)
        for number in range(5, 35)
    ]
    last = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream"
    made = _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/MediaBox[0 0 500 500]/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>> >> >>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        *forms,
        last,
    )
    return made.replace(b"/Catalog", b"/Catalog/Q 9 0 R/Q[") if damaged else made


def _lzw_bomb() -> bytes:
    return _page(b"\x80\x0b\x60" * 1_000, how=b"/Filter/LZWDecode")


_HARMFUL: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "only the mark": lambda: b"%PDF-1.7",
    "noise": lambda: b"%PDF-1.7\n" + os.urandom(300_000),
    "no mark": lambda: os.urandom(2_000),
    "100 MB": lambda: b"%PDF-1.7\n" + bytes(100_000_000),
    "nested arrays": lambda: b"%PDF-1.7\n1 0 obj " + b"[" * 9_000_000,
    "nested objects": lambda: b"%PDF-1.7\n" + b"1 0 obj <<" * 900_000,
    "many beginnings": lambda: b"%PDF-1.7\n" + b"startxref\n0\n" * 1_000_000,
    "many streams": lambda: b"%PDF-1.7\n" + b"stream\n" * 2_000_000,
    "a root that is itself": lambda: _file(b"1 0 R"),
    "pages in a circle": lambda: _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 3/Kids[2 0 R 2 0 R 3 0 R]/Parent 2 0 R>>",
        b"<</Type/Page/Parent 3 0 R/Contents 3 0 R>>",
    ),
    "two thousand million pages": lambda: _file(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R>>",
    ),
    "a form that draws itself": lambda: _page(b"/X Do " * 1_000),
    "forms that draw forms": _laughs,
    "forms that draw forms, named oddly": lambda: _laughs(odd=b"/#58 Do "),
    "forms that draw forms, damaged": lambda: _laughs(damaged=True),
    "a packing of another time": _lzw_bomb,
    "the same page over and over": lambda: _page(b"BT (aaaa) Tj ET\n" * 90_000).replace(
        b"/Count 1/Kids[3 0 R]", b"/Count 1900/Kids[" + b"3 0 R " * 1_900 + b"]"
    ),
    "a bomb": _bomb,
    "a bomb in a bomb": _bomb_in_a_bomb,
}


@cache
def harmful(name: str) -> bytes:
    """Make one of them, when it is asked for: some are large."""
    return _HARMFUL[name]()


# A watchdog: the slowest of them takes six seconds of a quiet machine.
@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", _HARMFUL)
def test_what_is_made_to_do_harm_does_none(name: str) -> None:
    found = _read_or_refused(harmful(name))
    assert found is None or found.fingerprint == ""


@pytest.mark.parametrize(
    "name",
    [
        "nothing",
        "noise",
        "no mark",
        "100 MB",
        "nested arrays",
        "forms that draw forms",
        "forms that draw forms, named oddly",
        "forms that draw forms, damaged",
        "a packing of another time",
        "the same page over and over",
        "a bomb",
        "a bomb in a bomb",
    ],
)
def test_what_is_far_from_a_paper_is_refused(name: str) -> None:
    with pytest.raises(NotAPaper):
        read(harmful(name))


def test_depth_and_size_are_seen_before_any_library_reads_them() -> None:
    for name in ("100 MB", "nested arrays", "nested objects", "many streams", "a bomb", "a bomb in a bomb"):
        with pytest.raises(BeyondAPaper):
            require_proportion(harmful(name))
    require_proportion(harmful("pages in a circle"))
    require_proportion(made(summary()))


def test_a_bomb_behind_a_password_is_refused_before_it_is_unpacked() -> None:
    locked = protect(harmful("a bomb"), _PASSWORD)
    require_proportion(locked)
    before = time.monotonic()
    with pytest.raises(NotAPaper):
        read(locked, _PASSWORD)
    assert time.monotonic() - before < 3


def test_more_pages_than_any_paper_has_are_refused() -> None:
    with pikepdf.new() as file:
        for _ in range(2_001):
            file.add_blank_page()
        written = BytesIO()
        file.save(written)
    with pytest.raises(NotAPaper):
        read(written.getvalue())


def test_a_lock_that_nobody_knows_is_refused() -> None:
    locked = protect(made(summary()), _PASSWORD)
    with pytest.raises(NotAPaper):
        read(locked.replace(b"/Filter /Standard", b"/Filter /Standerd"), _PASSWORD)


def test_a_paper_of_400_pages_is_far_within_the_bounds() -> None:
    finished = make(summary("\n\n".join("Er is lang gesproken over hoe het gaat. " * 12 for _ in range(1_800))))
    assert finished.pages > 300
    assert len(finished.pdf) * 5 < SIZE_LIMIT
    assert read(finished.pdf).content == finished.content


def test_a_letterhead_that_is_drawn_on_every_page_is_no_harm() -> None:
    head = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 24>>stream\nBT /F 9 Tf (aap) Tj ET  \nendstream"
    page = (
        _page(b"/X Do BT /F 9 Tf 9 9 Td (noot) Tj ET").partition(b"5 0 obj\n")[0] + b"5 0 obj\n" + head + b"\nendobj\n"
    )
    assert read(page + b"trailer<</Size 6/Root 1 0 R>>").fingerprint == ""


def test_after_a_refusal_the_next_paper_is_read() -> None:
    assert _read_or_refused(harmful("noise")) is None
    assert read(made(summary())).fingerprint == "K7QF2M9X"


_PLAIN = made(summary())
_LOCKED = protect(_PLAIN, _PASSWORD)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_paper_with_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    pdf = bytearray(data.draw(st.sampled_from([_PLAIN, _LOCKED])))
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(pdf) - 1))
        pdf[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    _read_or_refused(bytes(pdf), data.draw(st.sampled_from(["", _PASSWORD, "anders"])))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3_000))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    _read_or_refused(b"%PDF-1.4\n" + noise)


def _read_or_refused(pdf: bytes, password: str = "") -> PaperReading | None:
    try:
        return read(pdf, password)
    except (NotAPaper, PaperLocked):
        return None
