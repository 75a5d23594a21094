"""The hands and eyes of the other tests, tried on a small window."""

import sys
from pathlib import Path

import pytest

from tests.e2e.driver import Driver, DriverError

pytestmark = pytest.mark.screen
SAMPLE = [sys.executable, str(Path(__file__).with_name("sample_window.py"))]


@pytest.fixture
def person(driver: Driver) -> Driver:
    driver.start(command=SAMPLE)
    return driver


def test_any_character_can_be_typed(person: Driver) -> None:
    text = 'Café één, ’s ochtends ‘naar’ Zoë: €5 – ĳ ş ł ć Ωж 😀 <b> & {x} "q" \\ \''
    person.fill("Naam", text)
    assert person.text_of("Naam") == text


def test_more_characters_than_there_are_keys(person: Driver) -> None:
    text = "".join(chr(code) for code in range(0x0400, 0x0400 + 200))
    person.fill("Notitie", text)
    person.fill("Notitie", "één\n\ttwee")
    assert person.text_of("Notitie") == "één\n\ttwee"


def test_what_is_out_of_sight_is_scrolled_to(person: Driver) -> None:
    person.click("Ver weg & diep")
    person.wait_for_text("said_label", "ver")
    person.click("regel 150")
    person.wait_for_text("said_label", "regel 150")


def test_a_dialog_has_the_keyboard_while_it_is_there(person: Driver) -> None:
    person.fill("Naam", "voor")
    person.click("Vraag")
    person.fill("Antwoord", "graag")
    person.key("enter")
    person.wait_gone("Antwoord")
    person.type_text("x")
    person.wait_for_text("said_label", "graag")
    assert person.text_of("Naam") == "voor"


def test_lists_that_drop_down_and_ticks(person: Driver) -> None:
    person.click("Keuze")
    person.click("derde", kind="row")
    person.wait_for_text("Keuze", "derde")
    person.click("Aan")
    assert person.wait_for("Aan", state="checked").checked


def test_the_program_that_starts_afresh_is_met(person: Driver) -> None:
    old = person.pid
    person.key("F2")
    assert person.wait_for_fresh_process(old) != old
    person.wait_for("vers_window")
    person.fill("Naam", "opnieuw")


def test_what_does_not_come_is_told(person: Driver) -> None:
    with pytest.raises(DriverError, match="Ver weg & diep"):
        person.wait_for("er niet", timeout=0.1)
    with pytest.raises(DriverError, match="Naam"):
        person.wait_gone("Naam", timeout=0.1)


def test_pictures_show_the_screen(person: Driver) -> None:
    assert person.shot("proef").read_bytes().startswith(b"\x89PNG")


def test_closing_ends_the_program(person: Driver) -> None:
    person.close()
