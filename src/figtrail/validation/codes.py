"""Every way a package can fail: the code, what it means, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """What a code means, in a sentence for the manual, and what a reader does about it."""

    meaning: str
    action: str


_REPUBLISH = "Publish the package again; never edit what was published"
_RESTORE = "Restore the file as it was published, or publish the package again"
_REREAD = "Publish again from the articles at hand, or put back the article that was read"

PROBLEM_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        # The folder and the descriptor
        "package-missing": ProblemCode(
            "There is no package at the path given.",
            "Name the folder that holds datapackage.json",
        ),
        "descriptor-missing": ProblemCode(
            "The folder holds no datapackage.json.",
            "Name the folder that holds datapackage.json",
        ),
        "descriptor-unreadable": ProblemCode(
            "datapackage.json is not a JSON object in UTF-8, or one of its keys stands twice.",
            _RESTORE,
        ),
        "descriptor-invalid": ProblemCode(
            "A property of the descriptor is not what Data Package v2 asks.",
            "Correct what build/recipe.toml says, and publish again",
        ),
        "frictionless-refused": ProblemCode(
            "frictionless refuses the descriptor or a CSV file.",
            _REPUBLISH,
        ),
        "resource-missing": ProblemCode(
            "The descriptor lists no resource for a table that every package has.",
            _REPUBLISH,
        ),
        "resource-unknown": ProblemCode(
            "The descriptor lists a table that figtrail doesn't publish.",
            "Publish other tables as a package of their own",
        ),
        "schema-differs": ProblemCode(
            "A resource's schema is not the one that figtrail promises for the table.",
            "Validate with the version of figtrail that published it, or publish again",
        ),
        # The files
        "path-unsafe": ProblemCode(
            "A path leads out of the package: absolute, upward, a link, or not a plain file.",
            "Keep every file of the package inside its folder, as a plain file",
        ),
        "file-missing": ProblemCode(
            "A file that the descriptor or SHA256SUMS lists is not there, or can't be read.",
            _RESTORE,
        ),
        "file-unlisted": ProblemCode(
            "A file in the package is listed in no line of SHA256SUMS.",
            "Remove the file, or publish again",
        ),
        "bytes-wrong": ProblemCode(
            "A file has another size than the descriptor says.",
            _RESTORE,
        ),
        "hash-wrong": ProblemCode(
            "A file has another hash than the descriptor says.",
            _RESTORE,
        ),
        "checksums-missing": ProblemCode("The package has no SHA256SUMS.", _REPUBLISH),
        "checksums-unreadable": ProblemCode(
            "A line of SHA256SUMS is not a hash, two blanks and a path, or names a path twice.",
            _RESTORE,
        ),
        "checksum-wrong": ProblemCode(
            "A file has another hash than SHA256SUMS says.",
            _RESTORE,
        ),
        "file-misdescribed": ProblemCode(
            "The descriptor's `files` don't say what stands in the package beside the tables.",
            _REPUBLISH,
        ),
        "database-unreadable": ProblemCode(
            "data/figtrail.sqlite is no SQLite database of the tables, or is damaged.",
            _RESTORE,
        ),
        "workbook-unreadable": ProblemCode(
            "data/figtrail.xlsx is no workbook of the tables, or a cell holds a formula.",
            _RESTORE,
        ),
        "metadata-unreadable": ProblemCode(
            "A file of metadata/ is not JSON of the shape that figtrail writes.",
            _RESTORE,
        ),
        "metadata-differs": ProblemCode(
            "A file of metadata/ says something else than the tables and schemas.",
            _REPUBLISH,
        ),
        # The tables
        "csv-unreadable": ProblemCode(
            "A CSV file is not UTF-8 text with as many cells in every row as in its header.",
            _RESTORE,
        ),
        "parquet-unreadable": ProblemCode("A file is not Parquet, or is damaged.", _RESTORE),
        "columns-wrong": ProblemCode(
            "A file has other columns than its schema, or in another order.",
            _REPUBLISH,
        ),
        "column-type-wrong": ProblemCode(
            "A Parquet column has another type than its field asks.",
            _REPUBLISH,
        ),
        "type-wrong": ProblemCode(
            "A cell is not written as its field's type asks.",
            _REPUBLISH,
        ),
        "number-inexact": ProblemCode(
            "A number in the CSV has more digits than a double can keep.",
            "State the number with at most 15 significant digits, or reject the figure",
        ),
        "value-missing": ProblemCode("A cell that is required is empty.", _REPUBLISH),
        "code-unknown": ProblemCode(
            "A cell holds a code that its field's list doesn't have.",
            _REPUBLISH,
        ),
        "pattern-broken": ProblemCode(
            "A cell is not written as its field's pattern asks.",
            _REPUBLISH,
        ),
        "value-out-of-range": ProblemCode(
            "A number is below the minimum or above the maximum of its field.",
            _REPUBLISH,
        ),
        "value-repeated": ProblemCode(
            "A value that must be unique stands in an earlier row too.",
            _REPUBLISH,
        ),
        "key-repeated": ProblemCode(
            "The primary key of a row stands in an earlier row too.",
            _REPUBLISH,
        ),
        "reference-broken": ProblemCode(
            "A foreign key names a row that the other table doesn't have.",
            _REPUBLISH,
        ),
        "rows-differ": ProblemCode(
            "The CSV and the Parquet file of a table have different numbers of rows.",
            _REPUBLISH,
        ),
        "cell-differs": ProblemCode(
            "A cell of the CSV is not the same in the Parquet file.",
            _REPUBLISH,
        ),
        # What the rows say of each other
        "interval-wrong": ProblemCode(
            "low and high are not what the bound makes of the value.",
            _REPUBLISH,
        ),
        "derived-wrong": ProblemCode(
            "A column is not what the columns that it is derived from give.",
            _REPUBLISH,
        ),
        "id-wrong": ProblemCode(
            "An identifier is not the one that its row gives.",
            _REPUBLISH,
        ),
        "sentence-wrong": ProblemCode(
            "The sentence doesn't hold the quote at the place that the offsets say.",
            _REREAD,
        ),
        "correction-lost": ProblemCode(
            "A correction is not to be seen in the figure that it is about.",
            _REPUBLISH,
        ),
        "verdict-refused": ProblemCode(
            "A check has a verdict that the caller asked to fail on.",
            "Look at the figures it names: a reading to correct, or a fault of the article",
        ),
        "check-wrong": ProblemCode(
            "A check's arithmetic, done again on the figures it names, gives something else.",
            _REPUBLISH,
        ),
        # The articles
        "source-missing": ProblemCode(
            "An article is not at hand, and the caller asked for every one.",
            "Name the folder of the articles with --seeds, or leave --require-sources out",
        ),
        "source-changed": ProblemCode(
            "An article is not the one that was read: its bytes have another hash.",
            _REREAD,
        ),
        "text-changed": ProblemCode(
            "The text read from an article is not the one that the offsets count in.",
            _REREAD,
        ),
        "quote-wrong": ProblemCode(
            "The article doesn't hold the quote at its offsets.",
            _REREAD,
        ),
        "sentence-not-in-source": ProblemCode(
            "The article doesn't hold the sentence at its offset.",
            _REREAD,
        ),
        "reading-wrong": ProblemCode(
            "The quote, read again where it stands, gives another number.",
            "Publish again with this version of figtrail; a value set by hand needs a correction",
        ),
        # The rebuilt package
        "rebuild-differs": ProblemCode(
            "A file is not the same, byte for byte, in the package published again.",
            "Find out what changed: the articles, the recipe, figtrail or pyarrow; publish again",
        ),
        "rebuild-missing": ProblemCode(
            "A file of the package is not in the package published again.",
            "Remove the file, or publish again",
        ),
        "rebuild-extra": ProblemCode(
            "The package published again holds a file that this one doesn't.",
            "Publish again",
        ),
    }
)
"""Every code with its meaning and action, grouped by what is tested, in the order of the tests."""
