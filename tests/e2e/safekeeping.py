"""What keeps the journal safe: a backup made, tried and put back, other keys, moving, and a laptop that is gone."""

from pathlib import Path

from tests.e2e.walk import Walk


def look_at_safekeeping(walk: Walk, *, stick: Path) -> None:
    """Go from the settings through everything that keeps the journal safe; backups are made on the ``stick``."""
    person = walk.driver
    _make_backup(walk, stick)
    keys = {"Een andere wachtzin kiezen": "andere_wachtzin", "Een nieuw herstelblad maken": "nieuw_blad"}
    for link, picture in keys.items():
        walk.click("Instellingen")
        walk.click(link)
        person.wait_for("toSettingsLink")
        walk.picture(picture)
    walk.click("Instellingen")
    walk.click("Laptop kwijt?")
    person.wait_for("lastLockedWords")
    walk.picture("laptop_kwijt")
    _look_at_moving(walk)


def _make_backup(walk: Walk, stick: Path) -> None:
    person = walk.driver
    walk.click("Instellingen")
    walk.picture("instellingen")
    walk.click("Reservekopieën")
    person.wait_for("choosePlaceButton")
    walk.picture("reservekopieen_leeg")
    person.click("choosePlaceButton")
    walk.choose_file(stick)
    # What is said of the place comes when it was looked at, and moves the buttons.
    person.wait_for("aboutPlace")
    person.click("makeBackupButton")
    person.wait_for(walk.t("De reservekopie is gemaakt en nagekeken."), timeout=60)
    person.wait_for("tryBackupLink")
    walk.picture("reservekopieen")
    backup = next(stick.glob("*.vpbackup"))
    person.click("chooseBackupFileButton")
    walk.choose_file(backup)
    person.fill(walk.t("Wachtzin van die dag"), walk.passphrase)
    person.click("tryBackupButton")
    good = "Deze reservekopie is goed. De wachtzin past, en alles erin is nagekeken."
    person.wait_for(walk.t(good), timeout=60)
    walk.picture("reservekopie_geprobeerd")


def _look_at_moving(walk: Walk) -> None:
    person = walk.driver
    person.key("ctrl+k")
    person.fill("findField", walk.t("Verhuizen"))
    person.key("Return")
    person.wait_for("tallyWords")
    person.wait_for("aboutPlace")
    walk.picture("verhuizen")
    person.click("lookedThereBox")
    walk.picture("verhuizen_leegmaken")


def restore_backup(walk: Walk, backup: Path) -> None:
    """Put a backup back from the page where one unlocks, beside the journal there is, and open it."""
    person = walk.driver
    walk.click("Een ander journaal of een reservekopie")
    person.wait_for(walk.t("Een reservekopie terugzetten"))
    walk.picture("ander_journaal")
    walk.click("Een reservekopie terugzetten")
    walk.picture("terugzetten")
    walk.click("Reservekopie kiezen")
    walk.choose_file(backup)
    person.wait_for(walk.t("Wachtzin van die dag"), kind="field", timeout=60)
    walk.picture("terugzetten_gekozen")
    person.fill(walk.t("Wachtzin van die dag"), walk.passphrase)
    walk.click("Journaal terugzetten")
    person.wait_for(walk.t("Dit journaal openen"), timeout=60)
    walk.picture("teruggezet")
    walk.click("Dit journaal openen")
    # It opens where it was when the backup was made.
    person.wait_for(walk.t("Vergrendelen"), timeout=60)
