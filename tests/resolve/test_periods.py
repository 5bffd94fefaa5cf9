"""Eras, parts of periods, choices, sets and spoken times, in every language, as of Wednesday, 15 May 2024."""

from datetime import date

import pytest

from timeline.expressions import find_expressions
from timeline.resolve import resolve
from timeline.steps import describe
from timeline.types import Article, DatedExpression, Published

DATES = [
    ("en", "Caesar died on 15 March 44 B.C. in Rome.", {"15 March 44 B.C.": "-0043-03-15"}),
    ("en", "It was laid waste in the year 146 before Christ.", {"the year 146 before Christ": "-0145"}),
    ("en", "It was built two hundred years before Christ.", {"two hundred years before Christ": "-0199"}),
    ("en", "It lasted two hundred years before the fire.", {"two hundred years": None}),
    ("de", "Die Stadt wurde 753 v. Chr. gegründet.", {"753 v. Chr.": "-0752"}),
    ("de", "Von 58 bis 51 v. Chr. führte er Krieg.", {"58": "-0057/-0050", "51 v. Chr.": "-0057/-0050"}),
    ("de", "Augustus starb 14 n. Chr. in Nola.", {"14 n. Chr.": "0014"}),
    ("fr", "Au IIIe siècle av. J.-C., on bâtit le mur.", {"IIIe siècle av. J.-C.": "-0299/-0200"}),
    ("fr", "César mourut le 15 mars 44 avant Jésus-Christ.", {"15 mars 44 avant Jésus-Christ": "-0043-03-15"}),
    ("es", "César murió el 15 de marzo del 44 a.C. en Roma.", {"15 de marzo del 44 a.C.": "-0043-03-15"}),
    ("ru", "Город основали в 753 году до н. э. колонисты.", {"753 году до н. э.": "-0752"}),
    ("uk", "У III столітті до н. е. збудували мур.", {"III столітті до н. е.": "-0299/-0200"}),
    ("en", "They came at the turn of the century.", {"the turn of the century": "1990/2009"}),
    ("en", "It is a turn-of-the-20th-century house.", {"turn-of-the-20th-century": "1890/1909"}),
    ("en", "In the first decade of the 20th century it grew.", {"the first decade of the 20th century": "190X"}),
    ("en", "In the second decade of this century it grew.", {"the second decade of this century": "201X"}),
    ("en", "In the first quarter of the 19th century it fell.", {"the first quarter of the 19th century": "1800/1824"}),
    ("en", "In the second half of the 1980s, wages fell.", {"the second half of the 1980s": "1985/1989"}),
    ("en", "It closes in the second half of March 2025.", {"the second half of March 2025": "2025-03-16/2025-03-31"}),
    ("en", "The mill closed in the late summer of 1987.", {"the late summer of 1987": "1987-08"}),
    ("de", "Um die Jahrhundertwende zogen viele fort.", {"Jahrhundertwende": "1990/2009"}),
    ("de", "Es war an der Wende vom 19. zum 20. Jahrhundert.", {"Wende vom 19. zum 20. Jahrhundert": "1890/1909"}),
    ("de", "Die Brücke wird in der zweiten Märzhälfte gesperrt.", {"zweiten Märzhälfte": "2025-03-16/2025-03-31"}),
    ("de", "In der zweiten Hälfte 2023 sank der Preis.", {"zweiten Hälfte 2023": "2023-41"}),
    ("fr", "Au début des années 90, on bâtit.", {"Au début des années 90": "1990/1993"}),
    ("fr", "Dans la seconde moitié des années 1980, on bâtit.", {"seconde moitié des années 1980": "1985/1989"}),
    ("fr", "Aux XVIIIe et XIXe siècles, on bâtit.", {"XVIIIe": "17XX", "XIXe siècles": "18XX"}),
    ("es", "A principios de los años 90 creció.", {"principios de los años 90": "1990/1993"}),
    ("es", "A principios de siglo llegaron muchos.", {"principios de siglo": "2000/2039"}),
    ("es", "En los siglos XVIII y XIX creció.", {"siglos XVIII": "17XX", "XIX": "18XX"}),
    ("ru", "В первой половине XX века было две войны.", {"первой половине XX века": "1900/1949"}),
    ("ru", "На рубеже XIX и XX веков город рос.", {"рубеже XIX и XX веков": "1890/1909"}),
    ("uk", "У другій половині 1980-х років зарплати впали.", {"другій половині 1980-х років": "1985/1989"}),
    ("en", "The fire on 1 September last year killed nine.", {"1 September last year": "2023-09-01"}),
    ("en", "It must be sold by Aug. 3 this year.", {"Aug. 3 this year": "2024-08-03"}),
    ("en", "They wed in 1990 and left on May 5 that year.", {"1990": "1990", "May 5 that year": "1990-05-05"}),
    ("en", "It burned in the early hours of March 1.", {"the early hours of March 1": "2024-03-01"}),
    ("en", "It burned in the early hours of Sept. 1, 2023.", {"the early hours of Sept. 1, 2023": "2023-09-01"}),
    ("en", "It grew in the early days of March.", {"the early days of March": "2024-03-01/2024-03-07"}),
    ("en", "He will arrive either Monday or Tuesday.", {"Tuesday": "[2024-05-20,2024-05-21]"}),
    ("de", "Der Rat tagte am 3., 4. oder 5. März.", {"3.": "[2024-03-03,2024-03-04,2024-03-05]"}),
    ("fr", "Le conseil se réunira le 3, 4 ou 5 mars.", {"5 mars": "[2025-03-03,2025-03-04,2025-03-05]"}),
    ("es", "Llegará el lunes o el martes.", {"lunes": "[2024-05-20,2024-05-21]"}),
    ("de", "Am ersten Montag im Juni wird gewählt.", {"ersten Montag im Juni": "2024-06-03"}),
    (
        "en",
        "She was born on the third of May nineteen forty-five.",
        {"the third of May nineteen forty-five": "1945-05-03"},
    ),
    ("en", "It came at 3 on Saturday morning.", {"3 on Saturday morning": "2024-05-11T03:00"}),
    (
        "en",
        "It landed at 8:09 p.m. (UTC−03:00) on Monday.",
        {"8:09 p.m. (UTC−03:00) on Monday": "2024-05-13T20:09-03:00"},
    ),
    (
        "en",
        "It lost money in the second and third quarters of 2022.",
        {"the second": "2022-34", "third quarters of 2022": "2022-35"},
    ),
    ("en", "It lasted from the 1st century BC to the 2nd century AD.", {"the 2nd century AD": "-0099/01XX"}),
    ("en", "It runs from Friday, May 24, to Monday, May 27.", {"Friday, May 24": "2024-05-24/2024-05-27"}),
    ("en", "The war was fought in the 480s BC.", {"the 480s BC": "-0488/-0479"}),
    ("en", "Voting ends at midnight tonight.", {"midnight tonight": "2024-05-16T00:00"}),
    ("en", "Three Sundays ago the choir sang.", {"Three Sundays ago": "2024-04-28"}),
    ("en", "A week ago Monday the bridge fell.", {"A week ago Monday": "2024-05-06"}),
    ("en", "The Monday after next the court sits.", {"The Monday after next": "2024-05-27"}),
    ("en", "In the dying days of 1999 it rained.", {"the dying days of 1999": "1999-12-25/1999-12-31"}),
    ("en", "The match was played on Boxing Day last year.", {"Boxing Day last year": "2023-12-26"}),
]
WHYS = [
    (
        "It ran from 12 January to 3 March 2020.",
        "12 January",
        "The text says “12 January”: 12 January 2020. Up to 3 March 2020.",
    ),
    (
        "It ran from 12 January to 3 March 2020.",
        "3 March 2020",
        "The text gives 12 January 2020. Up to 3 March 2020 (“3 March 2020”).",
    ),
    (
        "It was on 5 May or 6 May 2020.",
        "5 May",
        "The text says “5 May”: 5 May 2020. Or 6 May 2020: the text does not say which.",
    ),
    (
        "It was on 5 May or 6 May 2020.",
        "6 May 2020",
        "The text gives 5 May 2020. Or 6 May 2020 (“6 May 2020”): the text does not say which.",
    ),
    (
        "It fell in the second half of the 1980s.",
        "the second half of the 1980s",
        "The text says “the second half of the 1980s”: 1980s. Only its second half is meant.",
    ),
]
SETS = [
    ("en", "It sits every Monday and Thursday.", ["XXXX-WXX-1", "XXXX-WXX-4"]),
    ("en", "It meets on the first and third Monday of each month.", ["P1M"]),
    ("de", "Er kommt jeden zweiten Dienstag.", ["XXXX-WXX-2"]),
    ("ru", "По понедельникам и четвергам суд заседает.", ["XXXX-WXX-1", "XXXX-WXX-4"]),
    ("de", "Das Gericht tagt jeden Montag und Donnerstag.", ["XXXX-WXX-1", "XXXX-WXX-4"]),
    ("de", "Der Zug fährt an Wochenenden alle 30 Minuten.", ["XXXX-WXX-WE", "PT30M"]),
    ("fr", "Le conseil se réunit deux fois par an.", ["P1Y"]),
    ("fr", "Il siège le premier lundi de chaque mois.", ["P1M"]),
    ("es", "Se reúne cada lunes y jueves.", ["XXXX-WXX-1", "XXXX-WXX-4"]),
    ("ru", "Ярмарку проводят два раза в год.", ["P1Y"]),
    ("uk", "Ярмарок проводять двічі на рік.", ["P1Y"]),
]
TURNS = [("1903-05-15", "1890/1909"), ("1998-05-15", "1990/2009"), ("2024-05-15", "1990/2009")]


