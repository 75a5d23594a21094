"""An option as it is said to the reporter: on paper, and while looking together.

The board speaks of *de melder* and is the adviser's. A library text that was not changed has a second form that
speaks to the reporter, in any language; words of one's own stay as they were typed.
"""

from collections.abc import Iterator
from dataclasses import replace

from vpjournal.domain.board import BoardText, OptionDraft
from vpjournal.domain.guide_options import LibraryText, find_text
from vpjournal.domain.language import Language


def to_reporter(draft: OptionDraft, language: Language) -> OptionDraft:
    """Return an option with every library text in this language and spoken to the reporter."""

    def said(content: BoardText) -> BoardText:
        return replace(content, text=said_to_reporter(content, language))

    return draft.with_each(said)


def is_of_library(content: BoardText) -> bool:
    """Tell whether a text is one of the library's own, unchanged."""
    return bool(content.library) and any(_is_from(content.text, each) for each in _in_all_languages(content.library))


def said_to_reporter(content: BoardText, language: Language) -> str:
    """Return one text of the board as it is said to the reporter."""
    if not is_of_library(content):
        return content.text
    found = find_text(language, content.library)
    return content.text if found is None else found.you


def _in_all_languages(library: str) -> Iterator[LibraryText]:
    for language in Language:
        found = find_text(language, library)
        if found is not None:
            yield found


def _is_from(text: str, source: LibraryText) -> bool:
    # Whoever changed a word meant it: then the library no longer speaks for them.
    return text.strip() in (source.text.strip(), source.you.strip())
