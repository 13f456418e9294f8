"""Names for rows that stay the same when the world around the row changes."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence

from figtrail.model import Span

CONTEXT = 40


def derive_id(prefix: str, *parts: str | int | None) -> str:
    """`prefix-` and 16 lower-case base32 characters of the sha256 of the parts.

    The parts are hashed as a UTF-8 JSON array without spaces (RFC 8259), so that no two lists of
    parts can run together into one.
    """
    array = json.dumps(list(parts), ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(array.encode("utf-8", "surrogatepass")).digest()
    return f"{prefix}-{base64.b32encode(digest[:10]).decode('ascii').lower()}"


def identify_figures(source_id: str, text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """One id a span, in the order of the spans given: in the text's, but for what was added.

    An id hangs on the source, the quote, the 40 code points on either side of it, and the ordinal
    among equals in the document: an edit elsewhere in the article leaves it as it is.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    ids = []
    for span in spans:
        quote = text[span.start : span.end]
        before = text[max(0, span.start - CONTEXT) : span.start]
        after = text[span.end : span.end + CONTEXT]
        ordinal = seen[quote, before, after]
        seen[quote, before, after] += 1
        ids.append(derive_id("f", source_id, quote, before, after, ordinal))
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
