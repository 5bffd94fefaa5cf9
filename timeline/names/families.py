"""Family names, as data: those written first, and spellings of one Korean family name."""

from __future__ import annotations

from timeline.names.words import words

CHINESE = words("""
    xi li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin luo deng mao jiang wen peng cai bo
    cao chang chiang chou chu deng ding dong du fan fang feng fu gao gu han hao hou hsu hua jia kong lai lei liang lu
    lü ma mei meng pan qian qin qiu ren shao shen shi song su tan tang tao teng tian tsai tsao wan wei xia xiao xie
    xue yan yao ye yin yu yuan zeng zheng zhong zou
    """)
# One family's spellings a row.
KOREAN = (
    "kim gim",
    "park pak bak",
    "lee yi rhee ri li rhie",
    "choi choe choy",
    "jung chung jeong chong",
    "moon mun",
    "yoon yun youn",
    "roh no noh",
    "ban pan",
    "kang gang",
    "cho jo",
    "shin sin",
    "ahn an",
    "oh o",
    "seo suh so",
    "kwon gwon",
    "ryu yu yoo you",
    "lim im rim yim",
    "woo u wu",
    "jeon chun chon jun",
    "paik baek back paek",
    "jang chang",
    "han hahn",
    "song",
    "hong",
    "son sohn",
    "hwang",
    "nam",
    "ko go koh",
    "hyun hyon hyeon",
    "ho huh heo hur",
    "cha",
    "chu choo joo ju",
    "min",
)
VIETNAMESE = frozenset({"nguyen", "tran", "pham", "le", "vo", "ngo", "dang", "bui", "dinh", "phan", "vu", "truong"})
KOREAN_FAMILY = {form: row.split()[0] for row in KOREAN for form in row.split()}
FAMILY_FIRST = CHINESE | VIETNAMESE | frozenset(KOREAN_FAMILY)
# Family names that stand alone before one long given name without a sign that it is one: "Xi Jinping", not "Han Solo".
PLAINLY_FIRST = words("""
    xi li wang zhang liu yang huang zhao wu zhou xu zhu hu guo luo deng mao jiang wen peng cai choi jung moon yoon ban
    nguyen tran pham
    """)
# Spanish and Portuguese fathers' names, which stand before mothers' names and are not given names.
IBERIAN = words("""
    garcia rodriguez fernandez lopez gonzalez hernandez martinez perez sanchez ramirez torres flores rivera gomez diaz
    reyes morales ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez vazquez castillo jimenez moreno romero
    herrera medina aguilar castro vargas guzman mendez munoz salazar garza soto vega pena rojas delgado nunez guerrero
    contreras estrada rubio dominguez molina rios suarez serrano peralta ortega navarro iglesias maduro calvo
    cabrera calderon salinas kirchner zapatero rajoy aznar pinera bachelet ocasio
    """)
# Family names that sound alike and are spelt as their bearers spell them.
OWN_SPELLING = words("""
    smith smyth smythe brown browne clark clarke green greene reid reed read stewart stuart philips phillips allen allan
    thompson thomson davis davies hansen hanson jensen jenson petersen pedersen peterson larsen larson andersen anderson
    schmidt schmitt schmid meyer mayer maier meier taylor tayler tailor payne paine lind lindh cook cooke wolf wolfe
    moore more gray grey pearce pierce price pryce white whyte wright right byrne burn burns johnson johnston
    """)
