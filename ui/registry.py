"""Which page and which command answers to which name: the one list of all screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.dialogs.acute_card import open_acute_card
from ui.dialogs.find_sheet import open_find
from ui.dialogs.help_sheet import open_help, open_shortcuts
from ui.navigation import CommandName, Commands, Factories, Page
from ui.pages.backups.backups_page import BackupsPage
from ui.pages.bin_page import BinPage
from ui.pages.case.case_page import CasePage
from ui.pages.case.parts import FACTORIES
from ui.pages.cases_page import CasesPage
from ui.pages.first_contact_page import FirstContactPage
from ui.pages.keys.new_sheet_page import NewSheetPage
from ui.pages.keys.passphrase_page import PassphrasePage
from ui.pages.leaving.blank_papers_page import BlankPapersPage
from ui.pages.leaving.check_paper_page import CheckPaperPage
from ui.pages.leaving.register_page import RegisterPage
from ui.pages.lost_laptop_page import LostLaptopPage
from ui.pages.moving.moving_page import MovingPage
from ui.pages.organisation_page import OrganisationPage
from ui.pages.organisations_page import OrganisationsPage
from ui.pages.settings_page import SettingsPage
from ui.pages.today_page import TodayPage
from ui.pages.waiting_texts_page import WaitingTextsPage

if TYPE_CHECKING:
    from ui.navigation import PageContext


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
        Page.PAPERS: BlankPapersPage,
        Page.PASSPHRASE: PassphrasePage,
        Page.NEW_SHEET: NewSheetPage,
        Page.BACKUPS: BackupsPage,
        Page.WAITING_TEXTS: WaitingTextsPage,
        Page.LOST_LAPTOP: LostLaptopPage,
        Page.MOVING: MovingPage,
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
