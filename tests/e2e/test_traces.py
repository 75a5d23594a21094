"""What an adviser types leaves no trace outside the journal: not on the disk, in a title, in what the program says,
or on the clipboard after a lock.

A word that exists nowhere else goes into every kind of field of the real program, and is then looked for.
"""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, time

import pytest

from tests.e2e import approved_summary as summary
from tests.e2e import consent_fields, entering
from tests.e2e import guided_case as case
from tests.e2e.driver import PATIENCE, Driver
from tests.e2e.remains import ways_to_write
from tests.e2e.walk import Walk, text_of_paper

pytestmark = [pytest.mark.screen, pytest.mark.timeout(300)]

WRITTEN = (
    "ORGANISATION",
    "ABOUT",
    "STORY",
    "GOAL",
    "OWN_OPTION",
    "OWN_PRO",
    "OWN_CON",
    "SAYS",
    "CHOICE",
    "CALL",
    "AFTERWARDS",
    "LEAVING",
)
KEPT_OUTSIDE = {
    "language", "text_scale", "theme", "journal", "geometry", "show_passphrase", "idle_minutes", "shield",
}  # fmt: skip
LARGEST = 64 << 20
SHARED = ("/tmp", "/var/tmp", "/dev/shm", f"/run/user/{os.getuid()}")  # noqa: S108 - looked in, never written to
OTHER_PROGRAM = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QClipboard, QGuiApplication
qt = QGuiApplication(sys.argv)
clipboard, kinds = qt.clipboard(), (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
def obey():
    words = sys.stdin.readline().rstrip("\\n").split(" ", 1)
    if not words[0]:
        qt.quit()
    elif words[0] == "own":
        for kind in kinds:
            clipboard.setText(words[1], kind)
        print("done", flush=True)
    else:
        print(*[clipboard.text(kind) for kind in kinds], sep="|", flush=True)
listener = QSocketNotifier(0, QSocketNotifier.Type.Read)
listener.activated.connect(obey)
sys.exit(qt.exec())
"""


class OtherProgram:
    """Any other program on the same screen: it copies something, or looks what could be pasted."""

    def __init__(self, driver: Driver) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", OTHER_PROGRAM],
            env={**os.environ, "DISPLAY": driver.display.name, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def copy(self, words: str) -> None:
        """Copy a text of one line."""
        assert self._ask(f"own {words}") == "done"

    def look(self) -> list[str]:
        """Return what can be pasted: from the clipboard, and from the primary selection."""
        return self._ask("read").split("|")

    def wait_for(self, word: str) -> None:
        """Wait until both hold this."""
        end = monotonic() + PATIENCE
        while (found := self.look()) != [word, word]:
            assert monotonic() < end, found

    def end(self) -> None:
        self._process.communicate("\n", timeout=20)

    def _ask(self, words: str) -> str:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().rstrip("\n")


@pytest.fixture
def marker(monkeypatch: pytest.MonkeyPatch) -> str:
    """A word of this run alone, in everything that the guided case types."""
    made = "zwartkop" + "".join(secrets.choice("bdfgklmnprstvz") for _ in range(8))
    for name in WRITTEN:
        monkeypatch.setattr(case, name, f"{getattr(case, name)} {made}")
    monkeypatch.setattr(case, "WORD", made)
    for name in ("WROTE", "MORE"):
        monkeypatch.setattr(summary, name, f"{getattr(summary, name)} {made}")
    return made


@pytest.fixture
def walk(driver: Driver, tmp_path: Path, marker: str, monkeypatch: pytest.MonkeyPatch) -> Walk:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    walk = Walk(driver=driver, papers=tmp_path / f"papieren {marker}")
    driver.start(tmp_path / "proef.vpjournal")
    walk.first_run()
    driver.wait_for("newContactButton")
    return walk


@pytest.fixture
def other(driver: Driver) -> Iterator[OtherProgram]:
    made = OtherProgram(driver)
    yield made
    made.end()


@pytest.mark.row(30, "the guided case, every file and name since then")
def test_what_is_typed_is_found_in_the_saved_papers_alone(walk: Walk, marker: str, tmp_path: Path) -> None:
    began = time()
    outside: list[str] = []
    walk.picture = lambda _name: outside.append(_seen_from_outside(walk.driver))
    papers = case.go_through_case(walk)
    _type_in_passing(walk, marker)
    kept = consent_fields.type_in_all(walk, marker)
    walk.lock()
    outside.append(_seen_from_outside(walk.driver))
    walk.unlock()
    walk.driver.wait_for("registerTable", timeout=60)
    walk.driver.close()

    assert len(outside) > 20
    assert any("VP-journaal" in seen for seen in outside)
    assert [seen for seen in outside if marker in seen or walk.passphrase in seen] == []
    assert marker in text_of_paper(papers.overview)
    assert marker in text_of_paper(kept.sheet)
    assert marker in text_of_paper(kept.summary, password=kept.password)
    assert _files_with(tmp_path, (marker, walk.passphrase)) == []
    for folder in SHARED:
        assert _files_with(Path(folder), (marker,), since=began, without=tmp_path) == []
    _check_settings(walk.driver.home, marker)


def _type_in_passing(walk: Walk, marker: str) -> None:
    """Type where nothing is stored: looking for something, and filtering the list."""
    person = walk.driver
    person.key("ctrl+k")
    person.fill("findField", marker)
    walk.picture("zoeken")
    person.key("Escape")
    person.wait_gone("findField")
    person.key("ctrl+2")
    person.click(walk.t("Aantekening"), within="partTabs")
    person.click("noteEditor")
    person.key("ctrl+a", "ctrl+c")


def _seen_from_outside(driver: Driver) -> str:
    """Return the names of all windows on the screen, and what the system tells anyone about the process."""
    seen = [*driver.front()["titles"]]
    if tree := shutil.which("xwininfo"):
        asked = [tree, "-display", driver.display.name, "-root", "-tree"]
        seen.append(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    seen.append(Path(f"/proc/{driver.pid}/cmdline").read_text(encoding="utf-8"))
    return "\n".join(seen)


def _files_with(
    folder: Path, words: tuple[str, ...], *, since: float = 0.0, without: Path | None = None
) -> list[tuple[str, str]]:
    """Return which files below a folder have one of the words in their text, in any way to write it, or in a name."""
    needles = [(word, needle) for word in words for needle in ways_to_write(word).values()]
    found = []
    for file in _files(folder, without):
        try:
            about = file.lstat()
            if not file.is_file() or about.st_mtime < since or about.st_size > LARGEST:
                continue
            content = file.read_bytes()
        except OSError:  # Other programs take their files away meanwhile.
            continue
        found += [(str(file), word) for word, needle in needles if needle in content]
    return found


def _files(folder: Path, without: Path | None) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if Path(place, name) != without]
        yield from (Path(place, name) for name in files)


def _check_settings(home: Path, marker: str) -> None:
    """Look that nothing but looks is kept outside the journal, and nobody's list of files has ours."""
    files = [file for file in home.rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert not names & {"recently-used.xbel", "Trolltech.conf"}
    assert [file for file in files if "thumbnails" in file.parts] == []
    (preferences,) = (file for file in files if file.name == "preferences.ini")
    lines = preferences.read_text(encoding="utf-8").splitlines()
    assert {line.partition("=")[0] for line in lines if "=" in line} <= KEPT_OUTSIDE
    for file in files:
        assert marker not in str(file)
        # Qt writes the folder of the last file percent-encoded or escaped; none is to be there at all.
        assert "FileDialog" not in file.read_text(encoding="utf-8", errors="replace"), file


@pytest.mark.row(30, "what was pasted, or nearly")
def test_what_is_pasted_is_found_nowhere(walk: Walk, other: OtherProgram, marker: str, tmp_path: Path) -> None:
    began = time()
    person = walk.driver
    entering.open_note(walk)
    other.copy(f"Pieter Jansen zei {marker}.")
    person.key("ctrl+v")
    person.wait_for("replaceAllButton")
    outside = [_seen_from_outside(person)]
    person.key("esc")
    person.wait_gone("incomingSheet")
    person.key("ctrl+v")
    person.wait_for("replaceAllButton")
    person.click("replaceAllButton")
    person.wait_for("takeButton", state="enabled")
    person.click("takeButton")
    person.wait_for_text("noteEditor", marker)
    outside.append(_seen_from_outside(person))
    walk.lock()
    other.copy("elders")
    assert [seen for seen in outside if marker in seen] == []
    assert _files_with(tmp_path, (marker,)) == []
    for folder in SHARED:
        assert _files_with(Path(folder), (marker,), since=began, without=tmp_path) == []
    _check_settings(person.home, marker)


@pytest.mark.row(35, "the real program locks")
def test_a_lock_takes_from_the_clipboard_what_is_ours(walk: Walk, other: OtherProgram, marker: str) -> None:
    _copy_note(walk, other)
    walk.lock()
    assert other.look() == ["", ""]


@pytest.mark.row(35, "the real program locks")
def test_a_lock_leaves_what_another_program_copied(walk: Walk, other: OtherProgram, marker: str) -> None:
    _copy_note(walk, other)
    other.copy("elders")
    walk.lock()
    assert other.look() == ["elders", "elders"]


def _copy_note(walk: Walk, other: OtherProgram) -> None:
    case.keep_organisation(walk)
    case.take_first_contact(walk)
    case.hold_first_conversation(walk)
    walk.driver.key("ctrl+2")
    walk.driver.click(walk.t("Aantekening"), within="partTabs")
    walk.driver.wait_for_text("noteEditor", case.STORY)
    walk.driver.click("noteEditor")
    walk.driver.key("ctrl+a", "ctrl+c")
    other.wait_for(case.STORY)
