"""The finder as a whole: offsets, order, and that paragraphs are looked at by themselves."""

from vpjournal.domain.identifying import Certainty, Find, Kind, Known
from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import LONGEST_PIECE, pieces, settled


def test_a_find_says_exactly_where_it_stands() -> None:
    text = "Één 🙂\nschrijf aan kok@voorbeeld.example vandaag"
    (find,) = Finder().find(text)
    assert text[find.start : find.end] == find.text == "kok@voorbeeld.example"
    assert (find.kind, find.certainty) == (Kind.EMAIL, Certainty.IDENTIFIES)


def test_what_is_no_name_is_not_found() -> None:
    known = Known(not_names=frozenset({"kok voorbeeld example"}))
    assert Finder(known).find("schrijf aan Kok@voorbeeld.example") == ()


def test_of_two_finds_in_one_place_the_certain_one_stays_then_the_weightier_then_the_longer() -> None:
    may = Find(0, 9, "aaaabbbbb", Kind.PERSON, Certainty.MAY, "")
    certain = Find(0, 4, "aaaa", Kind.DATE, Certainty.IDENTIFIES, "")
    heavier = Find(5, 7, "bb", Kind.PERSON, Certainty.MAY, "")
    longer = Find(5, 9, "bbbb", Kind.PERSON, Certainty.MAY, "")
    assert settled([may, certain]) == [certain]
    assert settled([heavier, longer, certain]) == [certain, longer]


def test_a_long_paragraph_is_cut_between_words_and_nothing_of_it_is_lost() -> None:
    paragraph = "woord " * 2_000 + "x" * 5_000
    cut = list(pieces(paragraph))
    assert "".join(piece for _start, piece in cut) == paragraph
    assert all(len(piece) <= LONGEST_PIECE for _start, piece in cut)
    assert all(paragraph[start : start + len(piece)] == piece for start, piece in cut)
    assert cut[0][1].endswith(" ")


def test_the_genitive_of_a_name_that_stands_elsewhere_is_that_name_and_a_word_is_a_word() -> None:
    found = Finder().find("Gesprek met Goof Jansen.\nGoofs handschrift, en goofs idee.\nMees zei iets. Alles was mis.")
    assert [find.text for find in found if find.kind is Kind.PERSON] == ["Goof Jansen", "Goofs", "goofs", "Mees"]
