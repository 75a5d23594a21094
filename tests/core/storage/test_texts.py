import pytest

from vpjournal.errors import JournalDamaged
from vpjournal.storage.texts import check, digest


def test_a_digest_knows_where_one_text_ends_and_the_next_begins() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a") != digest("a", "")
    assert digest("é") == digest("é")


def test_a_text_that_is_not_what_was_written_is_told() -> None:
    check("note", digest("wolk", "\n"), "wolk", "\n")
    with pytest.raises(JournalDamaged) as told:
        check("note", digest("wolk"), "wol\x00")
    assert told.value.part == "note"
