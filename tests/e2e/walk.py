"""What an adviser does with the program, step by step, for the tests and for the tour.

Names of buttons and fields are given in Dutch and looked for in the language of the screen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2

from tests.e2e.driver import Driver, DriverError
from vpjournal.domain.language import Language, Texts

_COLOURS = {"light": "licht", "dark": "donker", "contrast": "hoog contrast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How the adviser wants to see it: ``scale`` in per cent, ``theme`` one of system, light, dark, contrast."""

    language: Language = Language.DUTCH
    theme: str = "light"
    scale: int = 100


@dataclass(slots=True, kw_only=True)
class Walk:
    """One adviser at one journal; ``picture`` is called with a name wherever there is something to see."""

    driver: Driver
    papers: Path
    looks: Looks = field(default_factory=Looks)
    picture: Callable[[str], object] = lambda _name: None
    passphrase: str = ""
    groups: list[str] = field(default_factory=list)
    """What stands on the recovery sheet."""

    def t(self, dutch: str, **values: object) -> str:
        return Texts(self.looks.language)(dutch, **values)

    def click(self, dutch: str) -> None:
        self.driver.click(self.t(dutch))

    def first_run(self) -> None:
        """Make a journal with the words that are proposed, and the recovery sheet saved and typed back."""
        self._choose_looks()
        self.picture("welkom")
        self.click("Verder")
        self.driver.wait_for(self.t("Wat dit is, en wat niet"))
        self.picture("wat_dit_is")
        self.click("Verder")
        self.driver.wait_for(self.t("Deze woorden neem ik"))
        self.passphrase = self.proposed_words()
        self.picture("wachtzin")
        self.click("Deze woorden neem ik")
        self.driver.fill(self.t("Wachtzin"), self.passphrase)
        self.picture("wachtzin_typen")
        self.click("Journaal maken")
        self.groups = self.keep_sheet(then="Naar Vandaag")
        self.picture("waar_het_staat")
        self.click("Naar Vandaag")

    def unlock(self) -> None:
        self.driver.fill(self.t("Wachtzin"), self.passphrase)
        self.driver.key("enter")

    def lock(self, *, by_key: bool = True) -> None:
        """Lock, and wait for the fresh program that takes over."""
        old = self.driver.pid
        if by_key:
            self.driver.key("ctrl+l")
        else:
            self.click("Vergrendelen")
        self.driver.wait_for_fresh_process(old)
        self.driver.wait_for(self.t("Wachtzin"), kind="field")

    def save_paper(self, button: str, name: str) -> Path:
        """Save a paper with a button; return the file."""
        self.papers.mkdir(parents=True, exist_ok=True)
        file = self.papers.resolve() / name
        self.click(button)
        self.choose_file(file)
        return file

    def choose_file(self, path: Path) -> None:
        """Type a path in the dialog that asks for a file or a folder."""
        self.driver.fill("fileNameEdit", str(path))
        self.driver.key("enter")
        try:
            self.driver.wait_gone("fileNameEdit", timeout=3)
        except DriverError:
            # It closed the list of names that the dialog had opened below the field.
            self.driver.key("enter")
            self.driver.wait_gone("fileNameEdit")

    def _choose_looks(self) -> None:
        self.driver.click(self.looks.language.own_name, kind="button", nth=0)
        self.driver.wait_for(self.t("Welkom bij VP-journaal"))
        self.driver.click(Texts(self.looks.language).percent(self.looks.scale / 100))
        if self.looks.theme in _COLOURS:
            self.click(_COLOURS[self.looks.theme])

    def proposed_words(self) -> str:
        """Read the six words: each stands right below its number."""
        labels = [each for each in self.driver.everything() if each["kind"] == "label"]
        numbers = {each["text"]: each["rect"] for each in labels if each["text"] in set("123456")}
        words = []
        for number in "123456":
            x, y, _, height = numbers[number]
            below = [each for each in labels if each["rect"][0] == x and each["rect"][1] >= y + height - 4]
            words.append(min(below, key=lambda each: each["rect"][1])["text"])
        return " ".join(words)

    def keep_sheet(self, *, title: str = "Uw herstelblad", name: str = "herstelblad.pdf", then: str) -> list[str]:
        """Save the recovery sheet and type back what is asked for; return the groups that stand on it."""
        self.driver.wait_for(self.t(title), timeout=60)
        sheet = self.save_paper("Bewaren als pdf", name)
        self.driver.wait_for(self.t("Het blad is bewaard, maar niet beveiligd."))
        self.picture(name.removesuffix(".pdf"))
        groups = code_groups(sheet)
        self.type_groups(groups)
        self.click("Klaar met overtypen")
        self.driver.wait_for(self.t(then), timeout=120)
        return groups

    def type_groups(self, groups: list[str]) -> None:
        """Type the groups of a recovery code that are asked for."""
        for place in range(1, len(groups) + 1):
            name = self.t("Groep {n}", n=place)
            if self.driver.is_there(name):
                self.driver.fill(name, groups[place - 1])


def text_of_paper(file: Path, *, password: str | None = None) -> str:
    """Read a PDF back as text."""
    document = pypdfium2.PdfDocument(file, password=password)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def code_groups(sheet: Path) -> list[str]:
    """Return the groups of the recovery code on the sheet."""
    alphabet = set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return [word for word in text_of_paper(sheet).split() if len(word) == 5 and set(word) <= alphabet]
