"""The day on which a quotation was spoken, in every style of marks: its "yesterday" is counted from there."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.pipeline import extract_expressions
from timeline.types import Article, Published

# Published on Wednesday, 12 May 2021; the date of the last expression that looks to a day.
SPOKEN = [
    ("en", 'On 4 May the general said: "Yesterday we lost the bridge."', "Yesterday", "2021-05-03"),
    ("en", "On 4 May the general said: “Yesterday we lost the bridge.”", "Yesterday", "2021-05-03"),
    ("en", "On 4 May the general said: ‘Yesterday we didn’t hold the bridge.’", "Yesterday", "2021-05-03"),
    ("en", "“We hold the bridge,” she said on 4 May. “We leave it tomorrow.”", "tomorrow", "2021-05-05"),
    ("en", "On 4 May she said: “We lost it yesterday. Today we hold it. Tomorrow we go.”", "Today", "2021-05-04"),
    ("en", "On 4 May she said: “We lost it yesterday. Today we hold it. Tomorrow we go.”", "Tomorrow", "2021-05-05"),
    ("en", "“We hold the bridge.” She left on 4 May. “We leave it tomorrow.”", "tomorrow", "2021-05-13"),
    ("en", "She said so on 4 May. The firm will reopen tomorrow.", "tomorrow", "2021-05-13"),
    ("de", "Am 4. Mai sagte der General: «Gestern haben wir die Brücke verloren.»", "Gestern", "2021-05-03"),
    ("de", "Am 4. Mai sagte der General: »Gestern haben wir die Brücke verloren.«", "Gestern", "2021-05-03"),
    ("de", "Der General sagte am 4. Mai: „Gestern haben wir die Brücke verloren.“", "Gestern", "2021-05-03"),
    ("de", "„Morgen öffnen wir die Tore“, sagte die Direktorin am Montag.", "Morgen", "2021-05-11"),
    ("de", "Am 4. Mai fiel die Brücke. «Gestern kam die Brigade an», steht im Bericht.", "Gestern", "2021-05-11"),
    ("fr", "Le 4 mai, le général a déclaré : « Hier, nous avons perdu le pont. »", "Hier", "2021-05-03"),
    ("fr", "« Demain nous ouvrirons les portes », a dit la directrice lundi.", "Demain", "2021-05-11"),
    ("es", "El 4 de mayo el general dijo: «Ayer perdimos el puente».", "Ayer", "2021-05-03"),
    ("es", "“Mañana abriremos las puertas”, dijo la directora el lunes.", "Mañana", "2021-05-11"),
    ("ru", "4 мая генерал заявил: «Вчера мы потеряли мост».", "Вчера", "2021-05-03"),
    ("ru", "«Завтра мы откроем ворота», — сказала директор в понедельник.", "Завтра", "2021-05-11"),
    ("uk", "4 травня генерал заявив: «Учора ми втратили міст».", "Учора", "2021-05-03"),
    ("uk", "4 травня генерал сказав: “Учора ми втратили міст”.", "Учора", "2021-05-03"),
    ("uk", "4 травня впав міст. «Учора прибула бригада», — йдеться у звіті.", "Учора", "2021-05-11"),
]


@pytest.mark.parametrize(("language", "text", "words", "expected"), SPOKEN)
def test_a_quotation_counts_from_the_day_it_was_spoken(language: str, text: str, words: str, expected: str) -> None:
    published = Published(raw="", day=date(2021, 5, 12))
    (one,) = extract_expressions([Article(id="1", text=text, language=language, published=published)])
    (found,) = [each for each in one.expressions if each.expression.text == words]
    assert found.when is not None
    assert found.when.edtf == expected
