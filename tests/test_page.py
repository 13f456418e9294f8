"""index.html as a file: what is in it, what isn't, and that it needs nothing else."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

from page_samples import RECIPE, make_small_tables, write_page
from sample_package import publish_sample


def test_publishing_writes_the_page_and_lists_it_among_the_checksums(tmp_path: Path) -> None:
    package = publish_sample(tmp_path)
    digest = hashlib.sha256((package / "index.html").read_bytes()).hexdigest()
    assert f"{digest}  index.html\n" in (package / "SHA256SUMS").read_text("utf-8")


def test_the_page_links_every_file_of_the_data(tmp_path: Path) -> None:
    package = publish_sample(tmp_path)
    links = set(re.findall(r'href="(data/[^"]+)"', (package / "index.html").read_text("utf-8")))
    assert links == {f"data/{path.name}" for path in (package / "data").iterdir()}


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    one = write_page(make_small_tables(), tmp_path / "one").read_bytes()
    assert write_page(make_small_tables(), tmp_path / "other").read_bytes() == one


def test_where_numbers_alone_are_quoted_no_sentence_is_in_the_page(tmp_path: Path) -> None:
    recipe = replace(RECIPE, quotes="number")
    page = write_page(make_small_tables(recipe), tmp_path, recipe).read_text("utf-8")
    assert "the most ever" not in page


def test_where_sentences_are_quoted_they_are_in_the_page(small_page: Path) -> None:
    assert "the most ever" in small_page.read_text("utf-8")


def test_the_dataset_is_described_for_search_engines(tmp_path: Path) -> None:
    package = publish_sample(tmp_path, replace(RECIPE, quotes="sentence"))
    text = (package / "index.html").read_text("utf-8")
    block = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    dataset = json.loads(block)
    descriptor = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert dataset["@type"] == "Dataset"
    assert dataset["name"] == descriptor["title"]
    assert dataset["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert [file["contentUrl"] for file in dataset["distribution"]] == [
        f"https://figures.example/leeds/{resource['path']}" for resource in descriptor["resources"]
    ]
    assert [file["sha256"] for file in dataset["distribution"]] == [
        resource["hash"].removeprefix("sha256:") for resource in descriptor["resources"]
    ]


def test_the_page_asks_for_nothing_and_lets_nothing_be_asked_for(small_page: Path) -> None:
    """No address in it is loaded, and its policy allows its own script and style alone."""
    text = small_page.read_text("utf-8")
    assert re.findall(r"<(?:script|img|iframe|audio|video)[^>]* src=|@import|url\(", text) == []
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].startswith("default-src &#x27;none&#x27;; script-src &#x27;sha256-")
    assert "unsafe" not in policy[1]
