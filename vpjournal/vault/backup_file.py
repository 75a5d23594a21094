"""A backup is one file: header and database as they lie in a journal, and a manifest that proves them.

It is an uncompressed ZIP, so that anyone can take the parts out. Its comment is a digest of every byte before it, which
tells damage from a wrong passphrase. It is read as if a stranger had written it, and nothing is taken out by a path.
"""

import base64
import hashlib
import hmac
import io
import json
import os
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vpjournal.domain.progress import Progress
from vpjournal.errors import JournalDamaged, JournalTooNew, NotAJournal
from vpjournal.vault import durable, header, header_files
from vpjournal.vault.header import Header, SealedHeader
from vpjournal.vault.keys import Keys

if TYPE_CHECKING:
    from typing_extensions import Buffer

SUFFIX = ".vpbackup"
MANIFEST = "manifest"
FORMAT = 1
_Database = tuple[str, int, str]
_MAGIC = b"VPBACKUP "
_VERSION = re.compile(rb"VPBACKUP ([1-9][0-9]{0,3})")
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_DIGEST_LENGTH = 64
_START = struct.Struct("<4s26s14s")
_END = struct.Struct("<4s4H2LH")
_MEMBERS = 3
_DIRECTORY_LIMIT = 1024
_END_MAGIC = b"PK\x05\x06"
_MANIFEST_LIMIT = 4096
_CHUNK = 1 << 20
_UNREADABLE = (
    zipfile.BadZipFile,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What the standard library raises on bytes that a stranger made up."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """What a backup says of itself. ``sealed`` is sound in form; proven it is by ``prove``, which takes the keys."""

    path: Path
    sealed: SealedHeader
    made_on: date
    schema: int
    database_bytes: int
    _database_digest: str
    _proven: bytes
    _mac: bytes

    def prove(self, keys: Keys) -> None:
        """Prove that whoever wrote this held the data key. Raises JournalDamaged."""
        self.sealed.check_mac(keys.header_key)
        expected = hmac.digest(keys.backup_key.reveal(), self._proven, "sha256")
        if not hmac.compare_digest(expected, self._mac):
            raise JournalDamaged("backup")

    @contextmanager
    def open_database(self) -> Iterator[Iterator[bytes]]:
        """Hand out the bytes of the database piece by piece; at the end raises JournalDamaged when they are wrong."""
        with _opened(self.path) as archive:
            yield _checked(archive, self.sealed.header.database, self._database_digest)


def write(
    path: Path,
    *,
    sealed: bytes,
    image: Path,
    keys: Keys,
    made_on: date,
    schema: int,
    progress: Progress | None = None,
    reading: Progress | None = None,
) -> None:
    """Write a backup where nothing of this name is yet, whole, synced and read back, or leave nothing.

    ``image`` is the database under the keys of ``sealed``. Raises JournalExists, DiskFull, ReadOnly, DeviceFailed,
    JournalDamaged when it cannot be read back, and whatever ``progress`` raises, which is told how many bytes of how
    many are written, or ``reading``, which is told the same of reading them back.
    """

    def look(written: Path) -> None:
        read(written, progress=reading).prove(keys)

    # Without a name until then: whoever meets the name later, on no list perhaps, meets a backup that is good.
    with durable.new_file(path, look=look) as file:
        whole = _Digesting(file)
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_member(header_files.MAIN), sealed)
            database = _write_database(archive, image, header.parse(sealed).header.database, progress)
            manifest = _manifest(sealed, keys, database=database, made_on=made_on, schema=schema)
            archive.writestr(_member(MANIFEST), manifest)
            # As long as the digest that takes its place.
            archive.comment = b"0" * _DIGEST_LENGTH
        file.seek(-_DIGEST_LENGTH, os.SEEK_END)
        file.write(whole.digest.hexdigest().encode("ascii"))


class _Digesting(io.RawIOBase):
    """Passes on what is written, and digests all of it but the last bytes, where the digest will stand.

    It cannot go back, so that a ZIP is written from front to end.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._last = b""
        self.digest = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: "Buffer", /) -> int:
        piece = bytes(data)
        self._file.write(piece)
        if len(piece) >= _DIGEST_LENGTH:
            self.digest.update(self._last)
            self.digest.update(piece[:-_DIGEST_LENGTH])
            self._last = piece[-_DIGEST_LENGTH:]
        else:
            kept = self._last + piece
            self.digest.update(kept[:-_DIGEST_LENGTH])
            self._last = kept[-_DIGEST_LENGTH:]
        return len(piece)


def _write_database(archive: zipfile.ZipFile, image: Path, name: str, progress: Progress | None) -> _Database:
    """Put the database in; return its name, its length in bytes and its digest."""
    size, digest = image.stat().st_size, hashlib.sha256()
    with image.open("rb") as source, archive.open(_member(name, size=size), "w") as target:
        for done, piece in _pieces(source):
            digest.update(piece)
            target.write(piece)
            if progress is not None:
                progress(done, size)
    return name, size, digest.hexdigest()


def read(path: Path, *, progress: Progress | None = None) -> BackupFile:
    """Look a backup over, every byte of it, without a key.

    Raises JournalNotFound, NotAJournal for what is no backup, JournalTooNew, JournalDamaged when a byte is not as it
    was written, DeviceFailed.
    """
    _require_digest(path, progress)
    with _opened(path) as archive:
        try:
            return _parsed(path, archive)
        except _UNREADABLE:
            raise JournalDamaged("backup") from None


