"""Words about names, as data: titles, particles, generations, legal forms, heads of geographic names."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


# Offices are nobody's name, so that what stands before one goes too: "Korvalian Foreign Minister Mara Ellison".
OFFICES = words("""
    president vice-president ex-president president-elect premier minister chancellor vice-chancellor secretary
    secretary-general undersecretary under-secretary-general director-general governor governor-general senator
    congressman congresswoman councillor ambassador spokesman spokeswoman spokesperson commander commander-in-chief
    commissioner chairman chairwoman chairperson ceo cfo cto dictator prosecutor procurator leader envoy
    """)
TITLES = OFFICES | words("""
    mr mrs ms miss mx mister madam madame monsieur mme mlle herr frau senor senora dr doctor prof professor
    sir dame lord lady baron baroness count countess viscount duchess marquess marquis king queen prince
    princess crown emperor empress tsar tsarina czar kaiser shah sultan emir grand hrh hm
    pope cardinal archbishop bishop patriarch metropolitan rev reverend father sister brother mother saint rabbi imam
    sheikh sheik shaykh sheikha mullah maulana hojatoleslam ayatollah chief venerable monsignor deacon pastor
    vice deputy assistant associate acting former ex then late incumbent outgoing incoming interim designate
    elect honorary
    prime foreign defence defense interior finance justice health economy culture trade education energy treasury home
    sen rep representative delegate gov mayor secretary-treasurer first senior junior
    general gen maj-gen lt-gen brigadier brig colonel col lt-col major maj captain capt lieutenant lt sergeant sgt
    corporal cpl private pvt admiral adm vice-admiral rear-admiral rear field commodore commandant cmdr marshal
    air judge justice magistrate attorney solicitor barrister sheriff consul officer detective inspector superintendent
    constable agent director executive managing founder co-founder chair coach manager trainer actor actress
    singer writer author poet reporter correspondent editor columnist analyst economist ruler journalist podcaster
    comrade
    lawyer activist professor-emeritus speaker taoiseach mp mep md surgeon surgeon-general attorney-general
    """)
# What follows an office: "Secretary of State", "Chief of Staff".
OFFICE_TAILS = words("""
    of for the and state staff affairs treasury defence defense security homeland labor labour energy interior
    education commerce health justice trade transport environment agriculture general
    """)
# With one name, these stand before a given or regnal name, not before a surname.
REGAL = words(
    "king queen prince princess emperor empress pope tsar czar kaiser sultan emir mother saint sister brother"
)
MEN = words("mr mister sir lord king prince emperor pope father brother herr monsieur congressman duke")
WOMEN = words("mrs ms miss madam madame mme frau dame lady queen princess empress sister congresswoman duchess")
FORMS_OF_ADDRESS = words("mr mrs ms miss dr")
# Titles that are surnames too, where nothing else is told.
TITLE_SURNAMES = words("king bishop pope prince judge marshal major baron chase earl duke lord brother field don")
SUFFIXES = words("jr sr ii iii iv junior senior phd md qc kc mp obe cbe")
GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "younger": "jr",
    "sr": "sr",
    "senior": "sr",
    "elder": "sr",
} | {numeral: numeral for numeral in words("i ii iii iv v vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi")}
PARTICLES = words(
    "ould de del della di da do dos das du la le van von der den ter ten bin ibn bint al el ul abu ben af av zu y e"
)
ARABIC_ARTICLES = words("al el as ash an ad ar at az ul")
# Not surnames alone, but parts of them elsewhere: "Al Gore", "Ben Affleck", and "Ben Ali".
GIVEN_PARTICLES = words("al ben")

LEGAL_FORMS = words("""
    inc incorporated corp corporation co company companies cos ltd limited llc llp lp plc ag gmbh kg kgaa spa srl sas
    sarl sa se nv bv oyj oy ab asa as aps kk pty pte pvt sdn bhd jsc ojsc pjsc ooo oao zao pao tbk
    group holding holdings
    """)
LEADING_FORMS = words("pt ooo oao zao pao ao pjsc jsc ojsc")
# Lines of business that a name in full carries before its legal form: "Uber Technologies Inc.".
BUSINESSES = words("""
    motor motors technologies technology systems platforms stores enterprises industries international computer
    computers banking laboratories brands airlines airways pharmaceuticals
    """)
CARS = words("motor motors")
# Too little to be a company's whole name.
GENERIC = words("""
    general american united national international first global standard royal new news north south east west central
    british european french german chinese japanese indian texas china us public allied applied advanced digital air
    delta world capital power energy data time city
    """)
RIVERS_AND_RANGES = words("""
    river lake desert mountains mountain range islands archipelago peninsula plateau volcano glacier canal
    """)
LEADING_HEADS = words("river lake mount mountain lago rio")
# Names of states, cities and people besides rivers or lakes, beyond those in the table of places.
OTHERWISE = words("""
    victoria geneva mississippi missouri ohio colorado delaware congo jordan ontario michigan superior constance albert
    edward george charles hudson columbia tennessee connecticut arkansas iowa illinois kansas minnesota wisconsin
    washington lincoln chad winnipeg como garda panama suez rocky great cook solomon marshall virgin bell orange
    red yellow black white green blue snake pearl salt canary channel northern southern eastern western kiel sinai
    """)
# Heads that stand before or after what they are of: "Ministry of Defence", "Hormuz Strait".
EITHER_SIDE = words("ministry department office bureau embassy parliament government army strait gulf bay isthmus")
SMALL_WORDS = words("of the and for in on de du la le des et & to at")
