"""Tells Dutch verbs by their form: 'klokt', 'treiterde'. No list has all that people do."""

from vpjournal.identifiers.names.lists import Lists

_VOWELS = "aeou"
_HARD = {"f": "v", "s": "z"}


def is_verb_form(word: str, lists: Lists) -> bool:
    """Tell whether a word is what one person does or did, of a verb that the list has."""
    if len(word) < 4 or not word.isascii():
        return False
    if word[-2:] in {"te", "de"}:
        return word in lists.dutch and _has_infinitive(word[:-2], lists)
    return word[-1] == "t" and word in lists.dutch and _has_infinitive(word[:-1], lists)


def _has_infinitive(stem: str, lists: Lists) -> bool:
    """Tell whether a verb is made of a stem: 'klok' klokken, 'loop' lopen, 'leef' leven, 'werk' werken."""
    if len(stem) < 3:
        return False
    if stem[-3] not in _VOWELS and stem[-2] in _VOWELS + "i" and stem + stem[-1] + "en" in lists.dutch:
        return True
    single = stem[:-2] + stem[-1] if stem[-2] == stem[-3] and stem[-2] in _VOWELS else stem
    return single + "en" in lists.dutch or single[:-1] + _HARD.get(single[-1], single[-1]) + "en" in lists.dutch
