"""Places by which something elsewhere is measured, judged, told or moved: "the size of Wales"."""

from __future__ import annotations

import re
from functools import lru_cache

from figtrail.extraction.places.words import is_number, load_words
from figtrail.patterns import compile_late

# So many characters before a name are read for what measures by it.
_REACH = 60
# So many characters before a name the figure may stand that its place only moves.
_CAUSE_REACH = 120
_SIZE_OF = compile_late(
    r"\b(?:size|footprint|(?:twice|half|triple|times|roughly|about) the (?:area|population)) of"
    r" (?:[a-z' ]{1,30} (?:of|in) )?(?:the )?$|\b(?:larger|bigger|smaller) than (?:[a-z' ]{1,30}"
    r" (?:of|in) )(?:the )?$|\bas (?:big|large|small) as (?:[a-z' ]{1,30} (?:of|in) )(?:the )?$"
)
# "A surgeon in Leeds who was not involved called it solid".
_UNINVOLVED = compile_late(r",? who (?:was not|wasn['’]t|were not|is not|did not take|had no) ")
# So many characters before a place who works there is called an expert.
_EXPERT_REACH = 80
_WORD = compile_late(r"[a-z-]+")
_CAUSE = compile_late(
    r"(?:\b(?:thanks|owing|due) (?:largely |partly |mainly )?to|\bbecause of|\bon the back of"
    r"|\b(?:amid|amidst|despite|following|after|as)"
    r"|\bon(?= (?:strong|weak|firm|soft|robust|solid|hopes|fears|worries|concerns?|news|talk)\b)"
    r"|[ ,](?:helped|hurt|hit|driven|lifted|buoyed|boosted|dented|dragged|fuelled|fueled|spurred"
    r"|squeezed|weighed|undermined)(?: (?:mainly|partly|largely|again|down|up))? by"
    r"|[ ,](?:blaming|citing)) [^,;.:\d£$€]{3,60}?(?: in| at| across| over| off| around)"
    r" (?:the )?(?:[a-z]+ern )?$"
)
# "Helped by sales in Japan,", "It blamed a strike in Oman as profit": what moves a firm's figures.
_CITED = compile_late(
    r"(?:^|[;:] |\b(?:said|that) )(?:despite|thanks (?:largely |partly )?to|owing to|due to|amid"
    r"|because of|on the back of|excluding|stripping out|blaming|citing|(?:boosted|helped|hurt|hit"
    r"|buoyed|lifted|driven|dented|dragged down|weighed down|squeezed|spurred|fuelled|fueled) by)"
    r" [^,;.:\d£$€]{3,70} (?:in|at|across|from) (?:the )?(?:[a-z]+ern )?$"
    r"|\b(?:blam(?:ed|es)|cit(?:ed|es)) [^;.:\d£$€]{3,70} (?:in|at|across|from) (?:the )?$"
)
# What may stand before a place, "the" and "western" between.
_LEADING = frozenset(["in", "at", "across", "over", "off", "around", "from"])
_LEADS = 3
# So many characters before a name what was told there may begin.
_TOLD_REACH = 90
_PAPERS = (
    r"reports?|stud(?:y|ies)|survey|appeal|findings|paper|treaty|agreement|pact|accord|budget|figures"
    r"|data|deal|index|results|statement|research|declaration|communique|strategy|roadmap|review"
)
_ISSUED = "released|launched|published|presented|unveiled|signed|issued|announced|adopted|tabled"
_TOLD_THERE = compile_late(
    rf"\b(?:(?:{_PAPERS})\b[^,.;]{{0,30}},? (?:[a-z]+ly )?(?:{_ISSUED})"
    r"|(?:told|telling|briefed) (?:(?:an?|the) )?(?:[a-z]+ )?(?:reporters|journalists|press"
    r"|investors|delegates|bankers|lawmakers|executives|leaders|supporters|students|graduates"
    r"|farmers|activists|audience|crowd|conference|congress|rally|meeting|summit|forum|seminar"
    r"|briefing|gathering|event)"
    r"|(?:speaking|testifying|spoke)(?: (?:to|with) [a-z ]{3,30})?"
    r"|(?:addressing|unveiling|presenting|briefing) [a-z ]{3,40}"
    r"|(?<!was )(?<!were )(?:said|announced)"
    r"|since [a-z' -]{0,40}\b(?:[a-z]{3,}ed|began|broke out|took|fell|struck)(?: [a-z]+){0,2}"
    r"|(?:modell?ed|patterned|styled) on [a-z ]{2,20}) (?:in|at) (?:the )?$"
)
_THERE = (" in ", " at ", " in the ", " at the ")
_THEN = compile_late(r"[^,.;\d]{0,30}, |(?: [a-z]+){0,2} (?:as|for|after|when)\b")
_COSTS = compile_late(
    r"(?: [a-z'-]+){0,3}? (?:cost|costs|costing) (?:the|its) (?:[a-z-]+ )?(?:group|company|firm"
    r"|airline|carrier|bank|chain|retailer|maker|carmaker|operator|miner|business|lender|insurer"
    r"|brand)\b"
)
_MOVED_BY = compile_late(r"\d[^;.]{0,60}$")
_BOUND_FOR = compile_late(r"\b(?:bound|destined|earmarked|headed|meant|intended) for [a-z]")
_AGENT = compile_late(
    r"\b[a-z]+(?:ed|en|un|lt|ld|ade|aught|ound|et) by (?:(?:its|the|an?|their|his|her|two|three"
    r"|several|another|one) )?(?:(?!of )[a-z-]+ ){0,2}$"
)


