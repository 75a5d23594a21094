"""What is told by its form: found in all its spellings, and left alone where it only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.identifiers.growth import assert_linear
from vpjournal.domain.identifying import Certainty, Kind
from vpjournal.identifiers import Finder
from vpjournal.identifiers.finder import settled
from vpjournal.identifiers.forms import (
    ages,
    clock,
    codes,
    contacts,
    days,
    jobs,
    numbers,
    patterns,
    streets,
    traits,
    unique,
)
from vpjournal.identifiers.forms.numbers import is_bsn, is_iban
from vpjournal.identifiers.forms.pieces import Piece


def found(kind: str, text: str) -> list[str]:
    return [find.text for find in settled(list(patterns.look(text))) if find.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("email", "mail naar [kok.b+1@post.voorbeeld.example] graag"),
        ("email", "mail naar [piet apenstaartje voorbeeld punt nl] graag"),
        ("email", "mail naar [piet(at)voorbeeld.nl] graag"),
        ("email", "mail naar [piet@voorbeeld. nl] graag"),
        ("email", "Mail [ober@voorbeeld.example]. Nog eens."),
        ("email", "Mail [kok@voorbeeld.example]. Pieter kwam."),
        ("number", "haar klantid [20418] staat erin"),
        ("number", "zijn badge-id: [418] werkt niet"),
        ("number", "his studentid [41877] is gone"),
        ("email", "mail [piet at voorbeeld dot com] please"),
        ("url", "zie [https://intranet.voorbeeld.example/a?b=1]."),
        ("url", "zie [www.voorbeeld.example] en"),
        ("url", "zie [voorbeeld-zorg.nl/team] en"),
        ("handle", "volgt haar als [@lief_hart.7], zegt ze"),
        ("handle", "insta: [lief_hart.7] heet ze daar"),
        ("handle", "haar instagramnaam is [zonnetje_88] nu"),
        ("handle", "schrijft onder de naam [LachendeLasser] een stukje"),
        ("handle", "haar profiel [tess_van_dam] staat open"),
        ("handle", "toen stuurde [jan_piet88] een bericht"),
        ("handle", "[real.duco]: which one"),
        ("handle", "op LinkedIn als [wim_de_bouwer] te vinden"),
        ("handle", "volgt hem als [@wim-de-w] daar"),
        ("phone", "bel [06-12345678] na vijven"),
        ("phone", "bel [06 1234 5678] na vijven"),
        ("phone", "bel [0647 55 01 23]"),
        ("phone", "bel [+31 (0)6 55 50 12 34] of"),
        ("phone", "bel [0031655501299]"),
        ("phone", "bel [(0118) 55 51 30] overdag"),
        ("phone", "bel [020 - 555 01 77]"),
        ("phone", "bel [+32 471 12 34 56]"),
        ("phone", "bel [02 123 45 67] in Brussel"),
        ("phone", "bel [070-22.33.44] voor info"),
        ("phone", "bel [+49 30 1234567]"),
        ("phone", "toestel [4312] vragen"),
        ("bsn", "bsn [111222333] stond erbij"),
        ("bsn", "bsn [1112.22.333] stond erbij"),
        ("iban", "op [NL91 ABNA 0417 1643 00] gezet"),
        ("iban", "op [nl91abna0417164300] gezet"),
        ("iban", "op [BE68 5390 0754 7034] gezet"),
        ("plate", "de auto [G-418-TK] stond daar"),
        ("plate", "reed weg in [12-ABC-3]"),
        ("plate", "kenteken [GV418T] genoteerd"),
        ("plate", "kenteken [1-ABC-234] genoteerd"),
        ("plate", "kenteken [vx 904 b] genoteerd"),
        ("plate", "haar busje, [VX 904 B], stond er"),
        ("postcode", "in de straat, [1234 AB] Almelo"),
        ("postcode", "postcode [1234ab] dus"),
        ("postcode", "te [2011 XK] Haarlem"),
        ("postcode", "at [SW1A 1AA] in town"),
        ("postcode", "te [B-2000] Antwerpen"),
        ("address", "woont [Kerkstraat 12-b] boven"),
        ("address", "woont [prunusstraat 6 bis] boven"),
        ("address", "in de [Lange Lijnbaanstraat] daar"),
        ("address", "op de [Burgemeester van Tuyllkade 4] daar"),
        ("address", "aan de [Molenkolk 3] dus"),
        ("address", "[Laan van Nergenshuizen 9] is het"),
        ("address", "lives at [12 High Street] now"),
        ("address", "op [Singel 12] dus"),
        ("address", "in de [hoofdstraat 12] te Ede"),
        ("address", "in de [lange straat 3] daar"),
        ("address", "in de [lange nieuwstraat] dus"),
        ("address", "stuur naar [Postbus 1234] graag"),
        ("number", "haar personeelsnummer [204418] stond"),
        ("number", "zaaknummer: [ST-2024-0611] dus"),
        ("number", "pers.nr. [88-4120] belde"),
        ("number", "zaak [2023-0145] loopt"),
        ("number", "KvK-nummer [12345678] dus"),
        ("number", "op [NL91 ABNA 1417 1643 02] dus"),
        ("number", "inloggen met [s1234567] dus"),
        ("number", "kassanummer [K07-112] dus"),
        ("number", "dossier [23/114] ligt er"),
        ("number", "ticket #[48812] staat open"),
        ("number", "personeelsnr 10443 en [10998] dus"),
        ("number", "case number [A-4471] is his"),
        ("number", "een los nummer [550192] in de lijst"),
        ("number", "de map [WT-48-1093] lag er"),
        ("date", "op [3 maart] belde"),
        ("date", "op [dinsdag 14 mei 2024] belde"),
        ("date", "op [12-04-2023] belde"),
        ("date", "op [2023-04-12] belde"),
        ("date", "op [12.04.23] belde"),
        ("date", "op [05-nov-2024] belde"),
        ("date", "d.d. [12-3] gesproken"),
        ("date", "op [vrijdag de 13e] belde"),
        ("date", "in [3 t/m 7 juni] was"),
        ("date", "op [14/5] belde"),
        ("date", "op [wo 12/2] belde"),
        ("date", "op [Tweede Kerstdag 2023] belde"),
        ("date", "op [Koningsdag] belde"),
        ("date", "op [de derde mei] belde"),
        ("date", "op [12 Feb] he called"),
        ("date", "on [the 3rd of May] he called"),
        ("date", "on [March 3, 2024] he called"),
        ("date", "in [de nacht van 14 op 15 februari 2023] was"),
        ("date", "[3 mrt '23] was"),
        ("time", "om [14.30 uur] kwam"),
        ("time", "om [14.30] kwam"),
        ("time", "[09:15] sem: hoi"),
        ("time", "om [half drie] kwam"),
        ("time", "om [kwart over negen] kwam"),
        ("time", "om [tien voor half vier] kwam"),
        ("time", "om [zes uur] kwam"),
        ("time", "om [14u30] kwam"),
        ("time", "van [9.00] tot 10.30 was"),
        ("time", "tot [8 uur] 's ochtends"),
        ("time", "at [3 pm] he came"),
        ("time", "at [half past two] he came"),
        ("age", "een man van [58 jaar] die"),
        ("age", "een vrouw van [drieëndertig] die"),
        ("age", "Melder is [61 jaar] en"),
        ("age", "zij is [34]."),
        ("age", "belde: man [47 jr] en"),
        ("age", "zij is [61] geworden"),
        ("age", "hij wordt volgende maand [60]."),
        ("age", "een [23-jarige] collega"),
        ("age", "she is [34 years old] now"),
        ("age", "a [34-year-old] man"),
        ("age", "een collega, [47], zei"),
        ("age", "Esra ([41]) zei"),
        ("age", "op haar [zestiende] begon"),
    ],
)  # fmt: skip
def test_it_is_found_in_its_spellings(kind: str, text: str) -> None:
    before, _, rest = text.partition("[")
    inside, _, after = rest.partition("]")
    assert inside.removeprefix("de ") in [word.removeprefix("de ") for word in found(kind, before + inside + after)]


@pytest.mark.parametrize(
    "text",
    [
        "in 1998 begon het",
        "het werd 2-1 en later 6-4, 7-5",
        "dat kost € 12.50 of 12,50 euro",
        "een stijging van 3,5 % tot 12.5 procent",
        "sinds maart, in mei 2021 en op dinsdag",
        "om de 2 weken, 24/7 bereikbaar, 3/4 van het team",
        "al drie jaar in dienst, een contract van 2 jaar",
        "na twee uur vergaderen, een uur lang",
        "na half werk, over tien minuten, voor vijf mensen",
        "in 2023 HR gesproken, in 2024 OR gevraagd, 1500 km gereden",
        "de cao 2024-2025, artikel 7:658 BW en 1.200.000 inwoners",
        "een tienjarige overeenkomst, het 25-jarig bestaan",
        "1000000 euro en 250000 mensen",
        "halverwege de weg, onderweg naar het plein, op straat",
        "Schoolplein en winkelstraat. Straat.",
        "klaar.de volgende komt.het is.net zo",
        "om 12.50 euro, rond 10.45 procent",
        "met kerst, na Pasen, in de zomer van 2023",
        "de uitslag 3-0, versie 2.10.3, hoofdstuk 4.12",
        "liep de marathon in 2.10.45, de joodse gemeenschap, islamitische scholen, als enige partij",
        "Corné Halfweg en Piet van de Halfweg kwamen, een auto van 250 kilo, met 2712 mensen",
        "sinds 2019 FC Noord, na twee uur stopte zij, de zevenjarige droom, zij is 14 jaar in dienst",
        "een factuur 1250 euro, een order 300 stuks",
        "het bestand verslag_def.docx, de naam van de zaak, haar account is weg, met de naam Fatima",
        "morgen: bellen. afspraak: geen",
        "the first may be late, the second may wait",
        "een 8 voor Engels, groep 7, maat 42, kamer 3",
        "melding in 2023, zaak 2 van 3, dossier van 40 pagina's",
        "Mogelijkheid 12, eenheid 14 en overheid 20, Madrid 40, covid 19, arbeid 30 en geluid 25",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert [find.text for find in patterns.look(text)] == []


def test_checks_are_really_made() -> None:
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert not is_bsn("000000000")
    assert found("bsn", "het getal 111222334 dus") == []
    assert is_iban("NL91ABNA0417164300")
    assert not is_iban("NL91ABNA0417164301")
    assert found("iban", "op NL91 ABNA 0417 1643 01 gezet") == []


def test_the_digits_of_an_account_are_no_telephone_number() -> None:
    text = "op NL91 ABNA 0417 1643 00 gezet, bel 06-12345678"
    assert found("phone", text) == ["06-12345678"]


def test_every_day_of_several_is_found() -> None:
    days = ["3 maart", "5 mei", "wo 7 juni 2023", "8 juni", "March 3, 2024"]
    assert found("date", "Op 3 maart en 5 mei, wo 7 juni 2023, 8 juni, March 3, 2024 of in mei") == days
    assert found("date", f"{'mei ' * 30}op 3 mei") == ["3 mei"]


def test_a_finder_has_read_every_list_before_it_looks() -> None:
    Finder()
    for read in (jobs.jobs, traits.traits, unique._people, streets._endings):
        assert read.cache_info().currsize == 1


def test_one_form_is_not_taken_for_another() -> None:
    assert found("plate", "zijn auto staat 2712 LX Zoetermeer, kenteken is 2712 of zo") == []
    assert found("plate", "zijn auto stond in 2712 LX, VX 904 B dus") == ["VX 904 B"]
    assert found("phone", "op 01-02-2024 12 mensen") == []


def test_forms_identify_and_days_and_ages_may() -> None:
    finds = patterns.look("kok@voorbeeld.example, 06-12345678, op 3 maart om 14.30 uur, een man van 58 jaar")
    assert {(find.kind, find.certainty) for find in finds} == {
        (Kind.EMAIL, Certainty.IDENTIFIES),
        (Kind.PHONE, Certainty.IDENTIFIES),
        (Kind.DATE, Certainty.MAY),
        (Kind.TIME, Certainty.MAY),
        (Kind.AGE, Certainty.MAY),
    }


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("bel 06\u200b-1234\u00ad5678 nu", "06\u200b-1234\u00ad5678"),
        ("bel 06\u2011123\u00a045\u202f678 nu", "06\u2011123\u00a045\u202f678"),
        ("mail k\u200bok@voorbeeld.example", "k\u200bok@voorbeeld.example"),
        ("bel \uff10\uff16-12345678 nu", "\uff10\uff16-12345678"),
        ("om kwart voor e\u0301e\u0301n kwam", "kwart voor e\u0301e\u0301n"),
        ("de coo\u0308rdinator inkoop", "coo\u0308rdinator inkoop"),
    ],
)
def test_what_does_not_show_hides_nothing(text: str, is_found: str) -> None:
    assert is_found in [find.text for find in patterns.look(text)]


def test_letters_that_are_two_without_their_accent_stand_beside_a_number() -> None:
    text = "Die Straße 5, mail x@y.example"
    assert "x@y.example" in [find.text for find in Finder().find(text)]


_BITS = (
    "06 - 12 3 . / : ( ) + NL91 ABNA 0417 @ a.b www. maart mei mei2023 de op van half over drie uur jaar jarige"
    " straat 12a laan"
    " nummer enige eerste sinds 1998 als hoofd directeur chief of is heeft ms pools Jehova's getuige é \u0301 \u200b"
    " 🙂 İ ß ’"
)


@given(st.lists(st.sampled_from([*_BITS.split(), " ", " ", "\t"]), max_size=40).map("".join) | st.text(max_size=80))
def test_a_find_is_always_the_text_at_its_place(text: str) -> None:
    for find in patterns.look(text):
        assert 0 <= find.start < find.end <= len(text)
        assert text[find.start : find.end] == find.text
        assert find.reason


@pytest.mark.parametrize(
    "unit",
    [
        "a", "a-", "a.", "a@", "@", "0", "06", "0-", "0 ", "(", "+31", "1-", "1/", "1.", "12-", "NL91 ", "a1", "A1-",
        "mei ", "3 mei", "maandag ", "op 1-", "half ", "half drie ", "1:", "12:3", "van ", "een man van ", "jarige",
        "negenentwintig", "laan", "Laan van ", "straat ", "A straat 1 ", "1234 ", "1234 AB", "www.", "a.nl", "://",
        "nummer ", "nr 1 en ", "enige ", "als eerste ", "eerste vrouw ", "sinds 1998 ", "hoofd ", "chief ", "head of ",
        "is ", "heeft ms ", "Jehova's ", "punt ", "at a ", "kenteken ", "d'", "İ", "\u0301", "koning van der ",
        "a_", "a_b.", "onder de naam ", "account a1", "a.b: ",
    ],
)  # fmt: skip
def test_work_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(lambda text: list(patterns.look(text)), unit, times=400)


_DIGIT_BITS = (
    "1 12 7 2023 1234 AB AB-12-CD B-1234 12:30 14.30 3/5 uur - . , x_ Antwerpen SW1A 2AA é 06 1e"
    " (0)6 +31 (06 12345678 0031"
)
_AT_NUMBERS = (
    *(clock._COLON, clock._POINT, clock._BELGIAN, clock._DIGITS_PM, days._IN_DIGITS, days._WITHOUT_YEAR),
    *(ages._TWO_DIGITS, codes._LONE, numbers._NINE, numbers._POSTCODE),
)


@given(st.lists(st.sampled_from([*_DIGIT_BITS.split(), " ", " "]), max_size=30).map("".join))
def test_nothing_is_lost_by_looking_only_where_numbers_are(text: str) -> None:
    piece = Piece(text)
    either = sorted({*piece.numbers, *(place - 1 for place in piece.numbers if place)})
    for places, patterns_there in (
        (either, contacts._PHONES),
        (piece.numbers, _AT_NUMBERS),
        (piece.chunks, (codes._LETTERED, numbers._PLATE, numbers._BELGIAN)),
    ):
        for pattern in patterns_there:
            everywhere = [found.span() for found in pattern.finditer(text)]
            assert [found.span() for found in piece.at(places, pattern)] == everywhere


_SPOKEN_BITS = "half kwart quarter a past to voor over na vijf Tien twintig five drie zes 5 10 20 minuten uur - ,"


@given(st.lists(st.sampled_from([*_SPOKEN_BITS.split(), "-", "\t"]), max_size=16).map(" ".join))
def test_no_time_in_words_is_lost_by_looking_only_where_one_may_begin(text: str) -> None:
    spans = {(found.start, found.end) for found in clock._spoken(Piece(text))}
    everywhere = [found for found in clock._SPOKEN.finditer(text) if not clock._HALF_A.search(found[0])]
    assert spans >= {found.span() for found in everywhere}
