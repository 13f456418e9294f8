"""Which phrase says what a number measures, weighed among those that may."""

from figtrail.extraction.choosing.describing import Sign
from figtrail.extraction.choosing.setting import Setting
from figtrail.extraction.choosing.signs import Option, read_others, read_ruled, read_setting
from figtrail.extraction.choosing.weighing import choose_phrase

__all__ = [
    "Option",
    "Setting",
    "Sign",
    "choose_phrase",
    "read_others",
    "read_ruled",
    "read_setting",
]
