"""What is kept in the database, one module of SQL per aggregate; SQL is written nowhere else."""

from vpjournal.storage import checks
from vpjournal.storage.connection import Database, IntegrityError, Row
from vpjournal.storage.migrate import migrate, schema_version, shipped

__all__ = ["Database", "IntegrityError", "Row", "checks", "migrate", "schema_version", "shipped"]
