from itertools import combinations

import pytest

from tests.faults.recorder import Tried
from vpjournal.errors import RecoveryCodeMistyped
from vpjournal.vault.recovery_code import group_is_sound, new_recovery_code, parse_recovery_code

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ALIKE = {"I": "1", "L": "1", "O": "0"}


def test_a_code_has_seven_groups_of_five_and_is_new_each_time() -> None:
    codes = [new_recovery_code() for _ in range(50)]
    assert len({code.groups for code in codes}) == 50
    assert all(len(code.groups) == 7 and {len(group) for group in code.groups} == {5} for code in codes)
    assert set("".join("".join(code.groups) for code in codes)) == set(ALPHABET)


def test_every_way_of_typing_it_gives_the_same_code() -> None:
    code = new_recovery_code()
    for typed in (
        "".join(code.groups),
        "-".join(code.groups).lower(),
        "  ".join(code.groups) + "\n",
        "–".join(code.groups).replace("0", "o").replace("1", "l"),
        " ".join(code.groups).replace("0", "O").replace("1", "I"),
    ):
        assert parse_recovery_code(typed) == code


def test_every_typo_of_one_character_is_caught_in_its_group(tried: Tried) -> None:
    text, typos = "".join(new_recovery_code().groups), 0
    for at, right in enumerate(text):
        for wrong in set(ALPHABET + "ILOU*é") - {right}:
            if ALIKE.get(wrong) == right:
                continue
            with pytest.raises(RecoveryCodeMistyped) as caught:
                parse_recovery_code(text[:at] + wrong + text[at + 1 :])
            assert caught.value.group == at // 5 + 1
            typos += 1
    tried(49, "typos of one character", typos)


def test_neighbours_in_each_others_place_are_caught() -> None:
    for _ in range(20):
        text = "".join(new_recovery_code().groups)
        for at in range(34):
            swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            if swapped != text and at % 5 != 4:
                with pytest.raises(RecoveryCodeMistyped):
                    parse_recovery_code(swapped)


def test_groups_in_each_others_place_are_caught() -> None:
    groups = list(new_recovery_code().groups)
    for one, other in combinations(range(7), 2):
        swapped = groups.copy()
        swapped[one], swapped[other] = groups[other], groups[one]
        with pytest.raises(RecoveryCodeMistyped) as caught:
            parse_recovery_code(" ".join(swapped))
        assert caught.value.group == one + 1


@pytest.mark.parametrize(("typed", "group"), [("", 1), ("0", 1)])
def test_too_short_names_the_first_incomplete_group(typed: str, group: int) -> None:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        parse_recovery_code(typed)
    assert caught.value.group == group


def test_too_long_and_one_short_are_caught() -> None:
    text = " ".join(new_recovery_code().groups)
    for wrong in (text + "0", text[:-1]):
        with pytest.raises(RecoveryCodeMistyped) as caught:
            parse_recovery_code(wrong)
        assert caught.value.group == 7


def test_a_single_group_is_judged_by_its_place() -> None:
    groups = new_recovery_code().groups
    assert group_is_sound(f" {groups[2].lower()} ", 3)
    assert not group_is_sound(groups[2], 4)


def test_the_code_is_in_no_repr() -> None:
    code = new_recovery_code()
    assert not any(group in f"{code!r}{code}" for group in code.groups)
