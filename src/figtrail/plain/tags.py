"""Tags, comments and entities that a web page has left in an article."""

from __future__ import annotations

from figtrail.patterns import compile_late
from figtrail.plain.edits import BREAK, Edit
from figtrail.plain.raised import read_raised

_ENTITY = compile_late(r"&(?:#\d{1,20}|#[xX][0-9a-fA-F]{1,20}|[a-zA-Z]\w{1,30});")
# What was escaped twice is meant once.
_TWICE = compile_late(r"&(?:amp;)+((?:#\d{1,20}|#[xX][0-9a-fA-F]{1,20}|[a-zA-Z]\w{1,30});)")
# Attributes have no bound of their own: they end at the next sign that opens a tag.
_TAG = compile_late(
    r"<(/?)([a-zA-Z]\w{0,15})(?![\w@])((?:[^<>\"'=]++|=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')?+|[\"'])*+)>"
)
# Attributes without a value; "if a<b and c>d" holds none.
_BARE = compile_late(
    r"(?:\s|/|(?:allowfullscreen|async|autoplay|checked|controls|crossorigin|defer|disabled|download"
    r"|hidden|itemscope|loop|muted|noshade|nowrap|open|playsinline|reversed|selected)(?![\w-]))*+"
)
_ADDRESS = compile_late(r"<(?:[a-zA-Z]{1,9}:[^\s<>]{1,2000}|[\w.+-]{1,60}@[\w.-]{1,100})>")
_DECLARATION = compile_late(r"<(?:!(?:DOCTYPE|doctype)|\?xml|!\[|!\]|/?o:)[^<>]*>")
# Tags that end a line, those of trafilatura among them.
_BLOCKS = frozenset(
    "address article aside blockquote body br caption cell center dd details dialog div dl doc dt"
    " fieldset figcaption figure footer form graphic h1 h2 h3 h4 h5 h6 head header hr html item lb"
    " legend li list main nav ol option p pre quote row section select summary table tbody td tfoot"
    " th thead title tr ul video".split()
)
_OTHERS = frozenset(
    "a abbr acronym audio b base bdi bdo big button cite code col colgroup data del dfn em embed"
    " font hi i iframe img input ins kbd label link map mark meta noscript object param picture"
    " q ref rp rt ruby s samp script small source span strike strong style sub sup svg template"
    " textarea time track tt u var wbr".split()
)
# What these hold isn't shown; what those hold is struck out: the article withdraws it.
_HIDDEN = frozenset("script style template noscript iframe svg object".split())
_STRUCK = frozenset("del s strike".split())
_CLOSINGS = {name: compile_late(rf"(?i)</{name}\s*>") for name in sorted(_HIDDEN | _STRUCK)} | {
    "!": compile_late("-->")
}


def read_entity(source: str, at: int) -> tuple[Edit, ...]:
    """The character that an entity stands for; a soft hyphen and its like are none."""
    twice = _TWICE.match(source, at)
    if twice is not None and (edits := _replace(at, twice.end(), "&" + twice[1])):
        return edits
    entity = _ENTITY.match(source, at)
    return _replace(at, entity.end(), entity[0]) if entity is not None else ()


def _replace(start: int, stop: int, entity: str) -> tuple[Edit, ...]:
    # It brings a table of two thousand entities, and few articles have any.
    from html import unescape

    read = unescape(entity)
    if read == entity or len(read) > 1:
        return ()
    return (Edit(start, stop, read if read.isprintable() or read.isspace() else ""),)


class Tags:
    """Reads the tags of one article, and remembers what it has looked for in vain."""

    __slots__ = ("_missing", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        # What nothing closes behind one sign nothing closes behind a later one: a text of opening
        # tags takes no longer than another.
        self._missing: set[str] = set()

    def read(self, at: int) -> tuple[Edit, ...]:
        """What isn't read at a `<`: nothing where it is a plain sign, as in "<5%"."""
        source = self._source
        if source.startswith("<!--", at):
            return self._read_until("!", at, at + 4, "")
        address = _ADDRESS.match(source, at)
        if address is not None:
            return (Edit(at, address.end(), shown=True),)
        tag = _TAG.match(source, at)
        if tag is None:
            declaration = _DECLARATION.match(source, at)
            return (Edit(at, declaration.end()),) if declaration is not None else ()
        closes, name, attributes = tag[1], tag[2].lower(), tag[3]
        if "=" not in attributes and _BARE.fullmatch(attributes) is None:
            return ()
        if name in _HIDDEN and not closes and not attributes.endswith("/"):
            hidden = self._read_until(name, at, tag.end(), "" if name == "svg" else BREAK)
            if hidden:
                return hidden
        if name in _STRUCK and not closes:
            struck = self._read_until(name, at, tag.end(), "", shown=True)
            if struck:
                return struck
        if name == "sup" and not closes and (raised := read_raised(source, at)):
            return raised
        if name in _BLOCKS:
            return (Edit(at, tag.end(), BREAK),)
        # "<redacted>" is what somebody wrote.
        known = name in _OTHERS or closes or "=" in attributes or attributes.endswith("/")
        return (Edit(at, tag.end()),) if known else ()

    def _read_until(
        self, name: str, at: int, begin: int, read: str, *, shown: bool = False
    ) -> tuple[Edit, ...]:
        """All from an offset to what closes it."""
        if name in self._missing:
            return ()
        closing = _CLOSINGS[name].search(self._source, begin)
        if closing is None:
            self._missing.add(name)
            return ()
        return (Edit(at, closing.end(), read, shown),)
