from pathlib import Path

import pytest

from tests.builders import a_case, an_option, decided
from tests.core.documents.papers import words as words_of
from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.guide import find_text
from vpjournal.domain.ids import CaseId
from vpjournal.domain.language import Language
from vpjournal.domain.register import PaperOrder
from vpjournal.domain.views import PaperWishes
from vpjournal.errors import JournalExists, NothingToPrint
from vpjournal.journal import papers
from vpjournal.journal.facade import Journal

WISHES = PaperWishes("nl")
ENGLISH = PaperWishes("en")


@pytest.fixture
def case(journal: Journal) -> CaseId:
    return a_case(journal, word="lantaarn")


def words(order: PaperOrder) -> str:
    return words_of(papers.make(order).made.pdf)


def taken(library: str, *, text: str | None = None) -> BoardText:
    found = find_text(Language.DUTCH, library)
    assert found is not None
    return BoardText(found.text if text is None else text, library)


def you(library: str, language: Language) -> str:
    found = find_text(language, library)
    assert found is not None
    return found.you.rstrip(".")


def test_a_board_is_printed_in_its_order_without_code_or_word(journal: Journal, case: CaseId) -> None:
    an_option(journal, case, "Tweede")
    journal.board.add(case, OptionDraft(BoardText("Eerste & <b>beste</b>"), says="misschien"), at=0)
    text = words(journal.papers.options_overview(case, WISHES))
    assert text.index("Eerste & <b>beste</b>") < text.index("Tweede")
    assert "Merel" not in text
    assert "lantaarn" not in text
    assert "misschien" not in text
    assert "misschien" in words(journal.papers.options_overview(case, PaperWishes("nl", show_says=True)))


def test_library_texts_speak_to_the_reader_in_the_language_of_the_paper(journal: Journal, case: CaseId) -> None:
    lines = (BoardLine(LineKind.PRO, taken("O4.p2")), BoardLine(LineKind.CON, BoardText("eigen woorden")))
    journal.board.add(case, OptionDraft(taken("O4.title"), who_decides=taken("O4.who_decides"), lines=lines))
    dutch = words(journal.papers.options_overview(case, WISHES))
    english = words(journal.papers.options_overview(case, ENGLISH))
    for text, language in ((dutch, Language.DUTCH), (english, Language.ENGLISH)):
        assert you("O4.title", language) in text
        assert you("O4.p2", language)[1:] in text
        assert "igen woorden" in text
    assert you("O4.p2", Language.DUTCH)[1:] not in english


def test_a_library_text_that_was_changed_is_printed_as_it_was_typed(journal: Journal, case: CaseId) -> None:
    journal.board.add(case, OptionDraft(taken("O4.title", text="De ander bellen")))
    assert "De ander bellen" in words(journal.papers.options_overview(case, ENGLISH))


def test_cards_hold_the_titles_alone(journal: Journal, case: CaseId) -> None:
    journal.board.add(case, OptionDraft(BoardText("Zelf schrijven"), reversible=BoardText("nauwelijks")))
    text = words(journal.papers.option_cards(case, WISHES))
    assert "Zelf schrijven" in text
    assert "nauwelijks" not in text


def test_an_empty_board_makes_no_paper(journal: Journal, case: CaseId) -> None:
    journal.board.remove(an_option(journal, case))
    with pytest.raises(NothingToPrint):
        journal.papers.options_overview(case, WISHES)
    with pytest.raises(NothingToPrint):
        journal.papers.option_cards(case, WISHES)


def test_characters_that_cannot_be_printed_are_told_before(journal: Journal, case: CaseId) -> None:
    journal.board.add(case, OptionDraft(BoardText("Gaëlle 漢"), says="字"))
    with_says = PaperWishes("nl", show_says=True)
    plain = decided(journal, lambda: journal.papers.options_overview(case, WISHES))
    assert papers.make(plain).made.unprintable == ("漢",)
    said = decided(journal, lambda: journal.papers.options_overview(case, with_says))
    assert papers.make(said).made.unprintable == ("漢", "字")


def test_preview_and_file_are_the_very_same_bytes(journal: Journal, case: CaseId, tmp_path: Path) -> None:
    an_option(journal, case)
    pdf = papers.make(journal.papers.options_overview(case, WISHES)).made.pdf
    assert papers.make(journal.papers.options_overview(case, WISHES)).made.pdf == pdf
    papers.save(tmp_path / "blad.pdf", pdf)
    assert (tmp_path / "blad.pdf").read_bytes() == pdf
    image = papers.page_image(pdf, 0, width=300)
    assert (image.width, len(image.data)) == (300, image.stride * image.height)


def test_nothing_is_ever_saved_over(tmp_path: Path) -> None:
    there, folder, link = tmp_path / "a.pdf", tmp_path / "map", tmp_path / "link.pdf"
    there.write_bytes(b"van iemand anders")
    folder.mkdir()
    link.symlink_to(tmp_path / "nergens.pdf")
    for path in (there, folder, link):
        with pytest.raises(JournalExists):
            papers.save(path, b"%PDF")
    assert there.read_bytes() == b"van iemand anders"
    assert not (tmp_path / "nergens.pdf").exists()


def test_a_recovery_sheet_needs_no_journal() -> None:
    groups = tuple(f"{number:05d}" for number in range(7))
    text = words_of(papers.recovery_sheet(groups, Language.DUTCH))
    assert all(group in text.replace(" ", "") for group in groups)
