import pytest

from vpjournal.domain.guidance import AgreementDraft, AgreementKind, Doer, asks_about_role


def agreement(what: str, doer: Doer = Doer.ADVISER, **fields: object) -> AgreementDraft:
    return AgreementDraft(**{"kind": AgreementKind.ACTION, "doer": doer, "what": what, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize("what", ["de leidinggevende bellen", "Ik zoek iets uit en MELD het.", "mail namens de melder"])
def test_acting_for_the_reporter_raises_a_question(what: str) -> None:
    assert asks_about_role(agreement(what))


@pytest.mark.parametrize("what", ["samen de brief bellen", "het gesprek voorbereiden", "koffie halen", ""])
def test_support_raises_none(what: str) -> None:
    assert not asks_about_role(agreement(what))


def test_neither_does_what_somebody_else_does_nor_an_appointment_nor_what_was_confirmed() -> None:
    assert not asks_about_role(agreement("de leidinggevende bellen", Doer.REPORTER))
    assert not asks_about_role(agreement("bellen", kind=AgreementKind.APPOINTMENT))
    assert not asks_about_role(agreement("de leidinggevende bellen", confirmed=True))
