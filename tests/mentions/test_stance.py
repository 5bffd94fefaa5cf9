import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "stance"),
    [
        ("The dam burst on Monday.", "burst", "asserted"),
        ("The dam burst on Monday, the fire chief said.", "burst", "reported"),
        ("Engineers said that the dam burst on Monday.", "burst", "reported"),
        ("According to the mayor, the dam burst at night.", "burst", "reported"),
        ("The gate was reportedly opened by thieves.", "opened", "reported"),
        ("Ellison said she paid the builders in full.", "paid", "claimed"),
        ("Ellison claimed that the builders stole the gate.", "stole", "claimed"),
        ("The builder allegedly bribed the mayor.", "bribed", "claimed"),
        ("The builder did not repair the dam.", "repair", "denied"),
        ("Petrie denied that the company had bribed the mayor.", "bribed", "denied"),
        ("Petrie denied the theft.", "theft", "denied"),
        ("No apology was made by the company.", "made", "denied"),
        ("The town will rebuild the dam.", "rebuild", "planned"),
        ("The council plans to rebuild the dam.", "rebuild", "planned"),
        ("The town is going to rebuild the dam.", "rebuild", "planned"),
        ("The vote will be held on 30 March.", "vote", "planned"),
        ("The dam may collapse.", "collapse", "hypothetical"),
        ("If the dam collapses, the town drowns.", "collapses", "hypothetical"),
        ("The mayor urged villagers to leave.", "leave", "hypothetical"),
        ("The villagers wanted to leave.", "leave", "hypothetical"),
        ("Engineers warned of a possible collapse.", "collapse", "hypothetical"),
    ],
)
def test_the_words_around_a_trigger_say_how_sure_it_is(tell_of, text, trigger, stance):
    assert tell_of(text, trigger).stance == stance


def test_a_denial_is_itself_told_as_a_fact(tell_of):
    assert tell_of("Petrie denied on Monday that the company had bribed the mayor.", "denied").stance == "asserted"
