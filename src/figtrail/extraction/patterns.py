"""Patterns that are compiled late, under the name by which the modules of extraction know them."""

from figtrail.patterns import LatePattern, compile_late

__all__ = ["LatePattern", "compile_late"]
