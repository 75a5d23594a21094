"""A disk that loses power: what a process asked of the file system, and what of it may be found afterwards.

What was synced is there. Of all else, nothing, everything or any part may be there: each name that was changed, and of
each write any of its sectors, in any order. A name is kept by a sync of its folder alone, whatever a file system
promises beyond that.
"""

import hashlib
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.tracing import Call

SECTOR = 512
Found = dict[str, bytes | None]
Keep = Callable[[], bool]
_AT_FDCWD = "AT_FDCWD"


@dataclass(eq=False)
class File:
    """The bytes of a file: those that are synced, those that were written, and how they came about."""

    synced: bytes = b""
    now: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)
    """Since the last sync: data at an offset, or a length to which it was cut."""

    def write(self, at: int, data: bytes) -> None:
        self.pending.append((at, data))
        _put(self.now, at, data)

    def cut(self, length: int) -> None:
        self.pending.append(length)
        _cut(self.now, length)

    def sync(self) -> None:
        if self.pending:
            self.synced = bytes(self.now)
            self.pending.clear()

    def found(self, keep: Keep) -> bytes:
        data = bytearray(self.synced)
        for each in self.pending:
            if isinstance(each, int):
                if keep():
                    _cut(data, each)
                continue
            at, written = each
            for start, sector in _sectors(at, written):
                if keep():
                    _put(data, start, sector)
        return bytes(data)


@dataclass(eq=False)
class Folder:
    """The names in a folder: those that are synced, those there are, and the changes between."""

    synced: "dict[str, File | Folder]" = field(default_factory=dict)
    now: "dict[str, File | Folder]" = field(default_factory=dict)
    pending: "list[dict[str, File | Folder | None]]" = field(default_factory=list)

    def change(self, names: "dict[str, File | Folder | None]") -> None:
        self.pending.append(names)
        _rename(self.now, names)

    def sync(self) -> None:
        self.synced = dict(self.now)
        self.pending.clear()

    def found(self, keep: Keep) -> "dict[str, File | Folder]":
        names = dict(self.synced)
        for each in self.pending:
            if keep():
                _rename(names, each)
        return names


def _put(data: bytearray, at: int, more: bytes) -> None:
    data.extend(bytes(max(0, at - len(data))))
    data[at : at + len(more)] = more


def _cut(data: bytearray, length: int) -> None:
    del data[length:]
    data.extend(bytes(length - len(data)))


