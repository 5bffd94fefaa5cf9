"""Which way a date looks, and how far: finished deeds, what is arranged, stretches of weekdays, hours at midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from spacy.language import Language

from timeline.expressions import find_expressions
from timeline.pipeline import extract_expressions
from timeline.resolve import resolve
from timeline.types import Article, DatedExpression, Published

Resolve = Callable[..., tuple[DatedExpression, ...]]

# Published on Friday, 12 March 2021.
FINISHED = [
    ("The minister resigned on 4 May.", "2020-05-04"),
    ("On 4 May the minister resigned.", "2020-05-04"),
    ("The mill closed and dismissed its last hands on 20 April.", "2020-04-20"),
    ("Notes due on 15 May were sold by the bank.", "2021-05-15"),
    ("The trial scheduled for 4 May was postponed by the court.", "2021-05-04"),
    ("The court adjourned the hearing until 11 April.", "2021-04-11"),
    ("The fair was put off until 4 May.", "2021-05-04"),
    ("He has been in jail since 4 May.", "2020-05-04"),
    ("Since 4 May is a holiday, shops will close.", "2021-05-04"),
    ("The trial was moved to 4 May.", "2021-05-04"),
    ("The trial was put off until 4 May.", "2021-05-04"),
    ("They moved to the coast on 4 May.", "2020-05-04"),
    ("She promised a dividend payable on 20 April.", "2021-04-20"),
    ("The king declared a mourning beginning Monday.", "2021-03-15"),
    ("The union called a strike starting on 20 April.", "2021-04-20"),
    ("The president called an election for 20 April.", "2021-04-20"),
    ("The stock has lost half its value since its peak in February.", "2021-02"),
    ("The stock has lost half its value since its peak in June.", "2020-06"),
    ("The raids, beginning Monday, killed thirty.", "2021-03-08"),
]
# A finite verb that tells what will be leaves no way back; what hangs on a noun, or is only possible, does.
COMING = [
    ("The mill will close on 10 February.", "2022-02-10"),
    ("On 10 February the mill will close.", "2022-02-10"),
    ("The bridge won't reopen on 10 February.", "2022-02-10"),
    ("The pact expires on 10 February.", "2022-02-10"),
    ("The mayor said he will resign on 10 February.", "2022-02-10"),
    ("The dividend declared on 10 February will be paid by the bank.", "2021-02-10"),
    ("They will discuss the ruling of 10 February.", "2021-02-10"),
    ("The fine could be paid on 10 February.", "2021-02-10"),
    ("The mill closed on 10 February.", "2021-02-10"),
]
# What goes on to a day has reached it when it is told of in the past; what is put off has not.
UP_TO = [
    ("The truce lasted until June.", "2020-06"),
    ("The truce was extended until June.", "2021-06"),
    ("The vote was put off to the 8th.", "2021-04-08"),
    ("The vote is scheduled for the 8th.", "2021-04-08"),
    ("She has until Monday to pay.", "2021-03-15"),
    ("She had paid until Monday.", "2021-03-08"),
]
ARRANGED = [
    ("The summit takes place in November.", "2021-11"),
    ("The trial begins on 3 December.", "2021-12-03"),
    ("The hearing is on 3 December.", "2021-12-03"),
    ("It is cold here in November.", "2020-11"),
    ("The trial began on 3 December.", "2020-12-03"),
    ("The paper shows what it did in December.", "2020-12"),
]
CLAUSES = [
    ("The lease expires at the end of February.", ["2022-02-21/2022-02-28"]),
    ("The doors opened at 7 a.m. on Sunday and closed at 8 p.m.", ["2021-03-07T07:00", "2021-03-07T20:00"]),
    ("The doors opened on Sunday, and he says he closed them at 8 p.m.", ["2021-03-07", None]),
    ("It struck at 10:30 local time (07:30 GMT) on Tuesday.", ["2021-03-09T10:30", "2021-03-09T07:30Z", "2021-03-09"]),
    ("It struck at 20:30 local time (01:30 GMT) on Tuesday.", ["2021-03-09T20:30", "2021-03-10T01:30Z", "2021-03-09"]),
    ("It struck at 01:30 local time (22:30 GMT) on Tuesday.", ["2021-03-09T01:30", "2021-03-08T22:30Z", "2021-03-09"]),
    ("Two months after the merger was announced in November, it failed.", ["2021-01", "2020-11"]),
    ("Two months after the merger, the firm said in February, it failed.", [None, "2021-02"]),
]
COUNTED = [
    ("Half a century ago the mill burned.", ["1971"]),
    ("A quarter of a century ago the mill burned.", ["1996"]),
    ("A century ago the mill burned.", ["19XX"]),
    ("In the past two decades prices doubled.", ["2001/2021"]),
    ("She died on 4 May two years ago.", ["2019-05-04"]),
    ("Five months on, the families wait.", [None]),
    ("In October the dam broke. Five months on, the families wait.", ["2020-10", "2021-03"]),
    ("Election day is 3 November 2026.", ["2026-11-03"] * 2),
    ("Three days after the 4 March blast, police came.", ["2021-03-07", "2021-03-04"]),
    ("Three days after the 4th of March fighting stopped.", [None, "2021-03-04"]),
    ("The 2025/26 season begins.", ["2025/2026"] * 2),
    ("From 6 p.m. Monday until 6 a.m. Tuesday the bridge was shut.", ["2021-03-08T18:00", "2021-03-09T06:00"]),
]
# Published on Wednesday, 12 May 2021.
WEEKDAYS = [
    ("The fair lasts from Monday to Wednesday.", ["2021-05-10/2021-05-12"] * 2),
    ("The fair lasts from Thursday to Sunday.", ["2021-05-13/2021-05-16"] * 2),
    ("The fair lasted from Monday to Wednesday.", ["2021-05-10/2021-05-12"] * 2),
    ("The fair will last from Monday to Wednesday.", ["2021-05-17/2021-05-19"] * 2),
    ("The museum is open Monday through Friday.", ["2021-05-10/2021-05-14"] * 2),
    ("The office will be closed Monday through Friday.", ["2021-05-17/2021-05-21"] * 2),
    ("The festival runs Tuesday to Saturday.", ["2021-05-11/2021-05-15"] * 2),
    ("The crews worked Monday through Friday last week.", ["2021-05-03/2021-05-07"] * 2),
    ("The vote was moved from Tuesday to Saturday.", ["2021-05-11", "2021-05-15"]),
    ("The vote was put off from 3 May to 7 May.", ["2021-05-03", "2021-05-07"]),
]
# Published on 12 May 2021, ten minutes into the day.
HOURS = [
    ("Twenty minutes ago the power failed.", "00:10", "2021-05-11"),
    ("Twenty minutes ago the power failed.", "10:10", "2021-05-12"),
    ("Twenty minutes ago the power failed.", "00:00", "2021-05-12"),  # a day alone is often written as midnight
    ("The power failed a few hours ago.", "00:10", "2021-05-11"),
    ("The power failed a few hours ago.", "10:10", "2021-05-11/2021-05-12"),
    ("The doors will close in 20 minutes.", "23:50", "2021-05-13"),
]
LANGUAGES = [
    ("de", "Die Konferenz findet im November statt.", "2021-11"),
    ("de", "Der Prozess beginnt am 3. Dezember.", "2021-12-03"),
    ("de", "Die Polizei fand am 3. Dezember eine Spur.", "2020-12-03"),
    ("de", "Er sitzt seit dem 4. Mai in Haft.", "2020-05-04"),
    ("es", "Está preso desde el 4 de mayo.", "2020-05-04"),
    ("es", "La tienda abrirá desde el 4 de mayo.", "2021-05-04"),
    ("fr", "Il est en prison depuis le 4 mai.", "2020-05-04"),
    ("de", "Das Treffen am 4. Mai endete ohne Ergebnis.", "2020-05-04"),
    ("es", "Dimitió el 4 de mayo tras semanas de protestas.", "2020-05-04"),
    ("es", "La cumbre tiene lugar en noviembre.", "2021-11"),
    ("es", "La cumbre tuvo lugar en noviembre.", "2020-11"),
    ("fr", "Le procès s'ouvre le 3 décembre.", "2021-12-03"),
    ("fr", "Le procès s'est ouvert le 3 décembre.", "2020-12-03"),
    ("fr", "Élue en octobre, la maire a réduit le budget.", "2020-10"),
    ("fr", "Arrêté le 4 mai, il nie les faits.", "2020-05-04"),
    ("fr", "Prévue le 4 mai, la réunion est menacée.", "2021-05-04"),
    ("es", "Detenida el 4 de mayo, niega los hechos.", "2020-05-04"),
    ("es", "El partido del 4 de mayo será en casa.", "2021-05-04"),
    ("ru", "Министр ушёл в отставку 4 мая.", "2020-05-04"),
    ("ru", "Ушел в отставку 4 мая и премьер.", "2020-05-04"),
    ("ru", "Суд начинается 3 декабря.", "2021-12-03"),
    ("de", "Die Mühle wird am 10. Februar schließen.", "2022-02-10"),
    ("de", "Die Mühle wurde am 10. Februar geschlossen.", "2021-02-10"),
    ("fr", "Le moulin fermera le 10 février.", "2022-02-10"),
    ("fr", "Le moulin a fermé le 10 février.", "2021-02-10"),
    ("es", "El molino cerrará el 10 de febrero.", "2022-02-10"),
    ("es", "El molino cerró el 10 de febrero.", "2021-02-10"),
    ("ru", "Мельницу закроют 10 февраля.", "2022-02-10"),
    ("ru", "Мельницу закрыли 10 февраля.", "2021-02-10"),
    ("uk", "Млин закриють 10 лютого.", "2022-02-10"),
    ("uk", "Млин закрили 10 лютого.", "2021-02-10"),
    ("de", "Der Rat verschob die Wahl auf Montag.", "2021-03-15"),
    ("de", "Die Wahl wurde auf den 4. Mai verschoben.", "2021-05-04"),
    ("de", "Der Rat verschob am Montag die Wahl.", "2021-03-08"),
    ("fr", "Le conseil a reporté le vote à lundi.", "2021-03-15"),
    ("es", "El consejo aplazó la votación al lunes.", "2021-03-15"),
    ("es", "El consejo aplazó la votación el lunes.", "2021-03-08"),
    ("ru", "Совет отложил выборы до понедельника.", "2021-03-15"),
    ("ru", "Совет отложил выборы в понедельник.", "2021-03-08"),
    ("uk", "Рада перенесла вибори на понеділок.", "2021-03-15"),
    ("uk", "Помер 4 травня у столиці.", "2020-05-04"),
    ("uk", "Саміт відбувається в листопаді.", "2021-11"),
]


def dates(found: tuple[DatedExpression, ...]) -> list[str | None]:
    """The EDTF of each expression."""
    return [one.when.edtf if one.when else None for one in found]


@pytest.mark.parametrize(("text", "expected"), FINISHED + COMING + UP_TO + ARRANGED)
def test_a_finished_deed_lies_behind_and_what_is_arranged_ahead(dated: Resolve, text: str, expected: str) -> None:
    assert dates(dated(text, "2021-03-12")) == [expected]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_is_counted_is_as_fine_as_it_is_told(dated: Resolve, text: str, expected: list[str | None]) -> None:
    assert dates(dated(text, "2021-03-12")) == expected


@pytest.mark.parametrize(
    ("text", "unit"), [("Two decades after the flood", "P20Y"), ("Two days after the flood", "P2D")]
)
def test_a_distance_is_told_in_units_of_iso_8601(dated: Resolve, text: str, unit: str) -> None:
    (one,) = dated(f"{text} he died.", "2021-03-12")
    assert one.relative_to is not None
    assert one.relative_to.distance == unit


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_dates_of_one_clause_go_together(dated: Resolve, text: str, expected: list[str | None]) -> None:
    assert dates(dated(text, "2021-03-12")) == expected


@pytest.mark.parametrize(("text", "expected"), WEEKDAYS)
def test_both_ends_of_a_stretch_say_the_same_week(dated: Resolve, text: str, expected: list[str]) -> None:
    assert dates(dated(text, "2021-05-12")) == expected


@pytest.mark.parametrize(("text", "clock", "expected"), HOURS)
def test_hours_are_counted_from_the_time_of_publication(nlp: Language, text: str, clock: str, expected: str) -> None:
    moment = datetime.fromisoformat(f"2021-05-12T{clock}:00+03:00")
    article = Article(id="1", text=text, published=Published(raw="", day=moment.date(), moment=moment))
    assert dates(resolve(find_expressions(text), article, nlp(text))) == [expected]


@pytest.mark.parametrize(("language", "text", "expected"), LANGUAGES)
def test_forms_of_verbs_look_back_and_ahead(language: str, text: str, expected: str) -> None:
    published = Published(raw="", day=datetime.fromisoformat("2021-03-12").date())
    (one,) = extract_expressions([Article(id="1", text=text, language=language, published=published)])
    assert dates(one.expressions) == [expected]
