"""Given names, as data: the forms of one name in the languages of news, and names that only one sex bears."""

from __future__ import annotations

from timeline.names.words import words

# First names alone never join two people. A form may stand in several rows: Ted is an Edward or a Theodore.
GIVEN_NAMES = (
    "abdul abdel abd abdal abdoul",
    "abdullah abdallah abdulla abdollah",
    "abraham avraham abe",
    "ahmed ahmad ahmet achmed",
    "albert al bert",
    "alexander aleksandr alexandr aleksander alyaksandr aliaksandr oleksandr alexandre alejandro alex sasha alec",
    "alexandra aleksandra oleksandra sasha",
    "alexei aleksei alexey aleksey oleksii oleksiy oleksij alyaksei aliaksei",
    "alfred fred alf",
    "ali aly",
    "anatoly anatoli anatoliy anatolii anatol",
    "andrew andrei andrey andriy andrii andrej andrzej andy drew",
    "anastasia anastasiya anastasiia nastya",
    "anthony tony antony",
    "arkady arkadi arkadiy arkadii",
    "ayman aiman aymen",
    "aziz azeez",
    "barbara barb",
    "bashar bachar",
    "benedict ben",
    "benjamin ben binyamin benyamin benny",
    "bernard bernie",
    "boris borys barys",
    "catherine katherine kathryn kate kateryna ekaterina yekaterina katya cathy kathy katie",
    "chaim haim hayim chayim",
    "charles charlie chuck",
    "christina christine tina kristina",
    "christopher chris",
    "clifford cliff",
    "cynthia cindy",
    "daniel dan danny danylo daniil danila",
    "darya daria dasha",
    "david dave",
    "deborah debbie deb",
    "denis denys dzianis",
    "dmitry dmitri dmitrii dmitriy dmytro dzmitry dima",
    "donald don",
    "douglas doug",
    "edward ed eddie ted teddy eduard",
    "elizabeth liz yelizaveta elizaveta lizaveta beth betty lisa libby",
    "eugene evgeny evgeni yevgeny yevgeniy yevhen evgenii yevgeni evgeniy gene yauhen",
    "evgenia yevgenia yevheniia yevgeniya evgeniya",
    "faisal faysal feisal",
    "frances fran",
    "francis frank",
    "franklin frank",
    "frederick fred freddie frederik",
    "gennady gennadi gennadiy gennadii hennadiy henadz",
    "george yuri yury yuriy yurii heorhiy georgy georgi georgiy",
    "gerald gerry jerry",
    "gregory greg grigory grigori hryhoriy grigoriy hryhorii",
    "haidar heydar haydar heidar",
    "hamid hameed hamed",
    "harold harry hal",
    "hassan hasan",
    "helen elena yelena olena alena",
    "henry harry hank",
    "hosni husni",
    "hussein husayn hossein husain hussain hussien hosein",
    "ibrahim ebrahim ibraheem",
    "igor ihor ihar",
    "ilya illia ilia illya",
    "irina iryna",
    "ismail ismael esmail",
    "isaac yitzhak itzhak yitzchak",
    "jacob yaakov yakov jake",
    "jamal gamal jamaal",
    "james jim jimmy jamie",
    "jeffrey geoffrey jeff geoff",
    "jennifer jen jenny",
    "jeremy jerry",
    "jessica jess",
    "john johnny jon ivan johannes jack",
    "jonathan jon yonatan",
    "joseph joe josef iosif joey",
    "joshua josh",
    "judith judy",
    "julia yulia yuliya iuliia yuliia iulia",
    "kenneth ken kenny",
    "khaled khalid",
    "khalifa khalifah",
    "kimberly kim",
    "konstantin kostyantyn kanstantsin constantine",
    "lawrence laurence larry",
    "leonard len lenny",
    "leonid leonyd",
    "leo leon lev",
    "ludmila lyudmila liudmyla lyudmyla",
    "mahmoud mahmud mahmood",
    "margaret maggie peggy meg",
    "maria mariya mariia mary marie",
    "maxim maksim maksym maxime",
    "matthew matt matvei matviy",
    "melvin mel",
    "michael mike mikhail mykhailo mikhailo mihail michel mick mikhal",
    "mitchell mitch",
    "mohammed muhammad mohamed muhammed mohammad mahomed mehmed mohamad mohamud mohammod mohamet",
    "moshe moses",
    "muammar moammar moamer muamar mouammar moamar muammer",
    "mustafa mostafa moustafa mustapha",
    "nancy nan",
    "nasser nasir nasr naser",
    "natalia natalya nataliya natallia natalie nataliia",
    "nathan nate",
    "nathaniel nate nat",
    "nicholas nick nikolai nikolay mykola mikalai nikolaj nicolas nicky",
    "nuri nouri",
    "oleg oleh aleh",
    "olga olha volha",
    "omar umar omer",
    "osama usama ossama oussama",
    "osman othman uthman",
    "pamela pam",
    "patricia pat patty trish",
    "patrick pat paddy",
    "paul pavel pavlo paval",
    "peter pyotr petr petro pete piotr",
    "philip phillip phil",
    "qasem qassem qasim qassim kassem kasem ghassem",
    "rashid rasheed rashed rachid",
    "rafael raphael rafi",
    "raymond ray",
    "rebecca becky",
    "richard dick rick rich ricky",
    "robert bob rob robert bobby bert robbie",
    "ronald ron ronnie",
    "said saeed sayed syed sayyid sayyed seyed",
    "salah saleh salih",
    "samuel sam sammy shmuel",
    "sandra sandy",
    "semyon semen simeon",
    "sergei sergey serhiy serhii siarhei sergiy sergej serge",
    "stanislav stanislau stanislaw stas",
    "stephen steven steve stefan stepan",
    "sulaiman suleiman suleyman soleiman sulayman",
    "susan sue susie",
    "svetlana svitlana sviatlana",
    "tarik tareq tariq tarek",
    "tatiana tatyana tetiana tetyana tatsiana",
    "terence terry",
    "theodore ted teddy theo",
    "theresa teresa terry tessa",
    "thomas tom tommy",
    "timothy tim tymofiy timofey",
    "valery valeri valeriy valerii valeriya",
    "vasily vasili vasyl vasiliy vasilii vasil",
    "victor viktor viktar vic",
    "victoria vicky viktoria viktoriia viktoriya",
    "vincent vince vinnie",
    "virginia ginny",
    "vitaly vitali vitaliy vitalii",
    "vladimir volodymyr uladzimir wladimir volodimir",
    "vladislav vladyslav uladzislau",
    "vyacheslav viacheslav vyachaslau",
    "walter walt wally",
    "walid waleed",
    "william bill will billy willie liam",
    "yaroslav iaroslav jaroslav",
    "yasser yasir yaser",
    "yusuf yousef youssef yusef yousuf yusif",
    "zachary zach zack",
    "zainab zeinab zaynab",
    "zinovy zinoviy",
)
GIVEN = {
    form: frozenset(row.split()[0] for row in GIVEN_NAMES if form in row.split())
    for form in " ".join(GIVEN_NAMES).split()
}
ARABIC_NAMES = frozenset(
    form
    for row in GIVEN_NAMES
    if row.split()[0]
    in {
        *(
            "abdul",
            "abdullah",
            "ahmed",
            "ali",
            "ayman",
            "aziz",
            "bashar",
            "faisal",
            "hamid",
            "hassan",
            "hosni",
            "hussein",
        ),
        *("ibrahim", "ismail", "khaled", "khalifa", "mahmoud", "mohammed", "muammar", "mustafa", "nasser", "nuri"),
        *(
            "omar",
            "osama",
            "osman",
            "qasem",
            "rashid",
            "said",
            "salah",
            "sulaiman",
            "tarik",
            "walid",
            "yasser",
            "yusuf",
        ),
        *("jamal", "zainab"),
    }
    for form in row.split()
    if form not in {"al", "gamal"}
)
FEMININE = words("""
    agnes alice alicia alison amanda amy angela anastasia anita anna anne annie barbara beatrice benazir betty brenda
    brigitte camilla carla carol caroline carolyn carrie catherine charlotte cheryl christina christine claire claudia
    cristina daria darya deborah denise diana dilma donna doris dorothy eleanor elena eleni elizabeth ellen emily emma
    erika esther eva evelyn evita florence frances galina gloria grace hannah heather helen helena hillary ingrid
    irina isabel isabella ivanka jacqueline jane janet janice jean jenna jennifer jessica jill joan joanna joanne
    judith judy julia julie karen kate katherine kathleen kathryn kathy kellyanne ksenia larisa laura lauren lillian
    linda lisa louise lucia lucy ludmila lyudmila madeleine malia margaret maria mariya marine marion martha mary
    megan meghan melania melinda melissa michelle monica nadia nancy naomi natalia natalya natasha nicole nina olena
    olga olha oksana patricia paula phyllis priscilla rachel rebecca rita rosa rose ruth sally samantha sara sarah
    sharon sheila shirley silvia simone sofia sonia sophia sophie stella stephanie susan svetlana sviatlana sylvia
    tatiana tatyana teresa theresa tipper tiffany ursula valentina vera veronica victoria virginia wendy winnie yelena
    yulia yuliya zeinab zoe asma fatima aisha khadija leila layla maryam rania
    """)
