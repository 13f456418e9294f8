"""Ids that survive whatever doesn't concern them."""

from __future__ import annotations

import base64
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from figtrail.identifiers import derive_id, identify_figures
from figtrail.model import Span


def test_an_id_is_sixteen_base32_characters_of_the_hash_of_a_json_array() -> None:
    digest = hashlib.sha256('["a","é",null,0]'.encode()).digest()
    expected = base64.b32encode(digest)[:16].decode().lower()
    assert derive_id("f", "a", "é", None, 0) == f"f-{expected}"


def test_an_edit_further_than_forty_characters_away_leaves_an_id_as_it_is() -> None:
    text = "x" * 50 + "472" + "y" * 50
    edited = "another start, " + text + " another end"
    (one,) = identify_figures("s", text, [Span(50, 53)])
    (other,) = identify_figures("s", edited, [Span(65, 68)])
    assert one == other


def test_an_edit_within_forty_characters_changes_an_id() -> None:
    (one,) = identify_figures("s", "rose to 472 today", [Span(8, 11)])
    (other,) = identify_figures("s", "fell to 472 today", [Span(8, 11)])
    assert one != other


def test_equals_in_a_document_are_told_apart_by_their_order() -> None:
    text = ("z" * 40 + "7" + "z" * 40) * 2
    first, second = identify_figures("s", text, [Span(40, 41), Span(121, 122)])
    assert first != second


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_other_parts_give_another_id(one: list[str], other: list[str]) -> None:
    assert (derive_id("x", *one) == derive_id("x", *other)) == (one == other)
