"""Looks for the bytes of a secret in all the ways to write it: in the memory of processes, and in what they pass on."""

import base64
import ctypes
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_WIDTHS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_TEXTS = ("utf-8", "utf-16-le", "utf-32-le")
_AT_ONCE = 8 << 20
_SHORTEST = 8
"""Bytes; anything shorter is found by chance."""
_ZEROS = re.compile(rb"\0{64,}")
_memmem = ctypes.CDLL(None).memmem  # Ten times as fast as ``in`` on what is half zeros.
_memmem.restype = ctypes.c_void_p
_memmem.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t]


def ways_to_write(secret: str | bytes) -> Mapping[str, bytes]:
    """Return what to look for, by the name of the way to write it: as it is, in hex and in base64, each in all widths.

    In base64 the same bytes look different at each of three places, and the edges depend on what stands beside.
    """
    plain = {"bytes": secret} if isinstance(secret, bytes) else {code: secret.encode(code) for code in _WIDTHS}
    ways = dict(plain)
    for name, value in plain.items():
        if name.endswith("-be"):
            continue
        for text, written in _in_letters(value).items():
            ways.update({f"{text} of {name} in {code}": written.encode(code) for code in _TEXTS})
    return {name: needle for name, needle in ways.items() if len(needle) >= _SHORTEST}


def _in_letters(value: bytes) -> Mapping[str, str]:
    letters = {"hex": value.hex(), "upper hex": value.hex().upper()}
    for before in range(3):
        whole = base64.b64encode(bytes(before) + value).decode("ascii").rstrip("=")
        # What a neighbouring byte has a part in, before and after.
        first, last = (0, 2, 3)[before], 1 if (before + len(value)) % 3 else 0
        letters[f"base64 at {before}"] = whole[first : len(whole) - last]
    return letters


@dataclass(slots=True)
class Remains:
    """What was looked through, and what was found: the name of the secret, how it was written, and where."""

    processes: int = 0
    looked_at: int = 0
    found: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        return {name for name, _way, _where in self.found}


def in_memory(processes: Mapping[int, str], secrets: Mapping[str, str | bytes]) -> Remains:
    """Look through all memory of these processes; only root may look into one that refuses onlookers."""
    needles = [(name, way, needle) for name, secret in secrets.items() for way, needle in ways_to_write(secret).items()]
    longest = max(len(needle) for _name, _way, needle in needles)
    remains = Remains(processes=len(processes))
    for process in processes:
        for place, piece in _memory(process, longest):
            remains.looked_at += len(piece)
            # No secret has a run of zeros in it, and searching through one is slow.
            memory = _ZEROS.sub(bytes(8), piece)
            remains.found += [
                (name, way, f"{processes[process]} {place}")
                for name, way, needle in needles
                if _memmem(memory, len(memory), needle, len(needle))
            ]
    return remains


def _memory(process: int, overlap: int) -> Iterator[tuple[str, bytes]]:
    """Yield what can be read and was ever written, in pieces that overlap, with what is mapped there."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            span, access, _offset, _device, _inode, *name = line.split(maxsplit=5)
            # A file that is mapped to be read only is on the disk as it is, and looked through there.
            if "r" not in access or ("w" not in access and name and name[0].startswith(("/", "[v"))):
                continue
            start, end = (int(each, 16) for each in span.split("-"))
            for at in range(start, end, _AT_ONCE):
                try:
                    piece = os.pread(memory.fileno(), min(_AT_ONCE + overlap, end - at), at)
                except OSError:  # The rest of a file that is shorter than its mapping.
                    break
                yield (name[0] if name else "memory"), piece


def started_from(mark: str) -> Mapping[int, str]:
    """Return the processes with ``mark`` in their environment, which all that they start inherit, and their names."""
    found = {}
    for place in Path("/proc").iterdir():
        try:
            if place.name.isdigit() and mark.encode() in (place / "environ").read_bytes():
                found[int(place.name)] = (place / "comm").read_text(encoding="utf-8").strip()
        except OSError:  # Ended meanwhile, or not for us to see.
            continue
    return found
