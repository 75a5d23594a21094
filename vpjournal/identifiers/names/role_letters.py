"""Tells the letters of our own roles from initials: *Dat zei collega A. Zij huilde* names nobody.

We propose *collega A* ourselves, so that the full stop behind it is that of the sentence unless a name comes after it.
"""

from vpjournal.identifiers.instead.roles import Role
from vpjournal.identifiers.names import lists as of
from vpjournal.identifiers.names.lists import Lists
from vpjournal.identifiers.names.tokens import LETTER, NAMELIKE, NUMBER, SIGN, Tokens
from vpjournal.identifiers.sentences import word_set

_ROLES = frozenset(
    word.lower().replace("-", " ").rpartition(" ")[2]
    for role in Role
    if role.lettered or role is Role.REPORTER
    for word in (role.dutch, role.english)
) | word_set(
    "leidinggevenden managers colleagues medewerkers employees klanten customers client clienten cliënten"
    " clients leerlingen pupils melders reporters"
)
_BETWEEN = word_set("en and of or ,")
_GOES_ON = word_set(", : ; - /")
_ORDINARY = of.WORD | of.ALSO_WORD | of.NEVER_ALONE | of.DETERMINER | of.NEVER | of.DAY


def role_letters(cut: Tokens, flags: list[int], lists: Lists, *, careless: bool) -> frozenset[int]:
    """Return the letters behind a role with a full stop that ends a sentence. ``careless``: sentences begin small."""
    found: set[int] = set()
    if LETTER in cut.shapes:
        for index in [index for index, shape in enumerate(cut.shapes) if shape == LETTER]:
            behind_role = index and (_is_role(cut, index - 1) or _is_one_more(cut, index))
            if behind_role and cut.words[index + 1] == "." and _ends(cut, flags, lists, index + 2, careless=careless):
                found.add(index)
    return frozenset(found)


def _is_one_more(cut: Tokens, index: int) -> bool:
    """Tell whether it is the 'B' of 'A en B.' or of 'collega A. en B.'."""
    while index > 2 and cut.small[index - 1] in _BETWEEN:
        index -= 3 if cut.words[index - 2] == "." else 2
        if index < 1 or cut.shapes[index] != LETTER:
            return False
        if _is_role(cut, index - 1):
            return True
    return False


def _is_role(cut: Tokens, index: int) -> bool:
    """Tell whether a token is a word for a role; *collega's* is two."""
    return cut.small[index - (cut.words[index] == "'s")] in _ROLES


def _ends(cut: Tokens, flags: list[int], lists: Lists, after: int, *, careless: bool) -> bool:
    """Tell whether a sentence ends before a token: no name goes on there, nor the sentence itself."""
    shape = cut.shapes[after]
    if shape == SIGN:
        return cut.words[after] not in _GOES_ON
    if shape == LETTER:
        return cut.words[after + 1] != "."
    if shape not in NAMELIKE:
        return shape == NUMBER or (careless and not flags[after] & of.INSIDE)
    flag = flags[after]
    if flag & of.INSIDE:
        return cut.shapes[after + 1] not in NAMELIKE
    if flag & of.FAMILY:
        return bool(flag & (_ORDINARY | of.FIRST))
    return bool(flag & (_ORDINARY | of.FIRST)) or lists.is_word(cut.small[after])
