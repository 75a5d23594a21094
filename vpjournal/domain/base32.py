"""Crockford's base32 with a check character: letters and digits that a person can copy from paper by hand.

Letters count in either case, I and L are 1, O is 0, spaces and hyphens count for nothing. The check character is a
sum over GF(32) in which each place has a weight of its own, so that a single slip, or two characters in each
other's place, cannot cancel out.
"""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MODULUS = 0b100101  # x^5 + x^2 + 1
_ALIKE = str.maketrans("ILO", "110")
_SEPARATORS = str.maketrans("", "", " -\t\r\n\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")


def as_printed(typed: str) -> str:
    """Return what a person typed in the letters that it is printed in; whether it is sound is not looked at."""
    return typed.translate(_SEPARATORS).upper().translate(_ALIKE)


def check_character(data: str, *, start: int = 0) -> str:
    """Return the check character of up to 31 characters of ``ALPHABET``; ``start``, 0 to 31, takes part in it."""
    total, weight = start, 1
    for character in data:
        weight = _double(weight)
        total ^= _product(weight, ALPHABET.index(character))
    return ALPHABET[total]


def is_sound(text: str, *, length: int, start: int = 0) -> bool:
    """Tell whether a text as printed has ``length`` characters, of which the last is the check of the others."""
    if len(text) != length or not all(character in ALPHABET for character in text):
        return False
    return check_character(text[:-1], start=start) == text[-1]


def _double(value: int) -> int:
    value <<= 1
    return value ^ _MODULUS if value & 0b100000 else value


def _product(left: int, right: int) -> int:
    """Multiply in GF(32): every weight has an inverse, so that no single slip can cancel out."""
    result = 0
    while right:
        if right & 1:
            result ^= left
        left = _double(left)
        right >>= 1
    return result
