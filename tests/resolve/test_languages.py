"""Dates in other languages, as the news of Wednesday, 13 March 2024 would write them."""

from datetime import date

import pytest

from timeline.pipeline import extract_expressions
from timeline.types import Article, Published

SENTENCES = [
    ("uk", "Першого квітня запрацює нова лінія метро.", ["2024-04-01"]),
    ("uk", "Двадцять четвертого лютого почалася війна.", ["2024-02-24"]),
    ("uk", "Минулої ночі над містом збили два дрони.", ["2024-03-12"]),
    ("uk", "Засідання відбудеться о пів на десяту ранку в понеділок.", ["2024-03-18T09:30"]),
    ("uk", "Торішнього січня ціни зросли.", ["2023-01"]),
    ("uk", "За три дні до виборів він знявся з перегонів.", [None]),
    ("uk", "Через кілька днів після обшуку його відпустили.", [None]),
    ("uk", "Двома тижнями раніше він подав скаргу.", ["2024-02-28"]),
    ("uk", "У ніч проти 10 березня згорів склад.", ["2024-03-10"]),
    ("uk", "Суд відклав справу до 25 березня.", ["2024-03-25"]),
    ("ru", "В половине десятого утра в понедельник начнется заседание.", ["2024-03-18T09:30"]),
    ("ru", "На позапрошлой неделе компания уволила директора.", ["2024-02-26/2024-03-03"]),
    ("ru", "Через полгода мост откроют.", ["2024-09"]),
    ("ru", "В январе прошлого года компания подписала договор.", ["2023-01"]),
    ("ru", "Саммит, запланированный на четверг, отменили.", ["2024-03-14"]),
    ("ru", "До конца весны работы завершат.", ["2024-05"]),
    ("de", "Am ersten April beginnt die neue Saison.", ["2024-04-01"]),
    ("de", "Nächste Woche Mittwoch kommt der Minister.", ["2024-03-20"]),
    ("de", "Am Wochenende findet ein Markt statt.", ["2024-03-16/2024-03-17"]),
    ("de", "Vor anderthalb Jahren zog sie um.", ["2022-09"]),
    ("de", "Der Prozess wird am 02.04. fortgesetzt.", ["2024-04-02"]),
    ("de", "Im neunzehnten Jahrhundert stand hier eine Mühle.", ["18XX"]),
    ("de", "Seit fünfundzwanzig Jahren steht das Werk still.", [None]),
    ("fr", "À la fin du mois dernier, le gouvernement a démissionné.", ["2024-02-21/2024-02-29"]),
    ("fr", "En janvier de l'année dernière, l'entreprise a signé.", ["2023-01"]),
    ("fr", "Trois jours avant le scrutin, il s'est retiré.", [None]),
    ("fr", "Lundi à sept heures et demie, la séance commencera.", ["2024-03-18T07:30"]),
    ("fr", "Il y a vingt et un ans, elle a déménagé.", ["2003"]),
    ("es", "A finales del mes pasado dimitió el gobierno.", ["2024-02-21/2024-02-29"]),
    ("es", "El lunes a las ocho menos cuarto comenzará la sesión.", ["2024-03-18T07:45"]),
    ("es", "El juicio fue aplazado hasta el 25 de marzo.", ["2024-03-25"]),
    ("es", "Hace treinta y dos años se mudó.", ["1992"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_a_sentence_of_news_means_its_dates(language: str, text: str, expected: list[str | None]) -> None:
    published = Published(raw="2024-03-13", day=date(2024, 3, 13))
    (one,) = extract_expressions([Article(id="1", text=text, language=language, published=published)])
    assert [found.when.edtf if found.when else None for found in one.expressions] == expected
