import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpjournal.domain.case import (
    Phase,
    PhaseState,
    current_phase,
    is_code,
    phase_state,
    propose_code,
)


def test_a_code_is_a_word_and_two_digits() -> None:
    assert is_code("Merel-47")
    for other in ("merel-47", "Merel-7", "Merel-477", "Merel 47", "M-47", "Merel-47\n"):
        assert not is_code(other)


def test_a_proposed_code_is_never_one_that_is_taken() -> None:
    taken = {f"Merel-{number}" for number in range(10, 100)} - {"Merel-63"}
    assert propose_code(["Merel"], taken) == "Merel-63"


@pytest.mark.parametrize("has_records", [True, False])
def test_a_mark_of_the_adviser_holds_whatever_was_recorded(has_records: bool) -> None:
    for marked in (PhaseState.ENOUGH, PhaseState.NOT_NEEDED):
        assert phase_state(marked=marked, has_records=has_records) is marked


def test_without_a_mark_a_phase_begins_with_its_first_record() -> None:
    assert phase_state(marked=None, has_records=False) is PhaseState.NOT_YET
    assert phase_state(marked=None, has_records=True) is PhaseState.BEGUN


@given(st.lists(st.sampled_from(list(PhaseState)), min_size=6, max_size=6))
def test_a_case_is_as_far_as_its_last_phase_with_anything_in_it(states: list[PhaseState]) -> None:
    phases = list(zip(Phase, states, strict=True))
    reached = [phase for phase, state in phases if state in (PhaseState.BEGUN, PhaseState.ENOUGH)]
    assert current_phase(phases) is (reached[-1] if reached else Phase.FIRST_CONTACT)