def _rename(names: "dict[str, File | Folder]", change: "dict[str, File | Folder | None]") -> None:
    for name, node in change.items():
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _sectors(at: int, data: bytes) -> Iterable[tuple[int, bytes]]:
    start = at
    while start < at + len(data):
        end = min((start // SECTOR + 1) * SECTOR, at + len(data))
        yield start, data[start - at : end - at]
        start = end


@dataclass
class _Open:
    node: File | Folder
    at: int = 0
    appends: bool = False


class Disk:
    """The files below a folder, as they are after each call of a record."""

    def __init__(self, place: Path, like: Path) -> None:
        """Begin with what lies in another folder, as if it lay in ``place``, all of it synced."""
        self._place = place
        self.root = _read(like)
        self._descriptors: dict[int, _Open] = {}
        self.told: list[str] = []

    def do(self, call: Call) -> bool:
        """Let a call happen; tell whether it changed anything that a loss of power could show."""
        act = getattr(self, f"_{call.name}", None)
        if act is None:
            self._require_foreign(call)
            return False
        return bool(act(call))

    def found(self, keep: Keep) -> Found:
        """What may be there when the power goes now: paths with bytes, or None for a folder."""
        out: Found = {}
        _find(self.root, "", keep, out)
        return out

    # One method for each system call: it is given the call, and returns whether the disk changed.

    def _sendto(self, call: Call) -> bool:
        self.told += call.data(1).decode().splitlines()
        return True

    def _openat(self, call: Call) -> bool:
        path, flags = self._path(call, 0), set(call.word(2).split("|"))
        self._descriptors.pop(call.result, None)
        if path is None:
            return False
        folder, name = self._parent(path)
        node: File | Folder | None = self.root if path == self._place else folder.now.get(name)
        changed = False
        if "O_TMPFILE" in flags:
            node = File()
        elif node is None:
            assert "O_CREAT" in flags, f"opened, but not there: {path}"
            node = File()
            folder.change({name: node})
            changed = True
        if isinstance(node, File) and "O_TRUNC" in flags and node.now:
            node.cut(0)
            changed = True
        self._descriptors[call.result] = _Open(node, appends="O_APPEND" in flags)
        return changed

    def _close(self, call: Call) -> bool:
        self._descriptors.pop(call.number(0), None)
        return False

    def _read(self, call: Call) -> bool:
        opened = self._descriptors.get(call.number(0))
        if opened is not None:
            opened.at += call.result
        return False

    def _lseek(self, call: Call) -> bool:
        opened = self._descriptors.get(call.number(0))
        if opened is not None:
            opened.at = call.result
        return False

    def _write(self, call: Call) -> bool:
        opened = self._descriptors.get(call.number(0))
        if opened is None or not isinstance(opened.node, File):
            return False
        if opened.appends:
            opened.at = len(opened.node.now)
        opened.node.write(opened.at, call.data(1)[: call.result])
        opened.at += call.result
        return True

    def _pwrite64(self, call: Call) -> bool:
        file = self._file(call)
        if file is not None:
            file.write(call.number(3), call.data(1)[: call.result])
        return file is not None

    def _ftruncate(self, call: Call) -> bool:
        file = self._file(call)
        if file is not None and len(file.now) != call.number(1):
            file.cut(call.number(1))
        return file is not None

    def _fsync(self, call: Call) -> bool:
        opened = self._descriptors.get(call.number(0))
        if opened is not None:
            opened.node.sync()
        return opened is not None

    _fdatasync = _fsync

    def _rename(self, call: Call) -> bool:
        return self._move(_as_path(call.data(0)), _as_path(call.data(1)))

    def _renameat2(self, call: Call) -> bool:
        return self._move(self._path(call, 0), self._path(call, 2))

    _renameat = _renameat2

    def _linkat(self, call: Call) -> bool:
        target = self._path(call, 2)
        if target is None:
            return False
        source = call.data(1).decode()
        node: File | Folder
        if source.startswith("/proc/self/fd/"):
            node = self._descriptors[int(source.rsplit("/", 1)[1])].node
        else:
            folder, name = self._parent(_as_path(call.data(1)))
            node = folder.now[name]
        folder, name = self._parent(target)
        folder.change({name: node})
        return True

    def _unlink(self, call: Call) -> bool:
        return self._remove(_as_path(call.data(0)))

    def _unlinkat(self, call: Call) -> bool:
        return self._remove(self._path(call, 0))

    _rmdir = _unlink

    def _mkdir(self, call: Call) -> bool:
        path = _as_path(call.data(0))
        if not self._is_ours(path):
            return False
        folder, name = self._parent(path)
        folder.change({name: Folder()})
        return True

    def _mmap(self, call: Call) -> bool:
        shared = "MAP_SHARED" in call.word(3) and "PROT_WRITE" in call.word(2)
        assert not shared or int(call.word(4)) not in self._descriptors, "written through memory, which no call tells"
        return False

    def _require_foreign(self, call: Call) -> None:
        """What is not understood may touch nothing of ours."""
        for value in call.arguments:
            if isinstance(value, bytes):
                assert not self._is_ours(_as_path(value)), f"not understood: {call}"
            elif value.isdigit():
                assert int(value) not in self._descriptors, f"not understood: {call}"

    def _file(self, call: Call) -> File | None:
        opened = self._descriptors.get(call.number(0))
        return opened.node if opened is not None and isinstance(opened.node, File) else None

    def _move(self, source: Path | None, target: Path | None) -> bool:
        if source is None or target is None or not self._is_ours(source):
            return False
        (folder, old), (other, new) = self._parent(source), self._parent(target)
        assert folder is other, "renamed from one folder to another"
        folder.change({old: None, new: folder.now[old]})
        return True

    def _remove(self, path: Path | None) -> bool:
        if path is None or not self._is_ours(path):
            return False
        folder, name = self._parent(path)
        folder.change({name: None})
        return True

    def _path(self, call: Call, at: int) -> Path | None:
        """The path that two arguments mean, a folder and a name in it; None when it is not below our place."""
        start, name = call.word(at), call.data(at + 1).decode()
        if start == _AT_FDCWD or name.startswith("/"):
            path = Path(name)
        elif int(start) in self._descriptors:
            path = self._path_of(self._descriptors[int(start)].node) / name
        else:
            return None
        return path if self._is_ours(path) else None

    def _path_of(self, wanted: File | Folder) -> Path:
        places: list[tuple[Path, File | Folder]] = [(self._place, self.root)]
        for path, node in places:
            if node is wanted:
                return path
            if isinstance(node, Folder):
                places += [(path / name, child) for name, child in node.now.items()]
        raise AssertionError("a folder that is gone")

    def _is_ours(self, path: Path) -> bool:
        return path == self._place or self._place in path.parents

    def _parent(self, path: Path) -> tuple[Folder, str]:
        folder = self.root
        for name in path.relative_to(self._place).parts[:-1]:
            child = folder.now[name]
            assert isinstance(child, Folder)
            folder = child
        return folder, path.name


def _as_path(value: bytes) -> Path:
    return Path(value.decode("utf-8", "replace"))


def _read(place: Path) -> Folder:
    names: dict[str, File | Folder] = {}
    for path in place.iterdir():
        if path.is_dir():
            names[path.name] = _read(path)
        else:
            data = path.read_bytes()
            names[path.name] = File(data, bytearray(data))
    return Folder(dict(names), names)


def _find(folder: Folder, prefix: str, keep: Keep, out: Found) -> None:
    for name, node in folder.found(keep).items():
        if isinstance(node, Folder):
            out[f"{prefix}{name}"] = None
            _find(node, f"{prefix}{name}/", keep, out)
        else:
            out[f"{prefix}{name}"] = node.found(keep)


def nothing() -> bool:
    """Of what was not synced, nothing is found."""
    return False


def everything() -> bool:
    """All is found, as after a kill."""
    return True


def some(chance: random.Random) -> Keep:
    """Any part is found: of one loss of power little, of another most."""
    share = chance.random()
    return lambda: chance.random() < share


def put(found: Found, place: Path) -> None:
    """Lay out what was found in an empty folder."""
    for name, data in found.items():
        if data is None:
            (place / name).mkdir(mode=0o700)
        else:
            path = place / name
            path.touch(0o600)
            path.write_bytes(data)


def digest(found: Found, told: list[str]) -> bytes:
    """What tells two states apart: everything that is there, and what was acknowledged by then."""
    whole = hashlib.blake2b(repr(told).encode())
    for name, data in sorted(found.items()):
        whole.update(f"{name}\0{len(data or b'')}\0".encode())
        whole.update(data or b"")
    return whole.digest()
