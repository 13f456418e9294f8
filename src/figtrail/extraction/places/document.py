"""The places of one document: its own, its nation, and those that its sentences name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection

from figtrail.extraction.places.again import find_again
from figtrail.extraction.places.antecedents import (
    SETTLEMENTS,
    find_around,
    find_country,
    find_settlement,
    find_spelling,
    find_there,
    fits,
    is_city,
    is_county,
    is_fallback,
    is_local,
    is_wide,
)
from figtrail.extraction.places.capitals import find_capital
from figtrail.extraction.places.carrying import find_carried, find_compared
from figtrail.extraction.places.excluded import leaves_out
from figtrail.extraction.places.gazetteer import find_key, fold
from figtrail.extraction.places.general import is_supposed
from figtrail.extraction.places.homes import find_last_home, find_witness
from figtrail.extraction.places.leads import (
    REGIONS,
    Wider,
    find_wider,
    is_local_story,
    is_national,
)
from figtrail.extraction.places.linking import choose_mention, choose_only
from figtrail.extraction.places.markets import find_market, is_beyond, opens_on_market
from figtrail.extraction.places.mentions import (
    Mention,
    is_of_both,
    is_set_apart,
)
from figtrail.extraction.places.passages import Passages
from figtrail.extraction.places.settings import span_before
from figtrail.extraction.places.sport import is_side
from figtrail.extraction.places.subject import choose_subject
from figtrail.extraction.places.topics import find_topic
from figtrail.extraction.places.words import is_seat
from figtrail.patterns import compile_late

# Where "the State" is the nation.
_STATES = ("Ireland", "Republic of Ireland")

# Where the reporter is: in the article's own place, however wide its story.
_HERE = compile_late(r"\bhere\b")
# So many mentions back "the city" is looked for.
_REACH = 24


class Places:
    """Says of each figure of a document which place it is about.

    `text` is the document's whole text, `place` the article's own place, `nation` what
    "nationally" means in it, `names` further place names that the publication knows. A place is
    given as the text names it, without its article ("the Netherlands" → "Netherlands"), with
    these choices:

    - an adjective or a people ("British", "Germans") gives the country, in the spelling of `place`
      or `nation`, else that which the text uses elsewhere, else its common short name ("Britain",
      "US");
    - "nationally", "the country" give `nation`, else the country named just before, else the
      country of the article's place;
    - "worldwide", "globally" give None: the world is no place among others;
    - "the borough", "locally" and sentences that name no place give `place`, else, where
      neither `place` nor `nation` is known, the place that the text is plainly about, else None.
    """

    __slots__ = (
        "_carried",
        "_homes",
        "_nation",
        "_national",
        "_passages",
        "_place",
        "_spellings",
        "_subject",
        "_text",
        "_theme",
    )

    def __init__(
        self, text: str, place: str | None, nation: str | None, names: Collection[str] = ()
    ) -> None:
        self._text = text
        self._place = place or None
        self._nation = nation or None
        self._national: bool | None = None
        self._carried: dict[tuple[int, int], Mention | None] = {}
        self._spellings: dict[str, str] = {}
        self._subject: Mention | bool | None = False
        self._theme: Mention | Wider | bool | None = False
        self._homes = {find_key(own): own for own in (self._nation, self._place) if own is not None}
        self._passages = Passages(text, self._place, self._homes, names)

    def locate(self, start: int, end: int, sentence_start: int, sentence_end: int) -> str | None:
        """The name of the place that the figure at `start`–`end` is about, None if unknown.

        All offsets count code points of the document's text. A sentence is read once for all its
        figures, in time linear in its length; a further figure then costs the same in any text.
        """
        low, mentions = self._passages.read(sentence_start, sentence_end)
        mention = None
        if mentions:
            place = (start - sentence_start, end - sentence_start)
            if len(mentions) == 1:
                mention = choose_only(low, mentions[0], *place)
            else:
                mention = choose_mention(
                    self._passages.survey(sentence_start, sentence_end), *place
                )
        if mention is not None and is_side(low, mention):
            mention = None
        if mention is not None and is_beyond(low, mention, start - sentence_start):
            mention = mention if self._own() is not None else None
        if mention is None:
            mention = self._carry_once(low, mentions, sentence_start, start - sentence_start)
        elif is_supposed(low, mention):
            mention = None
        if mention is not None:
            return self._name(mention, mentions, sentence_start)
        home = find_witness(self._text, sentence_start, sentence_end)
        if home is not None and not is_set_apart(mentions[:_REACH], home):
            return home
        own = self._topic(start)
        if own is None or (isinstance(self._theme, Wider) and _HERE.search(low)):
            own = self._own()
        if own is None:
            named = (m for m in mentions[:_REACH] if m.scope == "named")
            source = next((m for m in named if is_fallback(low, m)), None)
            return None if source is None else self._spell(source)
        return self._nation if leaves_out(low, mentions[:_REACH], own) else own

    def _own(self) -> str | None:
        """The article's own place."""
        if self._place is not None:
            return self._place
        if self._nation is not None:
            # Who names no place leaves it to the text whether the nation is the place.
            if self._national is None:
                told = (self._text, self._nation, self._passages.read)
                self._national = not opens_on_market(self._text) and is_national(*told)
            if self._national:
                return self._nation
        if isinstance(self._subject, bool):
            market = opens_on_market(self._text)
            self._subject = None if market else choose_subject(self._passages.list_lines())
            local = (self._text, self._subject, self._nation, self._passages.read)
            self._subject = self._subject if is_local_story(*local) else None
        return self._spell(self._subject) if self._subject is not None else None

    def _topic(self, offset: int) -> str | None:
        """The narrower or wider place that the text is about there, not the article's own."""
        if isinstance(self._theme, bool):
            self._theme = None
            if self._place is not None:
                self._theme = find_topic(self._text, self._place, self._passages.read_names)
                if self._theme is None:
                    self._theme = find_wider(
                        self._text, self._place, self._nation, self._passages.read
                    )
        theme = self._theme
        if isinstance(theme, Wider):
            theme = theme.mention if theme.is_set(offset) else None
        return None if theme is None else self._spell(theme)

    def _name(self, mention: Mention, mentions: list[Mention], sentence_start: int) -> str | None:
        if mention.scope == "named":
            others = (m for m in mentions[:_REACH] if m is not mention and m.scope == "named")
            alone = all(m.key in self._homes for m in others)
            both = is_of_both(mention, self._place, alone=alone)
            return self._place if both else self._spell(mention)
        if mention.scope == "world":
            return None
        if mention.label == "capital":
            capital = self._find_capital(mention, mentions, sentence_start)
            if capital is not None:
                return capital
        earlier = self._find_antecedent(mention, mentions, sentence_start)
        if earlier is not None:
            return self._spell(earlier)
        if mention.label in SETTLEMENTS and is_wide(self._place, self._nation):
            home = find_last_home(self._text, sentence_start)
            if home is not None:
                return home
        if mention.label == "State" and self._nation in _STATES:
            return self._nation
        if mention.scope == "local":
            if mention.label == "county" and is_county(self._place):
                return self._place
            around = None
            if is_city(self._place) or (mention.label == "state" and is_county(self._place)):
                around = find_around(
                    self._text, self._passages.index, mention.label, sentence_start
                )
            if around is None and mention.label in REGIONS:
                around = self._topic(sentence_start)
            return around or self._own()
        own = self._own()
        if own is not None and self._nation is not None and find_key(own) == find_key(self._nation):
            return own
        return self._nation or (None if own is None else find_country(own))

    def _find_capital(
        self, mention: Mention, mentions: list[Mention], sentence_start: int
    ) -> str | None:
        """Which city "the capital" is, where the article's own place isn't it."""
        if self._place is not None and is_seat(fold(self._place)):
            return None
        earlier = mentions[max(0, bisect_left(mentions, (mention.start,)) - _REACH) :]
        earlier = [m for m in earlier if m.start < mention.start][::-1]
        before = self._read_before(sentence_start, cross=False)
        earlier += before[1][::-1] if before else []
        end = sentence_start + mention.start
        return find_capital(self._text, end, earlier, self._place or self._nation)

    def _find_antecedent(
        self, mention: Mention, mentions: list[Mention], sentence_start: int
    ) -> Mention | None:
        """What "the country" or "the city" points back to, in its sentence or the one before."""
        if mention.label not in ("country", "nation") and mention.scope == "nation":
            return None
        if mention.label == "county" and is_county(self._place):
            return None
        position = bisect_left(mentions, (mention.start,))
        settled = mention.label == "city" and is_city(self._place)
        for earlier in reversed(mentions[max(0, position - _REACH) : position]):
            if fits(mention, earlier) and not (settled and earlier.sort == "place"):
                return earlier
        cross = mention.scope == "local" and not is_local(self._place)
        before = self._read_before(sentence_start, cross=cross)
        for earlier in reversed(before[1] if before else []):
            if fits(mention, earlier):
                return earlier
        if mention.label == "there":
            return find_there(self._text, self._passages.read, sentence_start)
        if mention.label in SETTLEMENTS and is_wide(self._place, self._nation):
            return find_settlement(self._text, self._passages.read, sentence_start)
        return None

    def _carry_once(
        self, low: str, mentions: list[Mention], sentence_start: int, at: int
    ) -> Mention | None:
        """The carried place of a figure `at` so far into its sentence.

        Places that it is only compared with, behind it, don't keep it from going on.
        """
        limit = find_compared(low, at) if mentions else len(low)
        key = (sentence_start, limit)
        if key not in self._carried:
            told = [m for m in mentions if m.start < limit]
            carried = self._carry(low, told, sentence_start)
            if carried is not None and find_market(low) and self._own() is None:
                carried = None
            self._carried[key] = carried
        return self._carried[key]

    def _carry(self, low: str, mentions: list[Mention], sentence_start: int) -> Mention | None:
        """The place that the sentence before is set in, while this one goes on about it."""
        if all(m.scope == "local" for m in mentions):
            again = find_again(self._text, self._passages.read, sentence_start, low, self._own())
            if again is not None:
                return again
        return find_carried(
            self._text,
            self._passages.read,
            (sentence_start, low, mentions),
            is_home=lambda m: m.scope == "named" and self._spell(m) == self._own(),
            placeless=lambda: self._own() is None,
        )

    def _read_before(self, sentence_start: int, *, cross: bool) -> tuple[str, list[Mention]] | None:
        """The sentence before; of the paragraph before only where `cross` allows it."""
        span = span_before(self._text, sentence_start, cross=cross)
        return None if span is None else self._passages.read(*span)

    def _spell(self, mention: Mention) -> str:
        """A name as the text spells it; for an adjective, as `place`, `nation` or the text do."""
        # "In the U.S." names it, "U.S. employees" is as good as an adjective.
        if not mention.demonym and ("." not in mention.label or mention.role == "locative"):
            return mention.label
        own = self._homes.get(mention.key)
        if own is not None or not mention.demonym:
            return own or mention.label
        spelling = self._spellings.get(mention.key)
        if spelling is None:
            spelling = self._spellings[mention.key] = find_spelling(self._text, mention.key)
        return spelling