def glance(path: Path) -> Header:
    """Return the header in a backup without reading all of it: what it says is not even known to be whole.

    Raises as ``read`` does.
    """
    durable.require_regular(path)
    with durable.os_errors_told(), path.open("rb") as file:
        _require_frame(file, file.seek(0, os.SEEK_END))
    with _opened(path) as archive:
        try:
            return header.parse(_small(archive, archive.getinfo(header_files.MAIN), limit=header.LIMIT)).header
        except _UNREADABLE:
            raise JournalDamaged("backup") from None


def _member(name: str, *, size: int = 0) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, date_time=_NO_TIME)
    member.external_attr = 0o600 << 16
    member.file_size = size
    return member


def _manifest(sealed: bytes, keys: Keys, *, database: _Database, made_on: date, schema: int) -> bytes:
    body = _described(sealed, database, made_on=made_on, schema=schema)
    proven = b"VPBACKUP %d\n%s\n" % (FORMAT, body)
    return proven + base64.b64encode(hmac.digest(keys.backup_key.reveal(), proven, "sha256")) + b"\n"


def _described(sealed: bytes, database: _Database, *, made_on: date, schema: int) -> bytes:
    """Return the second line of the manifest: canonical JSON, of which there is one for each backup."""
    name, size, digest = database
    value = {
        "database": {"bytes": size, "name": name, "sha256": digest},
        "header": hashlib.sha256(sealed).hexdigest(),
        "made_on": made_on.isoformat(),
        "schema": schema,
    }
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _require_digest(path: Path, progress: Progress | None) -> None:
    """Compare the digest in the comment with every byte before it; what is plainly no backup is not read through."""
    durable.require_regular(path)
    with durable.os_errors_told(), path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        _require_frame(file, size)
        durable.forget_cached(file)
        digest, rest = hashlib.sha256(), size - _DIGEST_LENGTH
        for done, piece in _pieces(file):
            digest.update(piece[: max(0, rest)])
            rest -= len(piece)
            if progress is not None:
                progress(done, size)
        file.seek(-_DIGEST_LENGTH, os.SEEK_END)
        if not hmac.compare_digest(digest.hexdigest().encode("ascii"), file.read(_DIGEST_LENGTH)):
            raise JournalDamaged("backup")


def _require_frame(file: BinaryIO, size: int) -> None:
    """Look at both ends: a ZIP whose first member is a header, and whose last record has our comment."""
    file.seek(0)
    start = file.read(_START.size)
    if len(start) < _START.size or _START.unpack(start)[::2] != (b"PK\x03\x04", header_files.MAIN.encode("ascii")):
        raise NotAJournal
    if size < _END.size + _DIGEST_LENGTH:
        raise JournalDamaged("backup")
    file.seek(-_END.size - _DIGEST_LENGTH, os.SEEK_END)
    magic, _disk, _first, here, members, directory, _offset, comment = _END.unpack(file.read(_END.size))
    if (magic, here, members, comment) != (
        _END_MAGIC,
        _MEMBERS,
        _MEMBERS,
        _DIGEST_LENGTH,
    ) or directory > _DIRECTORY_LIMIT:
        raise JournalDamaged("backup")
    file.seek(0)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with durable.os_errors_told(), path.open("rb") as file:
        try:
            archive = zipfile.ZipFile(file)
        except _UNREADABLE:
            raise JournalDamaged("backup") from None
        with archive:
            yield archive


def _parsed(path: Path, archive: zipfile.ZipFile) -> BackupFile:
    members = archive.infolist()
    if len(members) != _MEMBERS or any(each.compress_type != zipfile.ZIP_STORED for each in members):
        raise JournalDamaged("backup")
    by_name = {each.filename: each for each in members}
    sealed_bytes = _small(archive, by_name[header_files.MAIN], limit=header.LIMIT)
    manifest = _small(archive, by_name[MANIFEST], limit=_MANIFEST_LIMIT)
    first, body, mac_line, *more = manifest.split(b"\n")
    version = _VERSION.fullmatch(first)
    if version is not None and int(version[1]) > FORMAT:
        raise JournalTooNew
    sealed = header.parse(sealed_bytes)
    value = json.loads(body)
    database = by_name[sealed.header.database]
    made_on, schema = date.fromisoformat(value["made_on"]), int(value["schema"])
    digest = str(value["database"]["sha256"])
    described = (sealed.header.database, database.file_size, digest)
    if version is None or more != [b""] or body != _described(sealed_bytes, described, made_on=made_on, schema=schema):
        raise JournalDamaged("backup")
    return BackupFile(
        path=path,
        sealed=sealed,
        made_on=made_on,
        schema=schema,
        database_bytes=database.file_size,
        _database_digest=digest,
        _proven=first + b"\n" + body + b"\n",
        _mac=base64.b64decode(mac_line, validate=True),
    )


def _small(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, limit: int) -> bytes:
    if member.file_size > limit:
        raise JournalDamaged("backup")
    return archive.read(member)


def _checked(archive: zipfile.ZipFile, name: str, expected: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    try:
        with archive.open(name) as member:
            while piece := member.read(_CHUNK):
                digest.update(piece)
                yield piece
    except _UNREADABLE:
        raise JournalDamaged("backup") from None
    if digest.hexdigest() != expected:
        raise JournalDamaged("backup")


def _pieces(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Read a file piece by piece; each with how many bytes are read by then."""
    done = 0
    while piece := file.read(_CHUNK):
        done += len(piece)
        yield done, piece
