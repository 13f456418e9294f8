"""Locators count as RFC 5147 does; links open the article at the very words."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
import rfc3986
from hypothesis import given
from hypothesis import strategies as st
from rfc3986.validators import Validator

from figtrail.addresses import encode_uri, link_quote, locate_quote
from figtrail.plain import Plain
from publication import make_document

URL = "https://news.example/a"

LINKS = [
    ("Just 12 homes.", "12", 0, "#:~:text=Just-,12,-homes."),
    ("12", "12", 0, "#:~:text=12"),
    ("(12).", "12", 0, "#:~:text=12"),
    ("a two-day visit, they said", "two", 0, "#:~:text=a-,two,-%2Dday%20visit%2C%20they"),
    (
        "Fish & chips: 3,500 & more",
        "3,500",
        0,
        "#:~:text=Fish%20%26%20chips%3A-,3%2C500,-%26%20more",
    ),
    ("First line.\nOnly 5\nhomes", "5", 0, "#:~:text=Only-,5"),
    ("Some **[40 homes](http://a.org/) went** up", "40", 0, "#:~:text=Some-,40,-homes%20went%20up"),
    ("It cost &pound;5m &amp; more", "&pound;5m", 0, "#:~:text=It%20cost-,%C2%A35m,-%26%20more"),
    ("It cost ~~£5m~~ £6m now.[1] Then", "£6m", 0, "#:~:text=%C2%A36m,-now."),
    ("Homes<sup>1</sup> of 40<sup>2</sup> on sale", "40", 0, "#:~:text=of-,40"),
    ("£5m – café", "£5m", 0, "#:~:text=%C2%A35m,-%E2%80%93%20caf%C3%A9"),
]

LOCATORS = [
    ("a 12 b", "12", "seeds/x.txt#char=2,4"),
    ("a\n12 b", "12", "seeds/x.txt#char=2,4"),
    ("a\r\n12 b", "12", "seeds/x.txt#char=2,4"),
    ("a\r\n\r\n1\r\n2 b", "1\r\n2", "seeds/x.txt#char=3,6"),
    ("🙂 12", "12", "seeds/x.txt#char=2,4"),
]


def assert_uri(address: str) -> None:
    """Raise unless every part of the address is as RFC 3986 has it."""
    parts = ("scheme", "host", "path", "query", "fragment")
    checks = Validator().require_presence_of("scheme").check_validity_of(*parts)
    checks.validate(rfc3986.uri_reference(address))


@pytest.mark.parametrize(("text", "quote", "start", "fragment"), LINKS)
def test_a_link_holds_the_quote_and_the_words_around_it(
    text: str, quote: str, start: int, fragment: str
) -> None:
    """`-`, `,` and `&` inside a term are encoded; the syntax's own are not."""
    at = text.index(quote, start)
    document = make_document("x", text, url=URL)
    assert link_quote(document, at, at + len(quote)) == URL + fragment


def test_a_link_takes_more_words_where_the_quote_stands_twice() -> None:
    """Three words on either side would open the first of the two."""
    text = "In May one saw that 12 homes were lost. In June one saw that 12 homes were lost."
    document = make_document("x", text, url=URL)
    at = text.rindex("12")
    link = link_quote(document, at, at + 2)
    assert link == URL + "#:~:text=June%20one%20saw%20that-,12,-homes%20were%20lost."


def test_a_link_into_an_endless_line_holds_whole_words() -> None:
    """The words are looked for near the quote alone."""
    text = "x" * 400 + " b " * 200 + "12" + " c" * 200 + "y" * 400
    document = make_document("x", text, url=URL)
    at = text.index("12")
    assert link_quote(document, at, at + 2) == URL + "#:~:text=b%20b%20b-,12,-c%20c%20c"
    document = make_document("x", "x" * 400 + "-12-" + "y" * 400, url=URL)
    assert link_quote(document, 401, 403) == URL + "#:~:text=12"


def test_a_link_into_a_url_with_a_fragment_keeps_the_fragment() -> None:
    """The directive follows the fragment, without a second #."""
    document = make_document("x", "12", url=URL + "#top")
    assert link_quote(document, 0, 2) == URL + "#top:~:text=12"


def test_there_is_no_link_without_a_url() -> None:
    """Nothing is guessed."""
    assert link_quote(make_document("x", "12"), 0, 2) is None
    assert link_quote(make_document("x", "12", url="www.news.example"), 0, 2) is None


@pytest.mark.parametrize(("text", "quote", "locator"), LOCATORS)
def test_a_locator_counts_a_line_end_once(text: str, quote: str, locator: str) -> None:
    """CR LF is one character in RFC 5147, and a code point is one whatever its width."""
    at = text.index(quote)
    assert locate_quote(make_document("x", text), at, at + len(quote)) == locator


def test_a_path_is_encoded_in_a_locator() -> None:
    """A # in a file's name must not begin the fragment."""
    document = make_document("x", "12", path="seeds/no #1/é.txt")
    assert locate_quote(document, 0, 2) == "seeds/no%20%231/%C3%A9.txt#char=0,2"


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://a.example/x?y=1&z=%20#t", "https://a.example/x?y=1&z=%20#t"),
        ("https://a.example/é x", "https://a.example/%C3%A9%20x"),
        ("https://a.example/[1]|2", "https://a.example/%5B1%5D%7C2"),
        ("https://[::1]/100%/x", "https://[::1]/100%25/x"),
        ("https://münchen.example/", "https://m%C3%BCnchen.example/"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("urn:isbn:0140449132", "urn:isbn:0140449132"),
    ],
)
def test_only_what_a_uri_may_not_hold_is_encoded(address: str, uri: str) -> None:
    """What is encoded already stays as it is."""
    assert encode_uri(address) == uri
    assert_uri(uri)


def test_an_address_without_a_scheme_is_refused() -> None:
    """It would open nothing."""
    with pytest.raises(ValueError, match="no scheme"):
        encode_uri("www.news.example/a")


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_address_becomes_a_uri_and_stays_one(rest: str) -> None:
    """Encoding twice changes nothing."""
    uri = encode_uri(f"https://news.example/{rest}")
    assert_uri(uri)
    assert encode_uri(uri) == uri


@given(st.text(max_size=80), st.data())
def test_a_link_reads_back_as_the_words_of_the_text(text: str, data: st.DataObject) -> None:
    """Decoded and joined, the terms are a stretch of what a reader sees but for its white space."""
    text = re.sub("[\xad\u200b\u200e\u200f\u2060\ufeff]", "", text) + "7"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    link = link_quote(make_document("x", text, url=URL), start, end)
    assert link is not None
    terms = link.partition("#:~:text=")[2].split(",")
    words = "".join(unquote(term.strip("-")) for term in terms)
    assert "".join(words.split()) in "".join(Plain(text).text.split())
