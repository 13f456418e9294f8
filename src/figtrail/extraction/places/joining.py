"""Joins mentions of one sentence: "Leeds and Hull", "Perth, Australia", "Kent and Essex Police"."""

from __future__ import annotations

from figtrail.extraction.places.mentions import Mention, Passage, Role
from figtrail.patterns import compile_late

_DESCRIPTION = compile_late(r", (?:an?|the) (?:[a-z-]+ ){1,4}(?:the )?")
_JOINTS = frozenset([" and ", ", and ", " & ", " and the "])
_BODY_JOINTS = frozenset([" and ", " & "])
# "Leeds, in Yorkshire", "Ada County, in the foothills of the Rockies", "Voi, north of Mombasa".
_WITHIN = compile_late(
    r" in |,(?: just| high| deep)? (?:in|near|outside|on|off|along|beside"
    r"|(?:north|south|east|west)(?:-?(?:east|west))? of)"
    r" (?:the )?(?:(?:[a-z-]+ ){1,2}of (?:the )?)?"
)


def append_mention(passage: Passage, mention: Mention, found: list[Mention]) -> None:
    """Adds a mention, or lets it widen the one before ("Leeds and Hull", "Perth, Australia")."""
    if found and _share_body(passage, found[-1], mention):
        last = found.pop()
        label = f"{last.label} and {mention.label}"
        while found and passage.low[found[-1].end : last.start] == ", ":
            last = found.pop()
            label = f"{last.label}, {label}"
        if mention.role == "venue":
            # "Chelsea and Westminster Hospital" stands in one of them, or in neither.
            return
        mention = mention._replace(start=last.start, before=last.before, label=label, key=label)
    if found and mention.role not in ("body", "venue"):
        last = found[-1]
        gap = passage.low[last.end : mention.start]
        if gap == ", " and _abbreviates_state(mention) and last.role not in ("body", "venue"):
            # "In Salem, Ore.", though another Salem is better known.
            found[-1] = last._replace(end=mention.end, country=mention.country)
            return
        again = gap == " (" and mention.key == last.key
        if again or (gap in (", ", " (") and _contains(mention, last)):
            found[-1] = last._replace(end=mention.end + (gap == " ("))
            return
        venue = gap == " in " and _is_at(passage, last) and mention.sort in ("city", "place")
        if venue and last.sort == "place" and mention.role == "locative":
            # "At Ysgol Bro Tawe in Swansea": what is at a town, is no town.
            found[-1] = mention
            return
        within = _WITHIN.fullmatch(gap) or _DESCRIPTION.fullmatch(gap)
        if within and _lies_within(last, mention):
            found[-1] = last._replace(end=mention.end)
            return
        if gap in _JOINTS and _can_join(last, mention) and _join(passage, mention, found):
            return
    found.append(mention)


def _share_body(passage: Passage, last: Mention, mention: Mention) -> bool:
    """See "Devon and Somerset Fire and Rescue", "at Hull and East Yorkshire Hospitals"."""
    joined = passage.low[last.end : mention.start] in _BODY_JOINTS
    return joined and mention.role in ("body", "venue") and last.role not in ("dateline", "source")


def _is_at(passage: Passage, mention: Mention) -> bool:
    """The preposition "at" governs a mention."""
    return passage.low.startswith("at ", mention.before)


def _lies_within(last: Mention, mention: Mention) -> bool:
    """The place before lies in the mention: "at Balasore in Odisha", "Leeds, in Yorkshire"."""
    if mention.role != "locative" or last.role not in ("locative", "bare"):
        return False
    return last.sort == "place" or (last.sort == "city" and mention.sort in ("region", "country"))


def _join(passage: Passage, mention: Mention, found: list[Mention]) -> bool:
    """Makes one place of "Leeds and Hull" or "Leeds, Hull and York", where they are a list."""
    first = found[-1]
    at = len(found) - 1
    while at and passage.low[found[at - 1].end : found[at].start] == ", ":
        if not _can_join(found[at - 1], found[at]):
            break
        at -= 1
    if at == len(found) - 1 and passage.low.startswith(",", first.end):
        return False
    first = found[at]
    del found[at:]
    label = " ".join(passage.text[first.start : mention.end].split())
    found.append(first._replace(end=mention.end, label=label, key=label))
    return True


def _abbreviates_state(mention: Mention) -> bool:
    """See "Ore.", "B.C.", "NSW"."""
    short = mention.label.endswith(".") or (mention.label.isupper() and len(mention.label) < 4)
    return mention.sort == "region" and short and not mention.demonym


def _contains(mention: Mention, last: Mention) -> bool:
    """The mention is the country or region that the place before it lies in."""
    if last.role in ("owner", "body", "venue") or last.sort == "country":
        return False
    if mention.sort == "country":
        return last.country in (mention.key, None) and last.sort in ("place", "city", "region")
    same = last.country in (mention.country, None) or mention.country is None
    return mention.sort == "region" and same


def _can_join(last: Mention, mention: Mention) -> bool:
    roles: tuple[Role, ...] = (last.role, "bare")
    return mention.role in roles and mention.role not in ("body", "venue", "owner", "dateline")
