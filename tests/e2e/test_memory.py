"""Locked means gone: no process of ours keeps a word that was typed, nor a byte of what opens the journal."""

import base64
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.e2e import guided_case as case
from tests.e2e.driver import Driver
from tests.e2e.remains import in_memory, started_from, ways_to_write
from tests.e2e.walk import Walk, code_groups
from vpjournal.vault.header_files import candidates
from vpjournal.vault.keys import derive_keys


@pytest.mark.screen
@pytest.mark.timeout(300)
@pytest.mark.skipif(os.getuid() != 0, reason="only root may look into the memory of the program")
@pytest.mark.row(33, "a word, passphrase, code and keys, after making and after unlocking")
def test_nothing_that_was_typed_or_that_opens_the_journal_is_in_memory_after_a_lock(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = "zwartkop" + "".join(secrets.choice("bdfgklmnprstvz") for _ in range(8))
    for name in ("ABOUT", "STORY", "GOAL", "ORGANISATION"):
        monkeypatch.setattr(case, name, f"{getattr(case, name)} {marker}")
    walk = Walk(driver=driver, papers=tmp_path / "papieren")
    journal = tmp_path / "proef.vpjournal"
    driver.start(journal)
    walk.first_run()
    driver.wait_for("newContactButton")
    case.keep_organisation(walk)
    case.take_first_contact(walk)
    case.hold_first_conversation(walk)
    driver.key("ctrl+a", "ctrl+c")
    wanted: dict[str, str | bytes] = {
        "marker": marker,
        "passphrase": walk.passphrase,
        "recovery code": " ".join(code_groups(walk.papers / "herstelblad.pdf")),
        **_keys(journal, walk.passphrase),
    }

    open_ = in_memory(_ours(driver), wanted)
    assert {"marker", "database key"} <= open_.names
    first = driver.pid
    assert [held for held in _held_open(first) if str(journal) in held]
    walk.lock()
    locked = in_memory(_ours(driver), wanted)
    assert locked.found == []
    assert locked.processes >= 1
    # The first is a child of this test, and keeps a number and no memory until it is waited for.
    assert Path(f"/proc/{first}/maps").read_bytes() == b""
    assert [held for held in _held_open(driver.pid) if str(journal) in held] == []
    assert locked.looked_at > 50 << 20

    walk.unlock()
    driver.wait_for("caseCode")
    assert {"marker", "database key"} <= in_memory(_ours(driver), wanted).names
    walk.lock()
    assert in_memory(_ours(driver), wanted).found == []


def _held_open(process: int) -> list[str]:
    """Return where the open handles of a process lead."""
    return [str(handle.readlink()) for handle in Path(f"/proc/{process}/fd").iterdir()]


def _ours(driver: Driver) -> Mapping[int, str]:
    """Return all processes that run with what the driver gave the first one: the fresh one, and whatever it started."""
    found = started_from(f"VPJOURNAL_INSPECTOR={driver.home.parent / 'line'}")
    assert driver.pid in found
    return found


def _keys(journal: Path, passphrase: str) -> Mapping[str, bytes]:
    """Derive what opens the journal, as the program does."""
    sealed = candidates(journal)[0]
    header = sealed.header
    data_key = header.passphrase.open(passphrase, journal_id=header.journal_id)
    keys = derive_keys(data_key, journal_id=header.journal_id)
    return {
        "data key": data_key.reveal(),
        "database key": keys.database_key.reveal(),
        "header key": keys.header_key.reveal(),
        "draft key": keys.draft_key.reveal(),
        "backup key": keys.backup_key.reveal(),
    }


@pytest.mark.parametrize("secret", ["zwartkopmeeuwen", bytes(range(65, 97))])
def test_every_way_to_write_a_secret_is_found_in_the_middle_of_something(secret: str | bytes) -> None:
    plain = secret if isinstance(secret, bytes) else secret.encode()
    ways = ways_to_write(secret).values()
    for before in range(6):
        around = b"x" * before + plain + b"yz"
        for written in (around, around.hex().encode(), base64.b64encode(around), base64.b64encode(around[:-2])):
            assert any(way in written for way in ways), (before, written)
            wide = written.decode().encode("utf-32-le")
            assert written is around or any(way in wide for way in ways)
