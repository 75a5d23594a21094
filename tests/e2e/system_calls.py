"""What the program asks of the system: runs it under strace without any network, and tells what went where.

A process that is traced from its start cannot hide a call; what is mapped into memory and shared is found by
looking through the files afterwards.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_SENDING = ("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg", "sendmmsg")
_PASSING = ("splice", "tee", "vmsplice", "sendfile", "copy_file_range", "process_vm_writev", "add_key", "mq_open")
_NAMING = ("socket", "connect", "bind", "open", "openat", "creat", "memfd_create", "execve", "mknodat")
_REFUSING = "PR_SET_DUMPABLE, SUID_DUMP_DISABLE"
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")
_HANDLE = re.compile(r"^(\d+)<((?:[^<>]|<[^<>]*>)*)>")
_INODE = re.compile(r"\[(\d+)")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FAMILY = re.compile(r"sa_family=(\w+)")


def without_network(record: Path, *program: str) -> list[str]:
    """Return the command that runs Python with these arguments in a network of its own that has no way out."""
    calls = ",".join((*_SENDING, *_PASSING, *_NAMING, "prctl"))
    tracer = ["strace", "-f", "-qq", "--seccomp-bpf", "-yy", "-xx", "-s", "4194304", "-e", f"trace={calls}"]
    return ["unshare", "--net", *tracer, "-e", "signal=none", "-o", str(record), sys.executable, *program]


@dataclass(slots=True)
class Recorded:
    """All that was asked, by where it went: files and sockets by path, pipes and others by kind."""

    sent: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    connected: set[tuple[str, str]] = field(default_factory=set)
    """Family and address of each connection that was tried."""
    families: set[str] = field(default_factory=set)
    """Families of sockets that were made."""
    named: set[str] = field(default_factory=set)
    """Files that were opened or made, and arguments of programs that were started."""
    passed: set[str] = field(default_factory=set)
    """Calls that move content past the record: none may be used."""
    refused: set[int] = field(default_factory=set)
    """Processes that refused core dumps and onlookers."""


def read_record(record: Path) -> Recorded:
    """Read what strace wrote."""
    found, addresses = Recorded(), dict[str, str]()
    for process, call, rest in _calls(record):
        strings = [bytes.fromhex(each.replace("\\x", "")) for each in _QUOTED.findall(rest)]
        if call == "socket":
            found.families.add(rest.partition(",")[0])
        elif call == "connect":
            _note_connection(found, rest, strings, addresses)
        elif call in _SENDING:
            found.sent[_where(rest, addresses)] += b"".join(strings)
        elif call == "prctl":
            found.refused |= {process} if rest.startswith(_REFUSING) else set()
        elif call in _PASSING:
            found.passed.add(call)
        else:
            found.named |= {each.decode("utf-8", "replace") for each in strings}
    return found


def _calls(record: Path) -> Iterator[tuple[int, str, str]]:
    with record.open(encoding="utf-8") as lines:
        for line in lines:
            # What is resumed was told when it began.
            if (parts := _LINE.match(line)) is not None:
                yield int(parts[1]), parts[2], parts[3]


def _note_connection(found: Recorded, rest: str, strings: list[bytes], addresses: dict[str, str]) -> None:
    family = _FAMILY.search(rest)
    address = strings[0].decode("utf-8", "replace") if strings else rest
    found.connected.add((family[1] if family else "?", address))
    if inode := _INODE.search(rest):
        addresses[inode[1]] = address


def _where(rest: str, addresses: Mapping[str, str]) -> str:
    handle = _HANDLE.match(rest)
    if handle is None:
        return "unknown"
    target = handle[2]
    inode = _INODE.search(target)
    if inode and inode[1] in addresses:
        return addresses[inode[1]]
    decoded = re.sub(r"\\x([0-9a-f]{2})", lambda byte: chr(int(byte[1], 16)), target)
    return re.sub(r"\[\d+.*", "", decoded) if inode else decoded
