"""Whether a sentence looks ahead at a place: "will open in August" or "opened in August"."""

from __future__ import annotations

from figtrail.extraction.periods.tokens import compile_shape

# How many tokens away a verb may be: enough for a clause, and it keeps long texts linear.
_REACH = 30
# "Will cut", "expected to hit": a form that is past elsewhere belongs to what is ahead.
_CUES = (
    "(?P<ahead>MODAL BEHIND|(?:MODAL|(?<![FOR OF IN ON AT BY OVER FROM])AHEAD"
    # "Waiting for planned surgery" says which, and nothing of what is ahead.
    "|AHEAD(?![LOWER PLURAL])|"
    "(?<![BEHIND OF THE AN DETERMINER POSSESSIVE])OUTLOOK)"
    "(?:OF.{{1,6}}?BEHIND|LOWER?PERFECT BEHIND|TO BEHIND)?"
    "|(?<!TO)MEET|WARNED OF|[BE READY APPROXIMATELY]TO BEHIND?{})|"
    "(?<![DASH INFINITIVE AN THE FOR OF IN ON AT BY OVER FROM DETERMINER BEHIND BE])[{}]"
)
_CUE = compile_shape(_CUES.format("", "BEHIND PROMISED WARNED"))
# Before a term, "agreed to build", "voted to close" and "promised" look ahead as well.
_TERM_CUE = compile_shape(_CUES.format("|BEHIND TO(?=LOWER)|PROMISED", "BEHIND WARNED"))

_NEW_CLAUSE = compile_shape("COMMA AND")


def looks_ahead(shape: str, place: int, *, unsaid: bool = False) -> bool:
    """Whether the verb nearest before a token, else the first after it, speaks of the future.

    `unsaid` is the answer where no verb says it.
    """
    nearest = None
    for cue in (_TERM_CUE if unsaid else _CUE).finditer(
        shape, max(0, place - _REACH), place + _REACH
    ):
        if nearest is not None and cue.start() >= place:
            if _NEW_CLAUSE.search(shape, nearest.end(), place) is None:
                break
            # What stands before ", and" speaks of another time.
            return cue["ahead"] is not None
        nearest = cue
    return unsaid if nearest is None else nearest["ahead"] is not None
