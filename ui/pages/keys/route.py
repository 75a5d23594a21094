"""What differs between making a journal, changing what opens it, and recovering it: the way along, and some words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from ui.pages.keys.state import Screen
from vpjournal.domain.language import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.operations import Operations
    from ui.platform.files import FileChooser
    from ui.platform.printing import Printer
    from ui.preferences import Preferences
    from ui.theme import Theme
    from vpjournal.domain.language import Texts


class Tools(Protocol):
    """What these screens use, whether they stand before the open journal or within it."""

    @property
    def operations(self) -> Operations: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def texts(self) -> Texts: ...
    @property
    def preferences(self) -> Preferences: ...
    @property
    def files(self) -> FileChooser: ...
    @property
    def printer(self) -> Printer: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way through the screens; all words are Dutch, to be shown in the language of the screen.

    ``before`` has the screen that *Terug* leads to; ``steps`` the number of a screen of so many, where they are
    counted.
    """

    before: Mapping[Screen, Screen]
    steps: Mapping[Screen, int] = field(default_factory=dict)
    words_title: str = mark("Uw nieuwe wachtzin")
    words_sentence: str = ""
    practice_title: str = mark("Typ uw nieuwe wachtzin één keer")
    new_label: str = mark("Nieuwe wachtzin")
    asks_present: bool = False
    """The present passphrase is asked for where the new one is typed."""
    last_button: str = mark("Verder")
    working: str = ""
    can_stop: bool = False
    sheet_title: str = mark("Uw nieuwe herstelblad")
    sheet_sentence: str = mark(
        "Vergeet u uw wachtzin, dan opent de code op dit blad uw journaal. Het geldt pas als u twee groepen hebt "
        "overgetypt en de vervanging klaar is. Tot dan geldt uw oude blad."
    )
    later: str = ""
    """The words of the link that leaves the sheet for another time; none when empty."""
    later_at_once: bool = False
    """It is there before anything was printed or saved."""
    apply_title: str = ""
    apply_button: str = ""
    apply_sentence: str = ""
    give_up: str = ""
    """The words of the link that goes on without the change when it failed."""
    without: str = ""
    """What is true then."""
    meanwhile: str = ""
    """What is true while the change is under way."""
    leave: str = ""


FIRST_RUN = Route(
    before={
        Screen.ABOUT: Screen.LOOK,
        Screen.WORDS: Screen.ABOUT,
        Screen.OWN: Screen.WORDS,
        Screen.PRACTICE: Screen.WORDS,
    },
    steps={
        Screen.LOOK: 1,
        Screen.ABOUT: 2,
        Screen.WORDS: 3,
        Screen.OWN: 3,
        Screen.PRACTICE: 3,
        Screen.SHEET: 4,
        Screen.PLACE: 5,
    },
    words_title=mark("Uw wachtzin"),
    words_sentence=mark(
        "Met deze zes woorden, in deze volgorde, opent u uw journaal. Een verhaaltje erbij helpt u ze te "
        "onthouden. Typ ze nergens anders in. Vergeet u ze toch, dan is er het herstelblad van de volgende stap."
    ),
    practice_title=mark("Typ uw wachtzin één keer"),
    new_label=mark("Wachtzin"),
    last_button=mark("Journaal maken"),
    working=mark("Uw journaal wordt gemaakt. Dat duurt een paar tellen."),
    sheet_title=mark("Uw herstelblad"),
    sheet_sentence=mark(
        "Vergeet u uw wachtzin, dan opent de code op dit blad uw journaal. De code staat nergens anders: "
        "na dit scherm kunt u hem niet meer opvragen."
    ),
    later=mark("Later overtypen"),
)
"""Once the journal is made there is no way back."""

CHANGE = Route(
    before={Screen.OWN: Screen.WORDS, Screen.PRACTICE: Screen.WORDS},
    words_title=mark("Een andere wachtzin kiezen"),
    words_sentence=mark(
        "Met deze zes woorden, in deze volgorde, opent u straks uw journaal. Een verhaaltje erbij helpt u ze te "
        "onthouden. Typ ze nergens anders in. Uw herstelblad verandert niet."
    ),
    asks_present=True,
    last_button=mark("Wachtzin veranderen"),
    working=mark("De wachtzin wordt veranderd. Dat kan even duren."),
    can_stop=True,
    meanwhile=mark(
        "Vergrendelt het journaal of valt de laptop uit terwijl dit loopt, dan geldt de oude of de nieuwe wachtzin. "
        "Probeer dan eerst de nieuwe en anders de oude. Er gaat niets verloren."
    ),
    leave=mark("Terug naar Instellingen"),
)

