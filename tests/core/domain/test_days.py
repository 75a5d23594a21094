from datetime import date

import pytest

from vpjournal.domain.days import CoarseDay, Precision
from vpjournal.domain.language import Language, Texts

DAY = date(2026, 11, 12)


def test_days_are_written_as_coarse_as_they_are_known() -> None:
    texts = Texts(Language.DUTCH)
    assert CoarseDay.exactly(DAY).words(texts, today=DAY) == "12 november"
    assert CoarseDay.exactly(DAY).words(texts, today=date(2027, 1, 1)) == "12 november 2026"
    assert CoarseDay.in_month_of(DAY).words(texts, today=DAY) == "november 2026"
    assert CoarseDay.unknown().words(texts, today=DAY) == "dag onbekend"


@pytest.mark.parametrize(
    ("precision", "day"), [(Precision.DAY, None), (Precision.UNKNOWN, DAY), (Precision.MONTH, DAY)]
)
def test_a_day_finer_than_its_precision_cannot_be_made(precision: Precision, day: date | None) -> None:
    with pytest.raises(ValueError, match=precision):
        CoarseDay(precision, day)