def is_size_of(low: str, start: int) -> bool:
    """See "a crater the size of the city of Denver", "as big as parts of Wales"."""
    return _SIZE_OF.search(low, max(0, start - _REACH), start) is not None


def is_uninvolved(low: str, end: int) -> bool:
    """See "a surgeon in Leeds who was not involved": who judges what was found elsewhere."""
    return _UNINVOLVED.match(low, end) is not None


def is_expert(low: str, start: int, end: int) -> bool:
    """See "an economist in Voi, who expects": where experts work tells nothing of what they do."""
    before = low[max(0, start - _EXPERT_REACH) : start].rpartition('"')[2]
    if load_words().expert.isdisjoint(_WORD.findall(before)):
        return False
    return _judges().match(low, end) is not None


@lru_cache(maxsize=1)
def _judges() -> re.Pattern[str]:
    """What an expert's place stands before: ", who expects", " is gloomier"."""
    verbs = "|".join(sorted(load_words().judging))
    return re.compile(
        rf"(?:, who|,? which|, and)? ?(?:(?:also|now|has|had|have|still|long) )*?\b(?:(?:{verbs})\b"
        r"|(?:is|are|was|were) (?:less |more |even )*(?:gloom|optimis|pessimis|cautious|bullish"
        r"|bearish|sceptical|skeptical|upbeat|hopeful))"
    )


def is_told_there(low: str, start: int) -> bool:
    """See "the appeal, launched in Geneva", "told reporters in Abuja", "since war began in Juba".

    What is told, signed or presented somewhere isn't there, nor what has been since it began there
    or is only modelled on what is there.
    """
    if not low.endswith(_THERE, 0, start):
        return False
    return _TOLD_THERE.search(low, max(0, start - _TOLD_REACH), start) is not None


def is_cited(low: str, start: int, end: int) -> bool:
    """See "Helped by sales in Japan, profit rose": what moves a firm's figures is elsewhere."""
    if _COSTS.match(low, end):
        return True
    if _THEN.match(low, end) is None:
        return False
    match = _search_before(_CITED, low, start)
    return match is not None and not load_words().trade.isdisjoint(_WORD.findall(match[0]))


def is_cause(low: str, start: int, end: int) -> bool:
    """See "onions rose 4% owing to floods in Assam": what moves a price or a share elsewhere."""
    if is_cited(low, start, end):
        return True
    match = _search_before(_CAUSE, low, start)
    if match is None:
        return False
    before = low[max(0, match.start() - _CAUSE_REACH) : match.start()]
    return _MOVED_BY.search(before) is not None and _moves().search(before) is not None


def _search_before(pattern: re.Pattern[str], low: str, start: int) -> re.Match[str] | None:
    """What a preposition ends right before a place: "owing to floods in", "in western"."""
    left = max(0, start - _CAUSE_REACH)
    if _LEADING.isdisjoint(low[left:start].rsplit(None, _LEADS)[-_LEADS:]):
        return None
    return pattern.search(low, left, start)


@lru_cache(maxsize=1)
def _moves() -> re.Pattern[str]:
    """What tells that a figure is of a movement: "fell", "a drop of"."""
    verbs = "|".join(sorted(load_words().price_move, key=len, reverse=True))
    return re.compile(
        rf"\b(?:{verbs}|grew|shrank|lost|swelled|increased?|decreased?|declined?|halved|doubled)\b"
    )


def is_bound_for(low: str, end: int, before: list[str]) -> bool:
    """See "40 were earmarked for China, 12 for Spain": the number behind goes there too."""
    head = before[-2] if len(before) > 1 else ""
    return is_number(head) and _BOUND_FOR.search(low, 0, end) is not None


def is_agent(low: str, start: int, end: int) -> bool:
    """See "owned by an American fund": who did it, wherever they did; households are at home."""
    if _AGENT.search(low, max(0, start - _REACH), start) is None:
        return False
    words = load_words()
    following = low[end : end + _REACH].split(" ", 3)[1:3]
    return words.peopled.isdisjoint(following) and words.people_noun.isdisjoint(following)
