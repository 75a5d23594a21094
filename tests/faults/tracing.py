"""What a process asks of the file system, as the system itself tells: with strace, which can also let calls fail."""

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

WRITING = ("write", "pwrite64", "ftruncate", "fsync", "fdatasync")
NAMING = ("openat", "rename", "renameat2", "linkat", "unlink", "unlinkat", "mkdir")
READING = ("read", "pread64")
_TRACED = (
    "openat,open,creat,close,read,write,writev,pwrite64,pwritev,lseek,fsync,fdatasync,sync_file_range,rename,renameat,"
    "renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,ftruncate,truncate,fallocate,dup,dup2,dup3,sendfile,"
    "copy_file_range,splice,symlink,symlinkat,mmap,sendto"
)
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?|0x[0-9a-f]+)(?: .*)?")
_PART = re.compile(r'"(?:\\x[0-9a-f]{2})*"(?:\.\.\.)?|\{[^}]*\}|\[[^\]]*\]|[^,\s][^,]*')


@dataclass(frozen=True)
class Call:
    """A system call that succeeded. Texts in ``arguments`` are bytes, all else is as strace writes it."""

    name: str
    arguments: tuple[bytes | str, ...]
    result: int

    def number(self, at: int) -> int:
        return int(str(self.arguments[at]), 0)

    def data(self, at: int) -> bytes:
        value = self.arguments[at]
        assert isinstance(value, bytes), f"no text: {self}"
        return value

    def word(self, at: int) -> str:
        value = self.arguments[at]
        assert isinstance(value, str), f"a text: {self}"
        return value


def require_strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not there")


@contextlib.contextmanager
def recorded(pid: int, log: Path) -> Iterator[None]:
    """Record what a process does with files; it is to end inside the block."""
    with _attached(pid, "-xx", "-s", "100000000", "-e", f"trace={_TRACED}", "-o", str(log)):
        yield


@contextlib.contextmanager
def failing(pid: int, log: Path, calls: Sequence[str], when: Mapping[str, str]) -> Iterator[None]:
    """Let calls of a process fail with EIO: of each name that of this number, or with + that one and all after it."""
    injected = (f"inject={name}:error=EIO:when={number}" for name, number in when.items())
    options = (option for each in (f"trace={','.join(calls)}", *injected) for option in ("-e", each))
    with _attached(pid, *options, "-s", "0", "-o", str(log)):
        yield


def order_of(log: Path) -> list[str]:
    """The names of the calls in a log of ``failing``, in order."""
    return [line.split("(", 1)[0].split()[-1] for line in log.read_text().splitlines() if "(" in line]


def any_failed(log: Path) -> bool:
    """Whether the process came as far as a call that was made to fail."""
    return "(INJECTED)" in log.read_text()


@contextlib.contextmanager
def _attached(pid: int, *options: str) -> Iterator[None]:
    command = ["strace", "-f", "-p", str(pid), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        first = process.stderr.readline()
        if "attached" not in first:
            process.wait(timeout=10)
            assert "not permitted" in first, f"strace did not begin: {first}"
            pytest.skip("nobody may trace here")
        yield
        process.wait(timeout=60)


def calls_in(log: Path) -> Iterator[Call]:
    """The calls of a record that succeeded, in order. The process had one thread, so each has a line of its own."""
    for line in log.read_text(encoding="ascii").splitlines():
        assert "unfinished" not in line, "two threads at once"
        match = _LINE.fullmatch(line)
        if match is None:
            assert "+++" in line or "---" in line, f"not understood: {line[:200]}"
            continue
        name, arguments, result = match.groups()
        if result != "?" and not result.startswith("-"):
            yield Call(name, tuple(_value(part) for part in _PART.findall(arguments)), int(result, 0))


def _value(part: str) -> bytes | str:
    if not part.startswith('"'):
        return part.strip()
    assert part.endswith('"'), "a text was cut off"
    return bytes.fromhex(part[1:-1].replace("\\x", ""))
