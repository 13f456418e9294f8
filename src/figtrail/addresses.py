"""Addresses on the web, and where a quote stands: in its file (RFC 5147), and on the web."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit

from figtrail.csvrows import Row
from figtrail.model import Document, FigtrailError
from figtrail.plain import Plain

LEAST_CONTEXT, MOST_CONTEXT = 3, 12
"""Words on either side of a quote: at least, and at most where fewer don't make it unique."""

WINDOW = 300
"""Code points on either side among which those words are looked for: lines may be endless."""

WORD, REST = re.compile(r"(?<!\S)\S+"), re.compile(r"\S+")

AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(//[^/?#]*)?")
WEB = re.compile(r"(?:https?|ftps?)://[^\s/?#]+([/?#].*)?", re.DOTALL)
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def is_web_address(address: str) -> bool:
    """Whether it is an http, https or ftp address with a host; its path may hold blanks."""
    try:
        return WEB.fullmatch(address) is not None and (urlsplit(address).port or 0) >= 0
    except ValueError:  # a host or port that can't be
        return False


def is_url(address: str) -> bool:
    """Whether it is a web address as it must be written, without a blank (Data Package v2)."""
    return is_web_address(address) and not any(map(str.isspace, address))


def read_address(row: Row, column: str = "url") -> str | None:
    """The address in a cell of a CSV file; FigtrailError where it is none on the web."""
    address = row.get(column)
    if address is not None and not is_web_address(address):
        message = f"{column} can't be {address!r}"
        action = "Write the whole address, as https://example.org/news/1, or leave the cell empty."
        raise FigtrailError([row.problem("cell-value", message, action)])
    return address


def encode_uri(address: str) -> str:
    """The address as a URI: what RFC 3986 doesn't allow is percent-encoded (RFC 3987, 3.1).

    What is encoded already stays. ValueError where the address has no scheme, such as `https:`.
    """
    start = AUTHORITY.match(address)
    if start is None:
        raise ValueError("the address has no scheme")
    host, rest = address[: start.end()], STRAY_PERCENT.sub("%25", address[start.end() :])
    path, mark, fragment = rest.partition("#")
    # Brackets may stand in a host alone, and # just once.
    safe = "%/:?@!$&'()*+,;=-._~"
    return (
        quote(host, safe=safe + "[]") + quote(path, safe=safe) + mark + quote(fragment, safe=safe)
    )


def locate_quote(document: Document, start: int, end: int) -> str:
    """The document's path with the RFC 5147 character range of `text[start:end]`.

    There a CR LF pair, as any line end, counts as one character.
    """
    pairs_before = document.text.count("\r\n", 0, start)
    pairs = pairs_before + document.text.count("\r\n", start, end)
    path = quote(document.path or "", safe="/")
    return f"{path}#char={start - pairs_before},{end - pairs}"


def link_quote(document: Document, start: int, end: int) -> str | None:
    """The document's URL with a text fragment that opens it at `text[start:end]`.

    None where the document has no URL with a scheme. The words around the quote, of its own line
    alone, go with it, as many as make it unique in the text; all as the page shows them, without
    markup, and only up to what it shows but isn't read. Standard: WICG URL Fragment Text
    Directives, in which `-`, `,` and `&` inside a term are percent-encoded.
    """
    if document.url is None or AUTHORITY.match(document.url) is None:
        return None
    plain = _read_plain(document.text)
    text, start, end = plain.text, plain.locate(start), plain.locate(end - 1) + 1
    first, last = _find_context(text, start, end, plain.gaps)
    terms = [_encode_term(text[start:end])]
    if _holds_words(text[first:start]):
        terms.insert(0, _encode_term(text[first:start]) + "-")
    if _holds_words(text[end:last]):
        terms.append("-" + _encode_term(text[end:last]))
    url = encode_uri(document.url)
    mark = ":~:" if "#" in url else "#:~:"
    return f"{url}{mark}text={','.join(terms)}"


# Kept for the next figure of the article.
_read_plain = lru_cache(maxsize=1)(Plain)


def _find_context(text: str, start: int, end: int, gaps: Sequence[int]) -> tuple[int, int]:
    """From where to where the words go that make `text[start:end]` unique in the text."""
    line_start = text.rfind("\n", max(0, start - WINDOW), start) + 1 or max(0, start - WINDOW)
    line_end = text.find("\n", end, end + WINDOW)
    line_end = min(len(text), end + WINDOW) if line_end < 0 else line_end
    if gaps:
        line_start, line_end = _stop_at_gaps(text, (line_start, line_end), (start, end), gaps)
    before = [word.start() for word in WORD.finditer(text, line_start, start)]
    after = [word.end() for word in REST.finditer(text, end, line_end)]
    if after and text[line_end : line_end + 1].strip() and after[-1] == line_end:
        del after[-1]  # The window ends within a word, and links match whole words alone.
    first, last = start, end
    for count in range(LEAST_CONTEXT, MOST_CONTEXT + 1):
        first = before[-count:][0] if before else start
        last = after[:count][-1] if after else end
        stretch = text[first:last]
        if text.find(stretch, text.find(stretch) + 1) < 0:
            break
    return first, last


def _stop_at_gaps(
    text: str, line: tuple[int, int], quote: tuple[int, int], gaps: Sequence[int]
) -> tuple[int, int]:
    """The part of a line around a quote in which the page shows nothing but what is read.

    The page may write the mark of a footnote into the word before it, which no link then matches.
    """
    (first, last), (start, end) = line, quote
    at = bisect_right(gaps, start)
    if at and gaps[at - 1] > first:
        first = gaps[at - 1]
        while first < start and not text[first].isspace():
            first += 1
    at = bisect_left(gaps, end)
    if at < len(gaps) and gaps[at] < last:
        last = gaps[at]
        while last > end and text[last - 1].isalnum():
            last -= 1
    return first, last


def _holds_words(text: str) -> bool:
    """Browsers look for words: a full stop alone is found by none."""
    return any(char.isalnum() for char in text)


def _encode_term(words: str) -> str:
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
