"""Library texts speak to the reporter; words of one's own are never rewritten."""

from vpjournal.domain.board import BoardLine, BoardText, LineKind, OptionDraft
from vpjournal.domain.guide import option_by_id
from vpjournal.domain.language import Language
from vpjournal.domain.spoken import to_reporter


def _from_library(language: Language) -> OptionDraft:
    option = option_by_id(language, "O7")
    assert option is not None
    first = option.lines(LineKind.PRO)[0]
    return OptionDraft(
        title=BoardText(option.title.text, option.title.id),
        who_decides=BoardText(option.who_decides.text, option.who_decides.id),
        lines=(BoardLine(LineKind.PRO, BoardText(first.text, first.id)),),
        says="zo zeg ik het",
        library=option.id,
    )


def test_an_unchanged_library_text_speaks_to_the_reporter() -> None:
    said = to_reporter(_from_library(Language.DUTCH), Language.DUTCH)
    assert said.title.text == "Naar uw eigen leidinggevende"


def test_it_speaks_the_language_that_is_asked_for() -> None:
    said = to_reporter(_from_library(Language.DUTCH), Language.ENGLISH)
    english = option_by_id(Language.ENGLISH, "O7")
    assert english is not None
    assert said.title.text == english.title.you
    assert said.texts(LineKind.PRO)[0].text == english.lines(LineKind.PRO)[0].you


def test_a_changed_text_and_own_words_stay_as_typed() -> None:
    typed = OptionDraft(title=BoardText("De melder gaat naar de baas", "O7.title"), says="zo zeg ik het")
    assert to_reporter(typed, Language.ENGLISH) == typed
