from vpjournal.domain.changes import Area, Changes, changed
from vpjournal.domain.ids import CaseId

MINE, OTHER = CaseId(1), CaseId(2)


def test_a_view_reads_again_only_what_it_shows() -> None:
    changes = changed(Area.BOARD, Area.CASES, case=MINE)
    assert changes.touches(Area.BOARD)
    assert changes.touches(Area.BOARD, Area.NOTES, case=MINE)
    assert not changes.touches(Area.NOTES, case=MINE)
    assert not changes.touches(Area.BOARD, case=OTHER)


def test_a_change_of_no_case_concerns_all() -> None:
    assert changed(Area.SETTINGS).touches(Area.SETTINGS, case=MINE)
    assert not Changes(frozenset()).touches(*Area)