NEW_SHEET = Route(
    before={Screen.APPLY: Screen.SHEET},
    sheet_title=mark("Een nieuw herstelblad"),
    asks_present=True,
    apply_title=mark("Het oude blad vervangen"),
    apply_sentence=mark("Typ uw wachtzin. Daarna geldt het nieuwe blad, en opent het oude dit journaal niet meer."),
    apply_button=mark("Oude blad vervangen"),
    working=mark("Het herstelblad wordt vervangen. Dat kan even duren."),
    meanwhile=mark(
        "Vergrendelt het journaal of valt de laptop uit terwijl dit loopt, dan geldt het oude of het nieuwe blad. "
        "Bewaar dan allebei tot u weet welk. Er gaat niets verloren."
    ),
    leave=mark("Terug naar Instellingen"),
)

RECOVERY = Route(
    before={Screen.OWN: Screen.WORDS, Screen.PRACTICE: Screen.WORDS, Screen.SHEET: Screen.WORDS},
    steps={Screen.WORDS: 1, Screen.OWN: 1, Screen.PRACTICE: 1, Screen.SHEET: 2, Screen.APPLY: 3, Screen.DONE: 3},
    words_title=mark("Kies een nieuwe wachtzin"),
    words_sentence=mark(
        "De code klopt en uw journaal is open. Met deze zes woorden, in deze volgorde, opent u het straks. "
        "Tot u klaar bent, blijft uw herstelblad gelden, ook als u nu stopt."
    ),
    later=mark("Mijn huidige blad houden"),
    later_at_once=True,
    apply_title=mark("Uw nieuwe wachtzin gaat gelden"),
    apply_sentence=mark("Uw journaal krijgt een nieuw slot. De oude wachtzin opent het daarna niet meer."),
    apply_button=mark("Nog een keer proberen"),
    working=mark("Het slot wordt vervangen. Dat kan even duren."),
    give_up=mark("Verder zonder nieuwe wachtzin"),
    without=mark(
        "Gaat u verder zonder, dan blijft alles zoals het was. Uw herstelblad opent het journaal, en de volgende keer "
        "kunt u hier alsnog een nieuwe wachtzin kiezen."
    ),
    meanwhile=mark(
        "Vergrendelt het journaal of valt de laptop uit terwijl dit loopt, dan geldt het oude of het nieuwe slot. "
        "Probeer dan eerst de nieuwe wachtzin en anders het blad dat u net gebruikte. Er gaat niets verloren."
    ),
    leave=mark("Naar mijn journaal"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What is true after a change."""

    title: str
    sentence: str
    true_now: tuple[str, ...]


CHANGED = Ending(
    title=mark("Uw nieuwe wachtzin geldt"),
    sentence=mark("De oude wachtzin opent dit journaal niet meer."),
    true_now=(
        mark("Uw herstelblad is hetzelfde gebleven en blijft geldig."),
        mark(
            "Reservekopieën van vóór deze wijziging gaan nog open met de oude wachtzin, niet met de nieuwe. Maak nu "
            "een nieuwe: die gaat open met de nieuwe wachtzin."
        ),
    ),
)
SHEET_CHANGED = Ending(
    title=mark("Uw nieuwe herstelblad geldt"),
    sentence=mark("Het oude blad opent dit journaal niet meer. Uw wachtzin is hetzelfde gebleven."),
    true_now=(
        mark(
            "Reservekopieën van vóór deze wijziging gaan nog open met het oude blad, niet met het nieuwe. Maak nu een "
            "nieuwe: die gaat open met het nieuwe blad."
        ),
        mark("Vernietig het oude blad als u die oudere reservekopieën niet meer nodig hebt."),
    ),
)
RECOVERED = Ending(
    title=mark("Wachtzin en herstelblad zijn vernieuwd"),
    sentence=mark("De oude wachtzin en het oude blad openen dit journaal niet meer."),
    true_now=(
        mark(
            "Reservekopieën van vóór deze wijziging gaan nog open met de oude wachtzin of het oude blad. Maak nu een "
            "nieuwe: die gaat open met de nieuwe wachtzin of het nieuwe blad."
        ),
        mark("Vernietig het oude blad als u die oudere reservekopieën niet meer nodig hebt."),
    ),
)
RECOVERED_WITH_OLD_SHEET = Ending(
    title=mark("Uw nieuwe wachtzin geldt"),
    sentence=mark("De oude wachtzin opent dit journaal niet meer."),
    true_now=(
        mark("Het blad dat u net gebruikte, blijft geldig. Leg het weer veilig weg, niet bij uw laptop."),
        mark(
            "Reservekopieën van vóór deze wijziging gaan nog open met de oude wachtzin of met ditzelfde blad. Maak nu "
            "een nieuwe: die gaat open met de nieuwe wachtzin."
        ),
    ),
)
