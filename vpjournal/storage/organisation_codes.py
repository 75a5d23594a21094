"""What an organisation calls codes, which it leaves out, its own ones, and what it asks about reporters; in rows."""

from vpjournal.domain.case_counting import CodeSetting, OrganisationCodes, own_key
from vpjournal.domain.counting import Dimension
from vpjournal.domain.ids import OrganisationId, OwnCodeId
from vpjournal.storage.connection import Database

_WORDINGS = "SELECT dimension, code, label, used FROM code_wording WHERE organisation_id = ? ORDER BY dimension, code"
_OWN = "SELECT id, dimension, parent, label, used FROM own_code WHERE organisation_id = ? ORDER BY dimension, label, id"
_ASKS = "SELECT dimension FROM asked_dimension WHERE organisation_id = ? ORDER BY dimension"
_PUT_WORDING = """
INSERT OR REPLACE INTO code_wording (organisation_id, dimension, code, label, used) VALUES (?, ?, ?, ?, ?)
"""
_CLEAR_WORDING = "DELETE FROM code_wording WHERE organisation_id = ? AND dimension = ? AND code = ?"
_INSERT_OWN = "INSERT INTO own_code (organisation_id, dimension, parent, label, used, id) VALUES (?, ?, ?, ?, ?, ?)"
_UPDATE_OWN = "UPDATE own_code SET label = ?, used = ? WHERE id = ? AND organisation_id = ?"
_ASK = "INSERT OR IGNORE INTO asked_dimension (organisation_id, dimension) VALUES (?, ?)"
_ASK_NO_MORE = "DELETE FROM asked_dimension WHERE organisation_id = ? AND dimension = ?"


def read(database: Database, organisation: OrganisationId) -> OrganisationCodes:
    """Return all that an organisation has of its own."""
    wordings = [
        CodeSetting(Dimension(dimension), code, label, bool(used))
        for dimension, code, label, used in database.query(_WORDINGS, (organisation,))
    ]
    own = [
        CodeSetting(Dimension(dimension), own_key(number), label, bool(used), parent, OwnCodeId(number))
        for number, dimension, parent, label, used in database.query(_OWN, (organisation,))
    ]
    asks = tuple(Dimension(dimension) for (dimension,) in database.query(_ASKS, (organisation,)))
    return OrganisationCodes((*wordings, *own), asks)


def put_wording(database: Database, organisation: OrganisationId, setting: CodeSetting) -> None:
    """Keep what a stable code is called here and whether it is offered; one that is as it is has no row."""
    if setting.used and not setting.label:
        database.execute(_CLEAR_WORDING, (organisation, setting.dimension, setting.code))
    else:
        fields = (organisation, setting.dimension, setting.code, setting.label, setting.used)
        database.execute(_PUT_WORDING, fields)


def insert_own(database: Database, organisation: OrganisationId, number: OwnCodeId, setting: CodeSetting) -> None:
    """Add a code of the organisation's own."""
    fields = (organisation, setting.dimension, setting.parent, setting.label, setting.used, number)
    database.execute(_INSERT_OWN, fields)


def update_own(database: Database, organisation: OrganisationId, setting: CodeSetting) -> None:
    """Rename a code of its own, or switch it on or off; what it is counted as stays."""
    database.execute(_UPDATE_OWN, (setting.label, setting.used, setting.number, organisation))


def set_asks(database: Database, organisation: OrganisationId, dimension: Dimension, *, asks: bool) -> None:
    """Keep whether the organisation asks for something about reporters."""
    database.execute(_ASK if asks else _ASK_NO_MORE, (organisation, dimension))
