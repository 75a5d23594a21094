"""Paints every part in every look for our own eyes: python -m tests.ui.gallery leaves pictures in build/gallery."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTabBar, QWidget

from ui.dialogs.ask import AskDialog, Question
from ui.icons import emblem
from ui.theme import Mode, Role, Theme
from ui.widgets.busy import Busy
from ui.widgets.buttons import ButtonWithReason, button
from ui.widgets.card import Card
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.day_field import DayField
from ui.widgets.day_timeline import DayTimeline, TimelineRow
from ui.widgets.drawer import Drawer
from ui.widgets.empty_card import EmptyCard
from ui.widgets.field import Field, line_edit
from ui.widgets.focus_frame import FocusFrame
from ui.widgets.labels import Body, Caption, Heading, ReporterWords, Words
from ui.widgets.layouts import column, flow, holder, row, rule
from ui.widgets.message_bar import MessageBar
from ui.widgets.note_editor import NoteEditor
from ui.widgets.phase_bar import PhaseBar
from ui.widgets.plain_text_field import PlainTextField
from ui.widgets.quiet_line import QuietLine
from ui.widgets.rail import Rail, RailEntry
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.tabbed_side import TabbedSide
from ui.widgets.tag import Tag
from ui.widgets.task_list import TaskList, TaskRow
from ui.widgets.tick_list import TickList
from ui.widgets.wrapping_tree import TreeGroup, WrappingTree
from vpjournal.domain.case import Phase, PhaseState
from vpjournal.domain.days import CoarseDay
from vpjournal.domain.language import Language, Texts

OUT = Path("build/gallery")
TODAY = date(2026, 11, 16)
NOTE = (
    "De melder maakte het zelf mee. Sinds het personeelsfeest maakt de ander in het teamoverleg opmerkingen over "
    "kleding en uiterlijk. Collega’s lachen mee of kijken weg.\nWat deed dat met u, toen en nu?\nSlaapt slecht op "
    "zondag. Gaat niet meer **mee lunchen**.\n# Eigen kop\n- eerste punt\n- tweede punt"
)
QUESTIONS = (
    "Wat gebeurde er, in uw woorden?",
    "Wat deed dat met u, toen en nu?",
    "Wat maakte het voor u over de grens?",
)


def parts_page(theme: Theme, texts: Texts) -> QWidget:
    """Lay out what the picture of the components shows."""
    page = QWidget()
    page.setLayout(
        row(_letters(theme), _fields(theme, texts), _bars(theme, texts), spacing=40, margins=(32, 24, 32, 24))
    )
    for index in range(3):
        page.layout().setStretch(index, 1)  # type: ignore[attr-defined]  # It is the row made above.
    return page


def _letters(theme: Theme) -> QWidget:
    roles = {
        Role.DISPLAY: "Uw journaal",
        Role.PAGE: "Kop van een pagina",
        Role.CODE: "Merel-47",
        Role.PANEL: "Kop van een kaart of paneel",
        Role.OPTION_TITLE: "Het zelf zeggen",
        Role.GROUP: "Kop van een groep, veldnaam",
        Role.BODY: "Gewone tekst, 16 px op 24, die over meer dan één regel loopt wanneer dat nodig is.",
        Role.WRITING: "Schrijfvlak: ő ş ł ć ğ ı č ž ñ å ĳ",
    }
    mark = Caption(theme=theme)
    mark.setPixmap(emblem(60))
    words = [Words(text, theme=theme, role=role) for role, text in roles.items()]
    buttons = flow(
        button("Ontgrendelen", theme=theme, kind="main"),
        button("Sluiten", theme=theme),
        button("Afdrukken", theme=theme, icon_name="printer"),
        button("Eigen mogelijkheid", theme=theme, icon_name="plus", small=True),
        button("Werkaantekeningen vernietigen", theme=theme, kind="destroy"),
        button("Nog niet", theme=theme, kind="link"),
        button("nadeel", theme=theme, kind="add", icon_name="plus"),
        button("Sjabloon", theme=theme, kind="quiet"),
    )
    more = button("Meer", theme=theme)
    more.setMenu(QMenu(more))
    more.setProperty("menu", True)
    reason = ButtonWithReason("Afdrukken", theme=theme)
    reason.set_reason("Afdrukken kan weer als er een mogelijkheid staat.")
    states = row(Tag("vuurtoren", theme=theme), ReporterWords("Dit doe ik eigenlijk al.", theme=theme), None)
    return holder(column(*words, Caption("Bijschrift", theme=theme), buttons, more, reason, states, None, spacing=8))


def _fields(theme: Theme, texts: Texts) -> QWidget:
    wrong = Field("Wanneer ongeveer", line_edit("31 november"), theme=theme)
    wrong.set_fault("Deze dag bestaat niet. Kies een dag in november.")
    box = QComboBox()
    box.addItems(["Zorggroep De Linde", "Kadetransport"])
    several = PlainTextField("Eén regel\nen nog één\nen een derde", theme=theme)
    day = DayField(theme=theme, texts=texts, today=TODAY, value=CoarseDay.exactly(date(2026, 11, 3)))
    return holder(
        column(
            Field("Organisatie", line_edit("Zorggroep De Linde"), theme=theme, helper="Onbekend mag ook."),
            wrong,
            Field("Opdrachtgever", box, theme=theme),
            Field("Wat de melder wil", several, theme=theme),
            Field("Dag", day, theme=theme),
            ChoiceRow([("a", "maakte het zelf mee"), ("b", "zag of hoorde het")], theme=theme, value="a"),
            ChoiceRow([("a", "eerste"), ("b", "tweede")], theme=theme, value="b", rows=True),
            TickList([(1, "Verteld"), (2, "Nog niet verteld")], theme=theme, ticked=[1]),
            None,
            spacing=14,
        )
    )


def _bars(theme: Theme, texts: Texts) -> QWidget:
    bars = [MessageBar(theme=theme) for _ in range(3)]
    bars[0].show_done("Verwijderd", action="Ongedaan maken", on_action=bool)
    bars[1].show_look("De laatste reservekopie is van 3 weken geleden.", detail="Steek de usb-stick in de laptop.")
    bars[2].show_failed("Opslaan lukt niet: de schijf is vol. Uw tekst staat nog op het scherm.")
    busy = Busy(theme=theme, texts=texts, can_cancel=True)
    busy.start("De sleutel wordt berekend")
    busy.set_progress(2, 5)
    card = Card("Nog niet opgeschreven", theme=theme)
    card.add(Body("Het contact van vrijdag 13 november in Merel-47.", theme=theme), Caption("Hoeft niet.", theme=theme))
    card.set_actions(button("Nu opschrijven", theme=theme, small=True), button("Bewust niet", theme=theme, small=True))
    empty = EmptyCard(
        "Vraag eerst welke de melder zelf ziet.",
        theme=theme,
        title="Nog geen mogelijkheden",
        action=button("Eigen mogelijkheid", theme=theme, icon_name="plus", small=True),
    )
    tabs = QTabBar()
    for words in ("Geheugensteun", "Tijdlijn", "Derde"):
        tabs.addTab(words)
    return holder(column(*bars, busy, card, empty, rule(), tabs, None, spacing=12))


def case_page(theme: Theme, texts: Texts) -> QWidget:
    """Lay out the frame and a case, as the pictures of the case do."""
    entries = [
        RailEntry("today", "Vandaag", "sun"),
        RailEntry("cases", "Casussen", "notebook-pen"),
        RailEntry("organisations", "Organisaties", "building-2"),
        RailEntry("activities", "Activiteiten", "calendar-check"),
        RailEntry("report", "Jaarverslag", "chart-column"),
        RailEntry("settings", "Instellingen", "settings"),
    ]
    rail = Rail(theme=theme, texts=texts, entries=entries)
    rail.set_current("cases")
    quiet = QuietLine(theme=theme, texts=texts)
    quiet.set_text("Opgeslagen 14:03 · laatste reservekopie 3 dagen geleden")
    page = QWidget()
    across = row(rail, _case(theme, texts), spacing=0)
    across.setStretch(1, 1)
    page.setLayout(column(across, quiet, spacing=0))
    page.layout().setStretch(0, 1)  # type: ignore[attr-defined]  # It is the column made above.
    return page


def _case(theme: Theme, texts: Texts) -> QWidget:
    bar = PhaseBar(theme=theme, texts=texts)
    bar.setContentsMargins(24, 0, 24, 0)
    bar.set_states({Phase.FIRST_CONTACT: PhaseState.ENOUGH, Phase.FIRST_CONVERSATION: PhaseState.BEGUN})
    bar.set_current(Phase.FIRST_CONVERSATION)
    bar.setProperty("edge", "bottom")
    head = row(
        Heading("Merel-47", theme=theme, role=Role.CODE),
        Tag("vuurtoren", theme=theme),
        Caption("Zorggroep De Linde · laatste contact 12 november", theme=theme),
        button("Gevaar nu? Haast?", theme=theme, icon_name="life-buoy", small=True),
        margins=(24, 14, 24, 6),
    )
    head.setStretch(2, 1)
    editor = NoteEditor(theme=theme, prompts=QUESTIONS)
    editor.set_text(NOTE)
    tree = WrappingTree(theme=theme, name="Geheugensteun")
    groups = [TreeGroup("Vooraf uitleggen", ("Wat ik doe en niet doe",), "6 van 8"), TreeGroup("Doorvragen", QUESTIONS)]
    tree.set_groups([*groups, TreeGroup("Behoefte en doel", ("Wat wilt u?",))], unfolded="Doorvragen")
    lines = DayTimeline(
        [TimelineRow("3 nov", "Eerste contact"), TimelineRow("12 nov", "Eerste gesprek", current=True)], theme=theme
    )
    tasks = TaskList([TaskRow("t", "Tweede gesprek", "16 november, de melder belt")], theme=theme)
    side = ScrollPage(theme=theme, margin=16)
    side.add(Words("Tijdlijn", theme=theme, role=Role.GROUP), lines)
    side.add(Words("Afgesproken", theme=theme, role=Role.GROUP), tasks)
    left = holder(column(tree, margins=(12, 12, 8, 12)), edge="right")
    right = holder(column(side), edge="left")
    middle = TabbedSide(theme=theme, left=("Geheugensteun", left), middle=editor, right=("Casus", right))
    whole = column(head, bar, middle, spacing=0)
    whole.setStretch(2, 1)
    return holder(whole)


def _drawer(theme: Theme, texts: Texts) -> QWidget:
    drawer = Drawer("Geheugensteun", theme=theme, texts=texts)
    lines = [(1, "het kan snel en het blijft klein"), (2, "de ander krijgt de kans het te begrijpen")]
    drawer.body.addWidget(Words("Voordelen", theme=theme, role=Role.GROUP))
    drawer.body.addWidget(TickList(lines, theme=theme, ticked=[1]))
    drawer.body.addStretch(1)
    drawer.resize(272, 400)
    return drawer


def _dialog(theme: Theme, _texts: Texts) -> QWidget:
    question = Question(
        "Deze mogelijkheid weghalen?", "Mogelijkheid weghalen", "Laten staan", "Ze komt niet op papier.", destroys=True
    )
    return AskDialog(question, theme=theme)


def _calendar(theme: Theme, texts: Texts) -> QWidget:
    day = DayField(theme=theme, texts=texts, today=TODAY)
    calendar = day.day_edit.calendarWidget()
    calendar.setParent(None)  # type: ignore[call-overload]  # None is how Qt lets go of a child.
    calendar.setProperty("of", day)
    return calendar


def _save(page: QWidget, name: str, size: tuple[int, int] | None, app: QApplication, theme: Theme) -> None:
    FocusFrame(page, theme=theme)
    if size is not None:
        page.resize(*size)
    page.show()
    page.activateWindow()
    app.processEvents()
    if (focused := page.focusWidget()) is not None:
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    app.processEvents()
    page.grab().save(str(OUT / f"{name}.png"))
    page.close()


def main() -> None:
    """Paint everything."""
    app = QApplication([])
    OUT.mkdir(parents=True, exist_ok=True)
    texts = Texts(Language.DUTCH)
    for mode, scale in _looks():
        theme = Theme(mode, scale)
        theme.apply(app)
        label = f"{mode}_{round(scale * 100)}"
        large = scale > 1.5
        _save(parts_page(theme, texts), f"parts_{label}", (2200, 1500) if large else (1366, 960), app, theme)
        _save(case_page(theme, texts), f"case_{label}", (1366, 768) if large else (1366, 688), app, theme)
        if not large:
            _save(_drawer(theme, texts), f"drawer_{label}", None, app, theme)
            _save(_dialog(theme, texts), f"dialog_{label}", None, app, theme)
            _save(_calendar(theme, texts), f"calendar_{label}", None, app, theme)
            menu = QMenu()
            for words in ("Weghalen", "Samenvoegen", "Langer bewaren"):
                menu.addAction(words)
            menu.popup(QPoint(0, 0))
            menu.setActiveAction(menu.actions()[1])
            _save(menu, f"menu_{label}", None, app, theme)


def _looks() -> Iterator[tuple[Mode, float]]:
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        yield from ((mode, 1.0), (mode, 2.0))


if __name__ == "__main__":
    main()