MASCULINE = words("""
    aaron abdullah abraham adam adrian ahmed al alan albert aleksandr alejandro alexander alexei alfred ali allen
    andrei andrew anthony antonio arnold arthur barack bashar benito benjamin bernard bill bob boris brad brandon
    brian bruce bryan carl carlos charles christopher colin craig dan daniel david denis dennis derek diego dmitry
    dominic donald douglas dwight ed edward emmanuel eric ernest eugene felipe fernando francisco frank franklin fred
    frederick gary geoffrey george gerald gerhard gordon graham greg gregory hafez hassan harold harry henry herbert
    howard hugh hussein ian igor ivan jack jacob jacques jaime james jason jeff jeffrey jim jimmy joe joel john
    jonathan jorge jose joseph joshua juan julian justin karl keith kenneth kevin kyle lars larry laurent lawrence
    leonard leonid louis luis luke manuel marco marcus mario mark martin matthew max michael miguel mike mikhail
    mohammed muhammad nathan neil nelson nicholas nick nicolas nigel nikolai norman oleg oleksandr oliver omar osama
    oscar otto pablo patrick paul pavel pedro peter philip phillip ralph raymond recep ricardo richard robert roberto
    roger ronald roy russell ryan saddam samuel scott sean sergei sergey simon stanley stephen steve steven stuart ted
    terry thomas tim timothy todd tom tony victor viktor vincent vitaly vladimir volodymyr walter warren wayne william
    yuri zachary
    """)
# Surnames that stand first as often: "Taylor Grant" and "Grant Taylor" are two.
SURNAMES_TOO = words("""
    hamilton lewis carter taylor jordan morgan kelly lloyd grant clark dean dylan logan mason hunter parker tyler wilson
    jackson madison lincoln jefferson harrison reagan kennedy cameron campbell blake brooks cooper davis elliott ellis
    evans harper hayes murray nelson owen quinn reed riley spencer sullivan travis wallace west young franco
    """)
FIRST_NAMES = FEMININE | MASCULINE | SURNAMES_TOO | frozenset(GIVEN)