NO_DATES = [
    ("de", "Rufen Sie 030 1984 2024 an."),
    ("de", "Der Flug LH 2024 war verspätet."),
    ("de", "Paragraf 1987 und Artikel 2001 gelten."),
    ("fr", "Lisez l'article 2001 du code."),
    ("es", "El vuelo IB 2024 llegó tarde."),
    ("ru", "Звоните 8 800 555 1984."),
    ("uk", "Рейс ПС 2024 запізнився."),
]


def dates_of(language: str, text: str, published: str = "2024-05-15") -> dict[str, DatedExpression]:
    """The dated expressions of a text by their words, without a parse."""
    day = Published(raw=published, day=date.fromisoformat(published))
    article = Article(id="1", text=text, language=language, published=day)
    found = resolve(find_expressions(text, language=language), article, None, language=language)
    return {one.expression.text: one for one in found}


@pytest.mark.parametrize(("language", "text", "expected"), DATES, ids=[text for _, text, _ in DATES])
def test_a_date_is_what_its_words_say(language: str, text: str, expected: dict[str, str | None]) -> None:
    found = dates_of(language, text)
    dated = {words: found[words].when for words in expected}
    assert {words: when and when.edtf for words, when in dated.items()} == expected


@pytest.mark.parametrize(("language", "text", "expected"), SETS, ids=[text for _, text, _ in SETS])
def test_what_comes_again_is_a_set_without_a_date(language: str, text: str, expected: list[str]) -> None:
    found = dates_of(language, text).values()
    assert [(one.timex.type, one.timex.value, one.when) for one in found] == [
        ("SET", value, None) for value in expected
    ]


@pytest.mark.parametrize(("language", "text"), NO_DATES)
def test_what_is_numbered_has_no_date(language: str, text: str) -> None:
    assert dates_of(language, text) == {}


@pytest.mark.parametrize(("published", "expected"), TURNS)
def test_the_turn_of_the_century_is_the_one_nearest_to_the_publication(published: str, expected: str) -> None:
    (found,) = dates_of("en", "They came at the turn of the century.", published).values()
    assert found.when is not None
    assert (found.when.edtf, found.when.precision) == (expected, "range")


def test_a_part_is_called_by_its_words() -> None:
    text = "In the second half of the 1980s, in the last third of the 19th century, at the turn of the century."
    assert [one.when.label for one in dates_of("en", text).values() if one.when] == [
        "second half of the 1980s",
        "last third of the 19th century",
        "turn of the 21st century",
    ]


@pytest.mark.parametrize(("text", "words", "expected"), WHYS)
def test_the_words_under_a_reason_are_those_that_give_the_date(text: str, words: str, expected: str) -> None:
    assert " ".join(describe(step) for step in dates_of("en", text)[words].steps) == expected
