"""The words by which people are called without their name: who means the same by which word, and which word we propose.

*Manager*, *chef* and *baas* are one role, so that "mijn manager Fatima" becomes "mijn leidinggevende A" and not
"mijn manager leidinggevende A".
"""

from enum import Enum

from vpjournal.domain.searching import fold_name
from vpjournal.identifiers.sentences import word_set


class Role(Enum):
    """A role that we propose instead of a name: in Dutch, in English, and whether letters tell several apart."""

    MANAGER = ("leidinggevende", "manager", True)
    COLLEAGUE = ("collega", "colleague", True)
    EMPLOYEE = ("medewerker", "employee", True)
    CUSTOMER = ("klant", "customer", True)
    PATIENT = ("cliënt", "client", True)
    STUDENT = ("leerling", "pupil", True)
    HR = ("HR-adviseur", "HR adviser", True)
    DOCTOR = ("bedrijfsarts", "company doctor", False)
    REPORTER = ("melder", "reporter", False)
    OTHER = ("de ander", "the other person", False)
    PARTNER = ("partner", "partner", False)
    SIBLING = ("broer of zus", "sibling", False)
    CHILD = ("kind", "child", False)
    PARENT = ("ouder", "parent", False)
    FAMILY = ("familielid", "relative", False)
    FRIEND = ("vriend of vriendin", "friend", False)
    NEIGHBOUR = ("buur", "neighbour", False)

    def __init__(self, dutch: str, english: str, lettered: bool) -> None:  # noqa: FBT001 - the members read as a table
        self.dutch = dutch
        self.english = english
        self.lettered = lettered

    def word(self, *, english: bool) -> str:
        """Return its word in the language of a text."""
        return self.english if english else self.dutch


_WORDS = {
    Role.MANAGER: "leidinggevende leidinggevend lg manager chef baas bazin teamleider teamleidster teamlead teammanager"
    " teamcoach afdelingshoofd unithoofd locatiemanager projectleider ploegleider ploegbaas voorman directeur"
    " directrice meerdere supervisor boss foreman shift-leader teamleader",
    Role.COLLEAGUE: "collega collegaatje coll werkmaat teamgenoot kantoorgenoot kamergenoot colleague coworker teammate"
    " vakgenoot",
    Role.EMPLOYEE: "medewerker medewerkster werknemer werkneemster stagiair stagiaire uitzendkracht invalkracht"
    " vrijwilliger vrijwilligster employee intern trainee volunteer temp",
    Role.CUSTOMER: "klant klante bezoeker bezoekster reiziger customer visitor passenger",
    Role.PATIENT: "client cliente patient patiente bewoner bewoonster resident",
    Role.STUDENT: "leerling scholier student studente pupil",
    Role.HR: "hr-adviseur hr-medewerker personeelsadviseur p&o-adviseur hr-manager hr-functionaris",
    Role.DOCTOR: "bedrijfsarts",
    Role.REPORTER: "melder meldster reporter",
    Role.OTHER: "ander dader beklaagde beschuldigde",
    Role.PARTNER: "man vrouw partner echtgenoot echtgenote verloofde ex ex-man ex-vrouw husband wife fiance fiancee"
    " vriendin",
    Role.SIBLING: "broer zus broertje zusje brother sister",
    Role.CHILD: "zoon dochter zoontje dochtertje kind stiefzoon stiefdochter son daughter child",
    Role.PARENT: "vader moeder pa ma ouder stiefvader stiefmoeder father mother mum dad",
    Role.FAMILY: "oom tante neef nicht zwager schoonzus schoonvader schoonmoeder opa oma uncle aunt cousin nephew"
    " niece",
    Role.FRIEND: "vriend kameraad maat friend",
    Role.NEIGHBOUR: "buurman buurvrouw neighbour neighbor",
}
_ROLE_OF = {word: role for role, words in _WORDS.items() for word in words.split()}


def role_of(word: str) -> Role | None:
    """Return the role that a word is for, if it is one: *baas* is the manager."""
    small = word.casefold().strip(".")
    role = _ROLE_OF.get(small) or _ROLE_OF.get(fold_name(small).replace(" ", "-"))
    return role or (Role.MANAGER if small.endswith(_MANAGERS) else None)


_MANAGERS = ("manager", "leider", "leidster", "directeur", "directrice", "hoofd", "chef", "teamlead")


TITLES = word_set(
    "meneer mijnheer mevrouw mevr mevr. mw mw. mvr mvr. dhr dhr. heer juffrouw juf meester mr mr. mrs mrs. ms ms. miss"
    " dr dr. drs drs. prof prof. ir ir. ing ing. sir madam zuster broeder"
)
"""Words before a name that go together with it, in small letters."""
