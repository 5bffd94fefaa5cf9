"""Words that the reading of mentions turns on, as data; all are lemmas unless a name says otherwise."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# What is arranged is of another day: "the vote was called on Monday", "called a vote for July".
ARRANGING_VERBS = words(
    "call schedule plan slate book convene postpone reschedule cancel delay adjourn announce propose"
)
# Verbs that carry a noun's meaning, or none: no happening by themselves.
EMPTY_VERBS = words(
    """
    be have do include contain consist comprise seem appear belong relate concern mean remain involve accord depend
    range total equal weigh measure resemble lack deserve exist entail regard pertain let s m re ve 's 've
    """
)
# Verbs whose object or subject is the happening: "hold talks", "an attack took place".
LIGHT_VERBS = words(
    """
    have take make hold give do get conduct carry stage launch begin start end continue occur happen undergo suffer
    commit perform mount open close finish follow precede cause trigger see face
    """
)
ASPECTUAL_VERBS = words("begin start continue end finish stop resume cease keep complete")
REPORTING_VERBS = words(
    """
    say tell report announce state add claim allege argue assert confirm declare explain note reveal write cite quote
    recount recall share insist admit acknowledge suggest mention stress warn reiterate comment believe think estimate
    describe deny testify disclose emphasize emphasise point remark conclude reply respond maintain contend know hear
    predict repeat concede indicate inform joke observe proclaim read show signal speculate find learn express
    """
)
# Of those, the ones that only pass words on; the others are news by themselves ("announced", "denied").
PLAIN_REPORTING_VERBS = words(
    """
    say tell report state add note write cite quote recall share think believe explain mention stress comment describe
    recount reiterate argue insist know hear point remark observe suggest speculate joke estimate indicate read show
    emphasize emphasise repeat express acknowledge respond reply inform conclude maintain learn
    """
)
# Verbs and states that an editor would not put on a timeline.
STATIVE_VERBS = words(
    """
    want like love hate need hope wish believe think know feel expect understand consider remember look see hear
    live own use work try allow help enable require keep stay stand sit lie wait intend tend prefer enjoy care worry
    fear doubt mind deserve cost own rely support represent mean refer reflect depend provide offer feature base
    follow include lead make take give get go come bring put set turn
    """
)
# Participles that stand where a preposition does: "following the vote".
PREPOSITIONS = words("following including regarding concerning according involving excluding pending given based")
PUBLISHING_VERBS = words("publish release air broadcast record post print screen stream")
CLAIMING_VERBS = words("claim allege accuse assert contend insist maintain blame")
DENYING_VERBS = words("deny refute reject dismiss dispute rebut disavow")
# Verbs whose complement lies ahead and is meant to happen.
PLANNING_VERBS = words(
    """
    plan intend expect schedule slate set aim prepare vow promise pledge agree decide due anticipate commit announce
    book arrange
    """
)
# Verbs whose complement need not happen.
WISHING_VERBS = words(
    """
    want hope wish try seek threaten urge ask request demand propose consider call offer suggest recommend advise
    attempt refuse decline fail need order tell invite beg warn allow enable encourage consider fear
    avoid prevent dissuade discourage forbid ban bar
    """
)
PLANNING_NOUNS = words("plan intention schedule preparation promise pledge")
WISHING_NOUNS = words("possibility threat risk request call demand proposal chance hope fear attempt bid effort option")
FUTURE_MODALS = words("will shall 'll wo")
POSSIBLE_MODALS = words("may might could would should can must ought 'd ca")
PLANNED_MODIFIERS = words("planned upcoming scheduled forthcoming future next proposed impending coming")
POSSIBLE_MODIFIERS = words("possible potential hypothetical eventual feared likely would-be threatened")
CLAIMED_MODIFIERS = words("alleged purported supposed so-called")
CLAIMING_ADVERBS = words("allegedly purportedly supposedly")
REPORTING_ADVERBS = words("reportedly apparently")
CONDITIONS = words("if unless whether lest provided should")
HE = words("he him his himself she her hers herself")
IT = words("it its itself")
THEY = words("they them their theirs themselves")
FIRST_PERSON = words("i me my mine myself")
FIRST_PERSONS = words("we us our ours ourselves")
PERSON_ROLES = words(
    """
    president leader dictator ruler premier minister chancellor king queen prince princess governor mayor senator
    spokesman spokeswoman spokesperson secretary chief director chairman chairwoman chair founder ceo executive
    commander general coach captain actor actress singer star host podcaster journalist lawyer attorney suspect
    defendant politician lawmaker official boss head candidate nominee striker champion boxer author producer
    """
)
COMPANIES = words("company firm giant corporation conglomerate")
OFFICES = words(
    "president leader ruler chairman minister chancellor governor mayor king queen prime premier ceo head chief"
)
THIRD_PERSONS = HE | IT | THEY
WE_OR_I = FIRST_PERSON | FIRST_PERSONS
