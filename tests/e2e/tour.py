"""Walks through the real windows on a virtual screen, and leaves pictures and papers: ``make tour``."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.builders import PASSPHRASE
from tests.e2e import traced
from tests.e2e.display import Display
from tests.e2e.driver import Driver
from tests.e2e.guided_case import go_through_case, look_at_lists
from tests.e2e.papers_out import check_paper, look_at_blank_papers, look_at_example, look_at_register
from tests.e2e.safekeeping import look_at_safekeeping, restore_backup
from tests.e2e.walk import Looks, Walk
from vpjournal.domain.language import Language


def main() -> int:
    given = _arguments()
    if given.trace:
        return _trace()
    shutil.rmtree(given.out, ignore_errors=True)
    looks = Looks(language=Language(given.language), theme=given.theme, scale=given.scale)
    width, height = map(int, given.size.split("x"))
    with Display(width=width, height=height) as display, tempfile.TemporaryDirectory() as folder:
        driver = Driver(display=display, folder=Path(folder), pictures=given.out)
        try:
            tour(
                Walk(driver=driver, papers=given.out, looks=looks, picture=driver.shot),
                journal=Path(folder) / "proef.vpjournal",
            )
            complaints = driver.errors.read_text(encoding="utf-8")
        finally:
            driver.end()
    files = sorted(file.name for file in given.out.iterdir())
    print(f"{given.out}: {', '.join(files)}")
    if complaints:
        print(complaints, file=sys.stderr)
    return bool(complaints)


def tour(walk: Walk, *, journal: Path) -> None:
    """Go through everything there is to see."""
    walk.driver.start(journal)
    walk.first_run()
    walk.driver.wait_for(walk.t("Nieuw contact"))
    walk.picture("vandaag")
    _look_at_everything(walk)
    look_at_example(walk)
    walk.unlock()
    stick = journal.with_name("stick")
    stick.mkdir()
    look_at_safekeeping(walk, stick=stick)
    walk.lock(by_key=False)
    restore_backup(walk, next(stick.glob("*.vpbackup")))
    walk.driver.close()


def _trace() -> int:
    """Go through the same on the large journal, and tell where the windows kept the adviser waiting."""
    with traced.large_journal() as journal, Display() as display, tempfile.TemporaryDirectory() as name:
        folder, steps = Path(name), traced.Steps()
        turns = folder / "turns"
        driver = Driver(display=display, folder=folder, surroundings={traced.SURROUNDINGS: str(turns)})
        walk = Walk(driver=driver, papers=folder, picture=steps.note, passphrase=PASSPHRASE)
        try:
            driver.start(journal)
            walk.unlock()
            driver.wait_for(walk.t("Nieuw contact"), timeout=60)
            steps.note("vandaag")
            _look_at_everything(walk)
            driver.close()
        finally:
            driver.end()
        print(traced.as_table(traced.stalls(turns, steps)))
    return 0


def _look_at_everything(walk: Walk) -> None:
    papers = go_through_case(walk)
    look_at_register(walk)
    check_paper(walk, papers.summary)
    look_at_blank_papers(walk)
    look_at_lists(walk)
    walk.lock(by_key=False)
    walk.picture("vergrendeld")
    walk.unlock()
    # A lock comes back to where it was asked for: the settings.
    walk.driver.wait_for("languageChoice", timeout=60)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tour", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/tour"))
    parser.add_argument("--language", choices=[each.value for each in Language], default="nl")
    parser.add_argument("--theme", choices=["system", "light", "dark", "contrast"], default="light")
    parser.add_argument("--scale", type=int, choices=[100, 115, 130, 150, 175, 200], default=100, help="per cent")
    parser.add_argument("--trace", action="store_true", help="watch for waits on the large journal; no pictures")
    parser.add_argument("--size", default="1366x768", help="of the screen, in pixels")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
