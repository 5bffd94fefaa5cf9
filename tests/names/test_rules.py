"""Rules of names one by one, on names that are our own or the whole world's."""

import pytest

from timeline.names import canonical_names, same_name
from timeline.names.known import lines
from timeline.names.person import person
from timeline.names.things import key_of_known

SAME_PEOPLE = """
Tamar Ben-Dov | Tamar Ben Dov
Ben-Dov | Tamar Ben Dov
Ines Garcia Robles | Garcia Robles
Lena Ruiz de Ferrer | Lena Ruiz
Conor Mc Arden | Conor McArden
Haruto Tanaka | Tanaka Haruto
Ferenc Balogh | Balogh Ferenc
Ellison, Mara | Mara Ellison
Mara Ellison, Secretary of State | Mara Ellison
Secretary of State Mara Ellison | Mara Ellison
Director-General Mara Ellison | Mara Ellison
Korvalian Foreign Minister Mara Ellison | Mara Ellison
Mr. King | Stephen King
King Idris | King Idris I
King Idris | Idris
Queen Sofia II of Korvale | Queen Sofia
Prince Faisal | Prince Faisal bin Turki
Rashid al-Zubair | Rashed az-Zubair
Noh Chang-soo | Roh Chang-su
Yoon Hye-jeong | Yun Hye-jung
Peng Dehuai | Peng Te-huai
Wang Jingwei | Wang Ching-wei
JD Alder | J.D. Alder
TFM | Tobias F. Marlow
Thomas Alder Finch | Alder Finch
Tom Pell Jr. | Pell
Franklin Delano Roosevelt | FDR
"""
DIFFERENT_PEOPLE = """
Tom Pell | Tom Pell Jr.
Tom Pell II | Tom Pell III
Queen Sofia I | Queen Sofia II
King Idris | Idris Elba
King Salman | Salman Rushdie
Prince Faisal | Faisal Husseini
Mr. Ellison | Mara Jane Doe Ellison-Brandt
Mr. Ellison | Maria Ellison
Mrs. Ellison | Peter Ellison
Al Gore | Tipper Gore
Ben Stiller | Jerry Stiller
Grant Taylor | Taylor Grant
James Thomas | Thomas James
Anna Lund-Berg | Anna Berg
Adam Smith | Adam Smyth
Lee Jung-min | Lee Jong-min
Li Qing | Li Jing
Kim Harvey Osman | Kim Osman Lee
TFM | Tobias Finch
TFM | Tobias F. Marlow Jr.
Nikolai Durov | Pavel Durov
"""
SAME_THINGS = """
Bombay | Mumbai
Republic of Kenya | Kenya
Islamic Republic of Mauritania | Mauritania
Doctors Without Borders | MSF
Kestrel Motors | Kestrel
Kestrel Technologies Inc. | Kestrel
Kestrel & Co. | Kestrel
Kestrel.com | Kestrel
PJSC Kestrel | Kestrel
Kestrel and Finch | Kestrel & Finch
Wal-Mart | Walmart
Osprey Bank's | Osprey Bank
Lloyd's Corp. | Lloyds
Lake Balaton | Balaton
Zambezi River | Zambezi
Hormuz Strait | Strait of Hormuz
al-Hasakah | Hasakah
Bandar-e-Anzali | Bandar-i Anzali
Ministry of Fisheries | Fisheries Ministry
"""
DIFFERENT_THINGS = """
University of Miami | Miami University
Henan | Hunan
Jiangsu | Jiangxi
Shanxi | Shaanxi
Lake Victoria | Victoria
Congo River | Congo
Mount Kenya | Kenya
Kestrel Technologies Inc. | Kestrel Motors
General Motors | General
Kestrel Technologies | Kestrel
Republic of the Congo | Democratic Republic of the Congo
Paris | Paris, Texas
Colorado River | Colorado
Hudson River | Hudson Bay
Macau | Makassar
"""


def pairs(table):
    return [tuple(line.split(" | ")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), pairs(SAME_PEOPLE))
def test_forms_of_one_person_are_one(one, other):
    assert same_name(one, other, label="PERSON")
    assert same_name(other, one, label="PERSON")


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT_PEOPLE))
def test_two_people_stay_apart(one, other):
    assert not same_name(one, other, label="PERSON")
    assert not same_name(other, one, label="PERSON")


@pytest.mark.parametrize(("one", "other"), pairs(SAME_THINGS))
def test_forms_of_one_place_or_body_are_one(one, other):
    assert same_name(one, other, label="ORG")
    assert same_name(other, one, label="ORG")


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT_THINGS))
def test_two_places_or_bodies_stay_apart(one, other):
    assert not same_name(one, other, label="LOC")
    assert not same_name(other, one, label="LOC")


def test_no_name_stands_in_two_lines_of_a_table():
    owner = {}
    for forms in lines("places.txt", "bodies.txt"):
        for form in forms:
            assert owner.setdefault(key_of_known(form), forms[0]) == forms[0], form


def test_romanisations_of_one_person_become_one_name():
    found = canonical_names(
        [("Noh Chang-soo", "PERSON"), ("Roh Chang-su", "PERSON"), ("Burma", "GPE"), ("Myanmar", "GPE")]
    )
    assert found["Noh Chang-soo"] == found["Roh Chang-su"]
    assert found["Burma"] == found["Myanmar"]


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Al Gore", ("al",), ("gore",)),
        ("al-Zubair", (), ("al", "zubair")),
        ("Lee Harvey Oswald", ("lee", "harvey"), ("oswald",)),
        ("Lee Kuan Yew", ("kuan", "yew"), ("lee",)),
        ("Anna Lund-Berg", ("anna",), ("lund", "berg")),
        ("Queen Sofia", ("sofia",), ()),
    ],
)
def test_a_name_falls_into_given_names_and_surname(name, given, surname):
    found = person(name)
    assert (found.given, found.surname) == (given, surname)
