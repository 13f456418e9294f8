"""Words around a date that put it ahead without a verb of the future: "26 for Friday"."""

from __future__ import annotations

from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.periods.tokens import CODE, Tokens
from figtrail.patterns import compile_late

# How many characters on either side are looked at.
_LEFT, _RIGHT = 120, 60
# How many tokens before a date may hold a verb of the past, beside which a form such as "open" or
# "play" is none of the present.
_TOKENS = 30
_BEHIND = CODE["BEHIND"]
_DUE_VERBS = "|".join(read_sections("dating_words.txt")["timetable verbs"])
# Behind one of these what looks like a verb is none: "the rise to", "a 4% rise to".
_NOUN_LEADS = "|".join(read_sections("dating_words.txt")["noun leads"])
_EVENTS = "|".join(read_sections("dating_words.txt")["fixtures"])
# Words none of which is a form of the past or opens another clause.
_NO_PAST = (
    r"(?:(?!\b(?:was|were|had|has|have|did|after|since|until|when|who|which|that|than|from|said"
    r"|told|as|if|but)\b|[\w-]+ed\b)[^\s.;:,()]+\s){0,8}?"
)
# "Six hundred contractors leave by December", "parking ends on eight streets at 8am on Monday".
_TIMETABLED = compile_late(
    rf"(?:^|\s)(?!(?i:{_NOUN_LEADS}|\d\S*)\s)[\w’'.-]+\s"
    rf"(?:{_DUE_VERBS})\s{_NO_PAST}(?:(?:on|in|at|by|for|from)\s)?(?:the\s)?(?:end\sof\s)?\Z"
)
# "A cabinet of 15 to be sworn in on Monday", "80% target set for November 1", "come Wednesday".
_MEANT = compile_late(
    r"(?:(?<!was\s)(?<!were\s)(?<!had\s)(?<!is\s)\bto be \w+(?: \w+){0,3}? (?:(?:on|in|by|for) )?"
    r"(?:the end of )?|\b[Cc]ome )\Z"
)
_AIMED = compile_late(
    r"\btargets?\b(?:\s(?:of|is|at)\b)?[^.;,]{0,30}?(?:\bset\s)?\b(?:for|by)\s(?:the\send\sof\s)?\Z"
)
# "Had cancelled 184 flights for Tuesday", but "data for Friday", "the figure for Monday".
_FOR = compile_late(
    r"(?<!figure\s)(?<!figures\s)(?<!data\s)(?<!price\s)(?<!total\s)(?<!count\s)\b[Ff]or\s\Z"
)
_FIXTURE = compile_late(rf"['’]s?\s(?:[\w-]+\s){{0,3}}?(?:{_EVENTS})\b")
_OWNED = compile_late(r"['’]")
# "Sunday closes with", "Saturday's stage 14 covers", "on November 30, when they will be".
_FOLLOWED = compile_late(
    r"(?:['’]s?\s(?:[\w-]+\s){1,3}?|\s)(?:is|brings|opens|closes|starts|begins|ends|features"
    r"|covers|gets|hosts|takes)\s(?!said\b|told\b|over\b)"
)
_WHEN = compile_late(r",\swhen\s(?:\w+\s){1,4}(?:will|are|is)\b")


def is_timetabled(tokens: Tokens, place: int) -> bool:
    """Whether the present tense before a date tells what is to be: "tickets rise to £22 in May"."""
    start = tokens.start(place)
    left = tokens.sentence[max(0, start - _LEFT) : start]
    if _MEANT.search(left) is not None or _AIMED.search(left) is not None:
        return True
    told = _BEHIND in tokens.shape[max(0, place - _TOKENS) : place]
    return not told and _TIMETABLED.search(left) is not None


def is_awaited(tokens: Tokens, place: int, end: int) -> bool:
    """Whether a day from one token to before another is spoken of as one that comes."""
    start, stop = tokens.start(place), tokens.end(end - 1)
    left = tokens.sentence[max(0, start - _LEFT) : start]
    right = tokens.sentence[stop : stop + _RIGHT]
    if is_to_be(tokens, end):
        return True
    if _FOR.search(left) is not None:
        return _OWNED.match(right) is None or _FIXTURE.match(right) is not None
    opens = not left.strip("*•-– ")
    return opens and _FOLLOWED.match(right) is not None


def is_to_be(tokens: Tokens, end: int) -> bool:
    """Whether what follows a date tells that it comes: "on November 30, when they will be"."""
    stop = tokens.end(end - 1)
    return _WHEN.match(tokens.sentence[stop : stop + _RIGHT]) is not None
