"""Which page and which command answers to which name: the one list of all screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.acute_card import open_acute_card
from ui.dialogs.find_sheet import open_find
from ui.dialogs.help_sheet import open_help, open_shortcuts
from ui.navigation import CommandName, Commands, Factories, Page
from ui.pages.bin_page import BinPage
from ui.pages.case.case_page import CasePage
from ui.pages.case.parts import FACTORIES
from ui.pages.cases_page import CasesPage
from ui.pages.first_contact_page import FirstContactPage
from ui.pages.leaving.blank_papers_page import BlankPapersPage
from ui.pages.leaving.check_paper_page import CheckPaperPage
from ui.pages.leaving.register_page import RegisterPage
from ui.pages.organisation_page import OrganisationPage
from ui.pages.organisations_page import OrganisationsPage
from ui.pages.settings_page import SettingsPage
from ui.pages.today_page import TodayPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.navigation import PageContext

# ruff: noqa: PLC0415 - pages that are seldom opened are imported when they are


def factories() -> Factories:
    """Return what makes each page."""
    return {
        Page.TODAY: TodayPage,
        Page.CASES: CasesPage,
        Page.BIN: BinPage,
        Page.ORGANISATIONS: OrganisationsPage,
        Page.ORGANISATION: OrganisationPage,
        Page.SETTINGS: SettingsPage,
        Page.REGISTER: RegisterPage,
        Page.CHECK_PAPER: CheckPaperPage,
        Page.CHECK_TEXT: _check_text_page,
        Page.PAPERS: BlankPapersPage,
        Page.PASSPHRASE: _passphrase_page,
        Page.NEW_SHEET: _new_sheet_page,
        Page.BACKUPS: _backups_page,
        Page.WAITING_TEXTS: _waiting_texts_page,
        Page.LOST_LAPTOP: _lost_laptop_page,
        Page.MOVING: _moving_page,
        Page.NOT_NAMES: _not_names_page,
        Page.CASE: _case_page,
        Page.FIRST_CONTACT: _first_contact_page,
    }


def commands() -> Commands:
    """Return what opens above the page."""
    return {
        CommandName.FIND: open_find,
        CommandName.HELP: open_help,
        CommandName.SHORTCUTS: open_shortcuts,
    }


def _case_page(context: PageContext) -> CasePage:
    return CasePage(context, factories=FACTORIES, open_acute_card=open_acute_card)


def _first_contact_page(context: PageContext) -> FirstContactPage:
    return FirstContactPage(context, open_acute_card=open_acute_card)


# Pages that are opened once in a long while are imported then: together they take a megabyte.


def _backups_page(context: PageContext) -> QWidget:
    from ui.pages.backups.backups_page import BackupsPage

    return BackupsPage(context)


def _passphrase_page(context: PageContext) -> QWidget:
    from ui.pages.keys.passphrase_page import PassphrasePage

    return PassphrasePage(context)


def _new_sheet_page(context: PageContext) -> QWidget:
    from ui.pages.keys.new_sheet_page import NewSheetPage

    return NewSheetPage(context)


def _lost_laptop_page(context: PageContext) -> QWidget:
    from ui.pages.lost_laptop_page import LostLaptopPage

    return LostLaptopPage(context)


def _moving_page(context: PageContext) -> QWidget:
    from ui.pages.moving.moving_page import MovingPage

    return MovingPage(context)


def _not_names_page(context: PageContext) -> QWidget:
    from ui.pages.not_names_page import NotNamesPage

    return NotNamesPage(context)


def _check_text_page(context: PageContext) -> QWidget:
    from ui.pages.leaving.check_text_page import CheckTextPage

    return CheckTextPage(context)


def _waiting_texts_page(context: PageContext) -> QWidget:
    from ui.pages.waiting_texts_page import WaitingTextsPage

    return WaitingTextsPage(context)
