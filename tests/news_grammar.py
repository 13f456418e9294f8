"""Sentences as news has them and worse: every shape of number, unit and date beside every word.

What is built here states whatever it happens to state: it is read for what must hold of any text.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

WORDS = (
    "the council spent £5m 40 homes on in Leeds 2019 last year about a third of children, said "
    "per cent 12% rose from to by more than “ ” . ; - – — ( ) ½ 3/4 two-thirds one five out "
    "minus million bn $ € ₹ 1,200 1,23,456 10.5 25p a week per 1,000 residents doubled half "
    "section 47 aged 16 Jan. Mr No. Smith 62 9.30am 2-1 \n \u00a0 km °C twenty six hundred and "
    "thousand point score dozen 's was were will until since nearly up"
).split(" ")
_FUNCTION_WORDS = (
    "a about above across after against all almost also among and another any around as at "
    "before below between both but by can compared could during each either every except few "
    "fewer first for former further half he how if in including into it its last least less many "
    "may more most nearly next no nor not of off on one only or other over past per plus roughly "
    "she since so some such than that the their then there these they this those through to "
    "under until up versus was were what when where which while who with within would yet"
).split()
_NOUNS = (
    "homes people pounds shares turnout deaths section page flight magnitude score majority odds "
    "age quarter decade century winner margin fiscal"
).split()
_VERBS = (
    "rose fell said cost paid is was stood doubled halved lost beat won expects closed opened put "
    "raised added told according warned claimed"
).split()
_NAMES = (
    "Leeds|New York|U.S.|India|Mr Smith|Cllr Ann O’Neil|Ofsted|Six Nations|Arsenal|A1|May|March"
    "|Will|Section|São Paulo|LEEDS|iPhone|Smith & Sons"
).split("|")
_MARKS = (
    ", . ; : ! ? … - – — ( ) [ ] “ ” ‘ ’ \" ' « / | & @ # * • → % ‰ ^ _ ~ .” ?! \n \n\n \r\n \t "
    "\u00a0 \u2009 \u202f \u200b \ufeff \u2028 \x00 \x1c \x85 \u0301 \u200d \u202e 😀 🇬🇧 שלום "
    "عليكم 中文 İ ß ﬁ Å \U0010ffff"
).split(" ")
_SIGNS = "£ $ € ¥ ₹ ₦ US$ A$ R Rs Rs. USD GBP kr N ₿ XYZ$ - − – ± ~ < ≥ # @ . minus".split()
_UNITS = (
    "%| %| per cent| percentage points|bps|p|c|km|km/h|m²| sq ft| acres|kg| tonnes|°C|C|’|”|m|k|bn"
    "|tn| million| lakh crore| dozen| years|-week|-year-old|-bedroom|-fold| times|x| people"
    "| of the children| in 10|/10| out of ten| a year| per 100,000|/month|pa| pounds| yen|-odd|+|am"
    "| o’clock|th|s| and a half| or so| at least| times as many|e5|e¹| × 10^6| × 10^¹|¹|²|[2]|*"
).split("|")
_MONTHS = "January May March Sept. Dec February".split()
_COUNTS = (
    "one two seven twelve twenty ninety hundred thousand million dozen lakh half quarter third "
    "zero couple score"
).split()
_UNUSUAL_DIGITS = "٠٣٥ １２ 2٠19 ¹ 1²3 ① ⅻ 𝟙𝟚 Ⅳ ½ ⅐ 三百 2½ 9-1/4 7¹/10 6²/3 0/3 3/0".split()
_UNUSUAL_NUMBERS = (
    "0 00 0.0 .5 5. 1..2 1,2 1,,000 1,0000 1.2.3 0x1F 24/7 9/11 0800 COVID-19 F-35 M25 H1 Q4 "
    "192.168.0.1 1-1-1 71,186.50 1,430.15 9.30am 21:45 2-1 1e5"
).split()
_WHOLE = st.one_of(st.integers(0, 31), st.integers(0, 2200), st.integers(0, 10**12))
_YEAR = st.integers(1000, 2200)


def _written(number: int, style: str) -> str:
    return f"{number:,}".replace(",", style)


def _numbers() -> st.SearchStrategy[str]:
    shapes = st.one_of(
        _WHOLE.map(str),
        st.builds(_written, _WHOLE, st.sampled_from((",", " ", "\u202f", "'", "."))),
        st.builds("{:,}.{:02}".format, _WHOLE, st.integers(0, 99)),
        st.builds("{}{}{}".format, _WHOLE, st.sampled_from("-–/:."), _WHOLE),
        st.lists(st.sampled_from(_COUNTS), min_size=1, max_size=4).map("-".join),
        st.lists(st.sampled_from(_COUNTS), min_size=1, max_size=4).map(" ".join),
        st.sampled_from(_UNUSUAL_DIGITS),
        st.sampled_from(_UNUSUAL_NUMBERS),
    )
    signs = st.sampled_from(("", "", *_SIGNS))
    return st.builds("{}{}{}".format, signs, shapes, st.sampled_from(("", "", *_UNITS)))


def _dates() -> st.SearchStrategy[str]:
    units = st.sampled_from("years months weeks days quarters decades".split())
    months = st.sampled_from(_MONTHS)
    ways = st.sampled_from("ago earlier later before".split())
    steps = st.integers(1, 99_999)
    kinds = st.sampled_from(("the last", "the previous", "the next", "the first", "within"))
    parts = st.sampled_from(
        ("last", "next", "the first quarter of", "early", "the year to", "the second half of")
    )
    return st.one_of(
        st.builds("{} {} {}".format, st.integers(0, 33), months, _YEAR),
        st.builds("{} {}, {}".format, months, st.integers(0, 33), _YEAR),
        st.builds("{}-{:02}-{:02}".format, _YEAR, st.integers(0, 13), st.integers(0, 32)),
        st.builds("{}/{}/{}".format, st.integers(0, 32), st.integers(0, 13), _YEAR),
        st.builds("{}-{:02}".format, _YEAR, st.integers(0, 99)),
        st.builds("the {}0s".format, st.integers(0, 999)),
        st.builds("{} {} {}".format, steps, units, ways),
        st.builds("{} {} {}".format, kinds, steps, units),
        st.builds("in the {} {} to {} {}".format, steps, units, months, _YEAR),
        st.builds("{} {}".format, parts, st.sampled_from((*_MONTHS, "year", "month", "2019"))),
        st.sampled_from(("yesterday", "on Tuesday", "tomorrow", "last week", "Q2", "Easter")),
    )


def _speech() -> st.SearchStrategy[str]:
    words = st.lists(_numbers(), min_size=1, max_size=3).map(" ".join)
    names = st.sampled_from((*_NAMES, "he", "she", "d"))
    return st.builds("“{},” said {} .".format, words, names)


PIECES = st.one_of(
    _numbers(),
    _numbers(),
    _dates(),
    _speech(),
    st.sampled_from(_FUNCTION_WORDS),
    st.sampled_from((*_NOUNS, *_VERBS, *_NAMES)),
    st.sampled_from(_MARKS),
    st.sampled_from(WORDS),
)
_JOINTS = st.sampled_from((" ", " ", " ", " ", "", ", ", "-", ". "))
SENTENCES = st.lists(st.tuples(PIECES, _JOINTS), max_size=14).map(
    lambda pairs: "".join(piece + joint for piece, joint in pairs)
)
# The calendar's ends among them: an article may claim any date.
PUBLISHED = st.sampled_from(
    (None, date(2024, 2, 29), date(1900, 3, 1), date(1, 1, 1), date(9999, 12, 31))
)
PLACES = st.sampled_from((None, "Leeds", "India", "(", "１"))
NATIONS = st.sampled_from((None, "England", "United States", "India"))
