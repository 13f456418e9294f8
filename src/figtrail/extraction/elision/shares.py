"""The unit of a share whose noun is elided: of the sum that changes, or of who acts."""

from __future__ import annotations

from figtrail.extraction.elision.antecedents import Antecedent, Unit
from figtrail.extraction.elision.continuing import is_held_against
from figtrail.extraction.elision.persons import are_persons
from figtrail.extraction.lexicon import read_sections
from figtrail.extraction.measured import Measured
from figtrail.extraction.quantities import Reading
from figtrail.extraction.tokens import Tokens

_OPINING = frozenset(read_sections("nouns.txt")["opining"])
_PRESENT = frozenset(read_sections("people.txt")["present_acts"])
# How many words of a predicate tell that persons answer: "would not name anyone".
_NEAR = 4
_VERBAL = frozenset(("predicate", "clause"))


def find_elided_share(
    tokens: Tokens,
    reading: Reading,
    measured: Measured,
    antecedent: Antecedent | None,
    *,
    beside: bool,
) -> Unit | None:
    """The unit of a share whose noun is elided: of the sum that changes, or of who acts."""
    if beside and antecedent is not None and is_held_against(tokens, reading):
        # "$214,000, barely half that of its rival".
        return Unit("ratio", antecedent.unit)
    if beside and antecedent is not None and measured.rule == "gapped":
        # "R$310 a tonne, up by a fifth": the price changes, not its denominator.
        if antecedent.kind == "money":
            return Unit("ratio", antecedent.unit)
    elif measured.rule in _VERBAL:
        if not _OPINING.isdisjoint(
            tokens.lowers[measured.start : min(measured.start + _NEAR, measured.stop)]
        ):
            return Unit("ratio", "person")
        if tokens.lowers[measured.start] in _PRESENT:
            # "A third wait longer".
            return Unit("ratio", "person")
        known = antecedent is not None and antecedent.noun not in (None, "item")
        linked = not known and tokens.lowers[measured.start] in _BEING
        if linked and (are_persons(tokens, measured, None) or _are_aged(tokens, measured)):
            # "One-fifth were children", "a third are under 30".
            return Unit("ratio", "person")
        return _shared_out(reading, antecedent, beside=beside)
    return None


def _are_aged(tokens: Tokens, measured: Measured) -> bool:
    """Whether a predicate tells an age: "(a third) were under 30", "… aged 60 or over"."""
    at = measured.start + 1
    aged = at < len(tokens.words) and tokens.lowers[at] in _AGES
    return aged and "M" in tokens.tags[at + 1 : at + 1 + _AGED]


_BEING = frozenset(("is", "are", "was", "were"))
_AGES = frozenset(("aged", "under", "over", "younger", "older"))
# How many tokens behind it the number of years may stand.
_AGED = 3


def _shared_out(reading: Reading, antecedent: Antecedent | None, *, beside: bool) -> Unit:
    """A proportion that is itself the subject: of what was counted before, else of persons."""
    if antecedent is not None and antecedent.noun is not None and antecedent.noun != "item":
        return Unit("ratio", antecedent.noun)
    if reading.number.form == "proportion":
        return Unit("ratio", "person")
    shared = antecedent is not None and antecedent.kind != "percentage"
    # "The average time was nine minutes. Under half were reached in time."
    timed = antecedent is not None and antecedent.kind == "duration"
    shared = shared and (beside or not timed)
    return Unit("ratio", antecedent.unit if antecedent is not None and shared else "item")
