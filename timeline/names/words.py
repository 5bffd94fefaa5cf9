"""Words about names, as data: titles, particles, given names, family-first surnames, legal forms, countries."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


TITLES = words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess king queen prince princess
    emperor empress pope cardinal archbishop bishop rev reverend father sister brother rabbi imam sheikh sheikha
    ayatollah
    president vice-president vice deputy acting former ex-president then interim
    premier prime minister foreign defence defense interior finance justice health economy culture
    chancellor senator sen representative rep congressman congresswoman governor gov mayor councillor secretary
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private pvt admiral adm
    commander cmdr marshal judge justice attorney ambassador consul spokesman spokeswoman spokesperson officer
    detective inspector constable chief director chairman chairwoman chair ceo founder coach actor actress singer
    president-elect dictator leader ruler journalist podcaster
    """)
SUFFIXES = words("jr sr ii iii iv junior senior phd md qc kc mp obe cbe")
GENERATIONS = words("jr sr ii iii iv junior senior")
PARTICLES = words(
    "de del della di da dos das du la le van von der den ter ten bin ibn bint al el ul abu ben af av zu y e"
)

# Forms of one given name, in the languages that news names come from; first names alone never join two people.
GIVEN_NAMES = (
    "alexander aleksandr alexandr aleksander alyaksandr aliaksandr oleksandr alexandre alejandro alex sasha",
    "alexandra aleksandra oleksandra",
    "alexei aleksei alexey aleksey oleksii oleksiy alyaksei",
    "andrew andrei andrey andriy andrii andrej andrzej andy",
    "anthony tony antony",
    "benjamin ben binyamin benyamin",
    "catherine katherine kathryn kate kateryna ekaterina yekaterina",
    "charles charlie",
    "christopher chris",
    "daniel dan danny",
    "david dave",
    "dmitry dmitri dmitrii dmitriy dmytro dzmitry",
    "donald don",
    "edward ed eddie ted",
    "elizabeth liz yelizaveta elizaveta",
    "eugene evgeny evgeni yevgeny yevgeniy yevhen evgenii",
    "george yuri yury yuriy yurii heorhiy georgy",
    "helen elena yelena olena alena",
    "igor ihor",
    "jacob yaakov yakov",
    "james jim jimmy",
    "jeffrey geoffrey jeff geoff",
    "john johnny jon ivan johannes",
    "joseph joe josef iosif",
    "julia yulia yuliya iuliia yuliia",
    "kenneth ken",
    "lawrence laurence larry",
    "margaret maggie",
    "maria mariya mariia mary",
    "matthew matt",
    "michael mike mikhail mykhailo mikhailo mihail michel",
    "mohammed muhammad mohamed muhammed mohammad mahomed mehmed mohamad",
    "natalia natalya nataliya natallia natalie",
    "nicholas nick nikolai nikolay mykola mikalai nikolaj nicolas",
    "oleg oleh aleh",
    "osama usama",
    "patrick pat",
    "paul pavel pavlo",
    "peter pyotr petr petro pete",
    "philip phillip phil",
    "richard dick rick",
    "robert bob rob bobby bert",
    "ronald ron",
    "samuel sam",
    "sergei sergey serhiy serhii siarhei sergiy",
    "stephen steven steve stefan stepan",
    "svetlana svitlana sviatlana",
    "theresa teresa",
    "thomas tom tommy",
    "timothy tim",
    "vladimir volodymyr uladzimir wladimir volodimir",
    "victor viktor viktar",
    "vitaly vitali vitaliy vitalii",
    "vyacheslav viacheslav",
    "walter walt",
    "william bill will billy",
    "yasser yasir yaser",
    "yusuf yousef youssef yusef",
    "hussein husayn hossein husain hussain",
    "hassan hasan",
    "ahmed ahmad ahmet",
    "abdullah abdallah abdulla",
    "abdul abdel abd",
    "ali aly",
    "omar umar",
    "ibrahim ebrahim",
    "mahmoud mahmud",
    "mustafa mostafa moustafa",
    "said saeed sayed syed",
)
# Written before the given name: the family name stands alone in later mentions.
FAMILY_FIRST = words("""
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo deng mao jiang wen peng cai
    kim park lee choi jung moon yoon ban nguyen tran pham
    """)
LEGAL_FORMS = words(
    "inc incorporated corp corporation co company ltd limited llc llp plc ag gmbh spa nv bv oyj ab asa group holdings"
)
SMALL_WORDS = words("of the and for in on de du la le des et & to at")
COUNTRIES = (
    "us|usa|united states|united states of america|america",
    "uk|united kingdom|britain|great britain",
    "uae|united arab emirates",
    "eu|european union",
    "ussr|soviet union",
    "un|united nations",
    "drc|democratic republic of congo|democratic republic of the congo|dr congo",
    "czech republic|czechia",
    "ivory coast|cote d'ivoire",
    "burma|myanmar",
    "holland|netherlands",
    "swaziland|eswatini",
    "turkey|turkiye",
    "prc|china|people's republic of china",
    "dprk|north korea",
    "rok|south korea",
)
