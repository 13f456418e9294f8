"""Which phrase says what a number measures, weighed among those that may."""

from figtrail.extraction.choosing.phrases.setting import Setting
from figtrail.extraction.choosing.phrases.signs import Option, read_others, read_ruled, read_setting
from figtrail.extraction.choosing.phrases.weighing import choose_phrase

__all__ = [
    "Option",
    "Setting",
    "choose_phrase",
    "read_others",
    "read_ruled",
    "read_setting",
]
