"""Names for rows that stay the same when the world around the row changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring

from figtrail.model import Span

CONTEXT = 40

_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_BASE32_PAIRS = [first + second for first in _BASE32 for second in _BASE32]
_PAIR_SHIFTS = range(70, -1, -10)


def derive_id(prefix: str, *parts: str | int | None) -> str:
    """`prefix-` and 16 lower-case base32 characters of the sha256 of the parts.

    The parts are hashed as a UTF-8 JSON array without spaces (RFC 8259), so that no two lists of
    parts can run together into one.
    """
    # As the standard library's encoder writes each part, without its questions.
    array = ",".join(
        [
            encode_basestring(part)
            if isinstance(part, str)
            else ("null" if part is None else str(part))
            for part in parts
        ]
    )
    digest = hashlib.sha256(f"[{array}]".encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:10], "big")
    # RFC 4648's base32, two characters at a time: twice as fast as the standard library's.
    code = "".join([_BASE32_PAIRS[bits >> shift & 1023] for shift in _PAIR_SHIFTS])
    return f"{prefix}-{code}"


def identify_figures(source_id: str, text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """One id a span, in the order of the spans given: in the text's, but for what was added.

    An id hangs on the source, the quote, the 40 code points on either side of it, and the ordinal
    among equals in the document: an edit elsewhere in the article leaves it as it is.
    """
    seen: dict[tuple[str, str, str], int] = {}
    ids = []
    for span in spans:
        start, end = span.start, span.end
        stretch = text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        ordinal = seen.get(stretch, 0)
        seen[stretch] = ordinal + 1
        ids.append(derive_id("f", source_id, *stretch, ordinal))
    return tuple(ids)


def identify_reviewed(
    source_id: str, text: str, read: Iterable[Span], added: Iterable[Span]
) -> dict[Span, str]:
    """The ids of the spans that extraction read, rejected ones included, and of those added.

    An added span is numbered after its equals that were read, so that adding one changes no other
    id; where it was read and rejected before, it has the id that it had.
    """
    there = sorted(set(read), key=_order)
    new = sorted(set(added) - set(there), key=_order)
    spans = [*there, *new]
    return dict(zip(spans, identify_figures(source_id, text, spans), strict=True))


def _order(span: Span) -> tuple[int, int]:
    return span.start, span.end
