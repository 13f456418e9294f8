"""What a bare number counts: its unit, kind and denominator, or those of the figure before it."""

from figtrail.extraction.elision.antecedents import Antecedent, Unit
from figtrail.extraction.elision.asked import Asked
from figtrail.extraction.elision.bare_units import is_amount
from figtrail.extraction.elision.heads import noun_unit
from figtrail.extraction.elision.resolving import resolve_unit

__all__ = ["Antecedent", "Asked", "Unit", "is_amount", "noun_unit", "resolve_unit"]
