"""What another program copied comes into a note: looked at first."""

from collections.abc import Callable

from tests.e2e.walk import Walk

PASTED = "Fatima El Amrani sloeg met de deur. Mijn leidinggevende Fatima zei niets tegen Pieter Jansen. "
REPLACED = "Leidinggevende A sloeg met de deur. Mijn leidinggevende A zei niets tegen collega A. "
ALREADY = "Het was laat. "


def open_note(walk: Walk) -> None:
    """Go to a note of a new case, in which something stands."""
    person = walk.driver
    person.key("ctrl+n")
    person.fill("aboutField", "Ruzie over het rooster")
    person.click("saveAndGoOnButton")
    person.wait_for("caseCode")
    # What lay over the page has gone once something on it could be opened and closed.
    person.click("acuteButton")
    person.click("closeSheetButton")
    person.wait_gone("acuteCard")
    person.click(walk.t("Aantekening"), within="partTabs")
    person.click("noteEditor")
    person.type_text(ALREADY)
    person.wait_for_text("noteEditor", ALREADY)


def paste_named(walk: Walk, copy: Callable[[str], None]) -> None:
    """Paste what another program copied, with everybody in it called by a role; and take it back in one step."""
    person = walk.driver
    copy(PASTED)
    person.key("ctrl+v")
    person.wait_for("incomingSheet")
    person.wait_for("replaceAllButton")
    walk.picture("wat_u_plakt")
    person.click("replaceAllButton")
    person.wait_for_text("checkedTextEditor", REPLACED)
    person.wait_for("takeButton", state="enabled")
    walk.picture("wat_u_plakt_vervangen")
    person.click("takeButton")
    person.wait_gone("incomingSheet")
    person.wait_for_text("noteEditor", ALREADY + REPLACED)
    walk.picture("geplakt")
    person.key("ctrl+z")
    person.wait_for_text("noteEditor", ALREADY)
