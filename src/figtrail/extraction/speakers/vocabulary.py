"""The words that tell who states something, read once from `lexicon/speakers.txt`."""

from __future__ import annotations

from typing import Final

from figtrail.extraction.lexicon import read_sections

_CLASSES: Final = read_sections("speakers.txt")


def _words(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _CLASSES[name])


VERB_CLASSES: Final = (
    "of",
    "state",
    "assert",
    "content",
    "evidence",
    "tell",
    "expect",
    "voice",
)
VERBS: Final[dict[str, str]] = {word: name for name in VERB_CLASSES for word in _CLASSES[name]}
# Present forms in -s that are verbs of saying and nothing else.
SAYING: Final = frozenset(w for w in VERBS if w.endswith("s")) - _words("ambiguous")

TITLES_MALE: Final = frozenset(word.lower() for word in _CLASSES["title male"])
TITLES_FEMALE: Final = frozenset(word.lower() for word in _CLASSES["title female"])
TITLES: Final = TITLES_MALE | TITLES_FEMALE | frozenset(word.lower() for word in _CLASSES["title"])

REVISIONS: Final = _words("revise")
FORESEEING: Final = _words("foresee", "await")
AWAITING: Final = _words("await")
GUIDING: Final = _words("guide")
FORECASTERS: Final = _words("forecaster")
FORESEEN: Final = _words("foreseen")
FORECASTS: Final = _words("forecast noun")
RESULTS: Final = _words("result")
POLLS: Final = _words("poll")
HAVING: Final = frozenset({"has", "have", "had"})
POLLING: Final = _words("polling")
ANSWERING: Final = _words("answer")
APPEALING: Final = _words("appeal")
WISHES: Final = _words("wish")
PEOPLE: Final = _words("people")
RULERS: Final = _words("ruler")
INSTITUTIONS: Final = _words("institution")
BELIEFS: Final = _words("belief")
SPANS: Final = _words("span")
OF_VERBS: Final = _words("of")
PRICES: Final = _words("price")

BASE_FORMS: Final = _words("base")
AMBIGUOUS: Final = _words("ambiguous")
PARTICIPLES: Final = _words("participle")
BE: Final = _words("be")
AUXILIARIES: Final = _words("auxiliary")
FINITE: Final = _words("finite")
ROLES: Final = _words("role")
MALE: Final = _words("male")
FEMALE: Final = _words("female")
PRONOUNS: Final = _words("pronoun")
OWN_VOICE: Final = _words("own voice")
SOURCES: Final = _words("source")
COUNTS: Final = _words("count")
COMPANIES: Final = _words("company")
BODIES: Final = _words("body")
ORGANISATION_WORDS: Final = _words("organisation")
CALENDAR: Final = _words("calendar")
OPENERS: Final = _words("opener")
SUBORDINATORS: Final = _words("subordinator")
TIME_OPENERS: Final = _words("occasion")
ADVERBS: Final = _words("adverb")
DETERMINERS: Final = _words("determiner")
PREPOSITIONS: Final = _words("preposition")
ABBREVIATED: Final = _words("abbreviated")
POSSESSIVES: Final = frozenset({"its", "his", "her", "their"})
# Articles and possessives: a thing follows, no clause.
ARTICLES: Final = frozenset({"a", "an", "the"}) | POSSESSIVES
PARTICLES: Final = _words("particle")
MODIFIERS: Final = _words("modifier")
RELATIVES: Final = _words("relative")
CLAUSE_OPENERS: Final = _words("clause opener")
CLAUSE_WORDS: Final = _words("clause word")
PLAIN_NOUNS: Final = _words("plain noun")
NEGATIONS: Final = _words("negation")
VICTIMS: Final = _words("victim")
PLURALS: Final = _words("plural")
SHARES: Final = _words("share")
NAME_ENDS: Final = _words("name end")
OCCASIONS: Final = _words("occasion noun")
PUBLISHED: Final = _words("publication")
LEVELLING: Final = _words("level")
LEVEL_WORDS: Final = _words("level word", "count", "share")
QUESTIONS: Final = _words("question")
RESEARCHING: Final = _words("research")
CONSEQUENCES: Final = _words("consequence")
LIKELIHOODS: Final = _words("likelihood")
RECKONINGS: Final = _words("reckoning")
MATCHING: Final = _words("matching")
ASIDE_OPENERS: Final = _words("aside opener")
NAMED_BODIES: Final = _words("named body")
CLAIMING: Final = _words("claiming")
STATED_BY: Final = _words("stated by", "confirmed by")
CONFIRMED_BY: Final = _words("confirmed by")
QUOTING: Final = _words("quoting")
LEADS: Final = _words("lead")
FIGURE_NOUNS: Final = _words("figure noun")
OBSERVING: Final = _words("observe")
OBSERVERS: Final = _words("observer")
TIPPED: Final = _words("tipped")
WEATHER: Final = _words("weather")
PENCILLED: Final = _words("pencilled")
PORTFOLIOS: Final = _words("portfolio")
CONTENT_NOUNS: Final = _words("content noun")
PROPOSITIONAL: Final = _words("propositional")
PERCENT: Final = frozenset({"%", "percent", "cent", "pc"})
LISTENED: Final = _words("listened")
NOUNS_IN_LY: Final = _words("noun in ly")
MOVES: Final = _words("move")
RECORDING_THINGS: Final = _words("recording thing")
LISTING_BODIES: Final = _words("listing body")
SCALES: Final = _words("scale")
COMPARED_BY: Final = _words("compared by")
DEVICES: Final = _words("device")
OWN_VIEWS: Final = _words("own view")
TIPPING: Final = _words("tip")
FORENAMES_MALE: Final = _words("forename male")
FORENAMES_FEMALE: Final = _words("forename female")
SERVED: Final = _words("served")
NO_FIRMS: Final = _words("no firm")
WITHHOLDING: Final = _words("withholding")
CALLING: Final = _words("calling")
COMPARATIVES: Final = _words("comparative")
BEATING: Final = _words("beating")
URGING: Final = _words("urging")
LYING: Final = _words("lying")
POSTNOMINALS: Final = _words("postnominal")
