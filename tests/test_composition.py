"""Neighbouring numbers: ranges, changes, shares, lists and score lines."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readings import read_figures, read_quotes

# Text, quote, low, high, unit of a range.
RANGES = """
Five or six hundred people came. | Five or six hundred | 500 | 600 | person
Two or three million people fled. | Two or three million | 2000000 | 3000000 | person
Nine hundred or a thousand people came. | Nine hundred or a thousand | 900 | 1000 | person
Some 20 or 30 people came. | 20 or 30 | 20 | 30 | person
It takes 4 to 5 cents of each dollar. | 4 to 5 cents | 0.04 | 0.05 | USD
It took 17-19 calls. | 17-19 | 17 | 19 | call
It took 17–19 calls. | 17–19 | 17 | 19 | call
It took 17 - 19 calls. | 17 - 19 | 17 | 19 | call
It took 17 to 19 calls. | 17 to 19 | 17 | 19 | call
It took five to ten people. | five to ten | 5 | 10 | person
It took between 200 and 300 calls. | 200 and 300 | 200 | 300 | call
It took between five and ten calls. | five and ten | 5 | 10 | call
It takes from two to three weeks. | two to three | 2 | 3 | week
The fine is anything from £500 to £900. | £500 to £900 | 500 | 900 | GBP
Waits range from 12 to 18 weeks. | 12 to 18 | 12 | 18 | week
Harvard is 6-8 blocks away from the river. | 6-8 | 6 | 8 | block
Rises of 10–15% are planned. | 10–15% | 10 | 15 | percent
Rises of 10 to 15 per cent are planned. | 10 to 15 per cent | 10 | 15 | percent
Rises of 10% to 15% are planned. | 10% to 15% | 10 | 15 | percent
Rises of between 10% and 15% are planned. | 10% and 15% | 10 | 15 | percent
It will cost £1.2-£1.4bn. | £1.2-£1.4bn | 1200000000 | 1400000000 | GBP
It will cost £1.2bn-£1.4bn. | £1.2bn-£1.4bn | 1200000000 | 1400000000 | GBP
It will cost £1.2–1.4bn. | £1.2–1.4bn | 1200000000 | 1400000000 | GBP
It will cost $30 to $35 million. | $30 to $35 million | 30000000 | 35000000 | USD
It will cost $30-35m. | $30-35m | 30000000 | 35000000 | USD
It will cost between $30m and $35m. | $30m and $35m | 30000000 | 35000000 | USD
It will cost between 30 and 35 million euros. | 30 and 35 million euros | 30000000 | 35000000 | EUR
It will cost Rs 500-700. | Rs 500-700 | 500 | 700 | INR
It will reach 5-10km. | 5-10km | 5 | 10 | kilometre
It will reach 5 to 10 km. | 5 to 10 km | 5 | 10 | kilometre
It will reach 38-40C. | 38-40C | 38 | 40 | celsius
It will take two to three weeks. | two to three | 2 | 3 | week
It will take two or three weeks. | two or three | 2 | 3 | week
The confidence interval runs from 71.0% to 90.1%. | 71.0% to 90.1% | 71.0 | 90.1 | percent
It needs 1,000-1,500 homes. | 1,000-1,500 | 1000 | 1500 | home
It needs 4-5 crore voters. | 4-5 crore | 40000000 | 50000000 | person
It needs 2-3 million doses. | 2-3 million | 2000000 | 3000000 | dose
The corrected readings lie from 12 to 15 metres. | 12 to 15 | 12 | 15 | metre
He is losing stock worth £40 to £45. | £40 to £45 | 40 | 45 | GBP
The toll was raised to $40 to $45. | $40 to $45 | 40 | 45 | USD
Guidance drops to 31-33.5mt. | 31-33.5mt | 31000000 | 33500000 | tonne
It plans to close one or two offices. | one or two | 1 | 2 | office
The group would take 27 or 28 seats. | 27 or 28 | 27 | 28 | seat
It forecasts unit costs to rise 8% to 10%. | 8% to 10% | 8 | 10 | percent
One to three cups help. | One to three | 1 | 3 | cup
It takes one to two weeks. | one to two | 1 | 2 | week
Barley made €4.10/4.20 a kilo. | €4.10/4.20 | 4.10 | 4.20 | EUR
The offer is £180/£190 a head. | £180/£190 | 180 | 190 | GBP
The trip takes 20 minutes to 30 minutes. | 20 minutes to 30 | 20 | 30 | minute
Honey output is 40 pounds to 50 pounds. | 40 pounds to 50 | 40 | 50 | pound
It takes 0-4 of them. | 0-4 | 0 | 4 | item
The wait is 6-16 weeks. | 6-16 | 6 | 16 | week
It pays $200 to $300. | $200 to $300 | 200 | 300 | USD
Rides cost 50 cents to $20. | 50 cents to $20 | 0.50 | 20 | USD
The vouchers are worth $5 to $90 off. | $5 to $90 | 5 | 90 | USD
"""


def _rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "low", "high", "unit"), _rows(RANGES))
def test_a_range_is_one_row(text: str, quote: str, low: str, high: str, unit: str) -> None:
    figures = read_figures(text)
    assert [
        (figure.quote, figure.value, figure.low, figure.high, figure.bound, figure.unit)
        for figure in figures
    ] == [(quote, None, Decimal(low), Decimal(high), "range", unit)]


# Two levels, a change and its level, two numbers that only stand side by side: a row each.
PAIRS = """
It was minus 4 of minus 12 degrees. | minus 4 | minus 12
Labour drops four to 13%. | four | 13%
It rose from 442 to 472. | 442 | 472
It fell from 5% to 3%. | 5% | 3%
It was cut from £5m to £3m. | £5m | £3m
Numbers grew from 12 to 18 in a year. | 12 | 18
It went from 442 calls to 472 calls. | 442 | 472
The tally of eels was adjusted upward from 210 to 245. | 210 | 245
Turnout was corrected from 51% to 53%. | 51% | 53%
Judges amended her mark from 81 to 84. | 81 | 84
The deposit was altered overnight from £40 to £55. | £40 | £55
The blog put on 16,000 to 80,200. | 16,000 | 80,200
Pay will go from £24 to £25. | £24 | £25
The fee is taken from £30 to £45, lifting it from last place. | £30 | £45
It is hiring, bringing its staff from 375 to 450. | 375 | 450
The lake shrank from 300 to 180 square km. | 300 | 180
It rose 5% to £20m. | 5% | £20m
It rose by 40 to 472. | 40 | 472
Sales fell 12% to 3,400. | 12% | 3,400
It has 12 beds and 30 staff. | 12 | 30
It has 12 wards, 30 doctors. | 12 | 30
By 31 votes to 22 it fell. | 31 | 22
The tax rose 3.1 percentage points to 19%. | 3.1 percentage points | 19%
Of 29 primaries, 17 are full. | 29 | 17
They preferred her by 50 to 44 per cent. | 50 | 44 per cent
She leads 46-35 per cent. | 46 | 35 per cent
The plan passed 53% to 46%. | 53% | 46%
The rate rose most in Hull (11 per cent to 16 per cent). | 11 per cent | 16 per cent
Sales rose in Leeds (12 to 18). | 12 | 18
Labour drops 4 to 35 per cent. | 4 | 35 per cent
It follows an adjustment from $185 to $248. | $185 | $248
A move from 12 to 18 wards was agreed. | 12 | 18
Revenue rose 4.75 to $8.32bn. | 4.75 | $8.32bn
Output rose 20 tonnes to 30 tonnes. | 20 | 30
Another 12% – 300 beds – stood empty. | 12% | 300
A further 40 per cent - 120 homes - were unlet. | 40 per cent | 120
The brewer was off 31 cents to $27.40. | 31 cents | $27.40
The bank put on $1.20 to $91.30. | $1.20 | $91.30
It raised the quarterly dividend 8 cents to 56 cents. | 8 cents | 56 cents
The bank raised its key rate a quarter point to 5.5 percent. | quarter point | 5.5 percent
The grocer surrendered 44 cents to $31.05. | 44 cents | $31.05
"""


@pytest.mark.parametrize(("text", "first", "second"), _rows(PAIRS))
def test_levels_and_changes_are_two_rows(text: str, first: str, second: str) -> None:
    assert [(figure.quote, figure.bound) for figure in read_figures(text)] == [
        (first, "exact"),
        (second, "exact"),
    ]


# Text, quote, value, out_of, kind.
SHARES = """
Three out of a possible four passed. | Three out of a possible four | 3 | 4 | count
One in five passed. | One in five | 1 | 5 | ratio
One-in-five passed. | One-in-five | 1 | 5 | ratio
One in every five passed. | One in every five | 1 | 5 | ratio
Nine out of ten parents agree. | Nine out of ten | 9 | 10 | ratio
Nine out of 10 parents agree. | Nine out of 10 | 9 | 10 | ratio
9 in 10 parents agree. | 9 in 10 | 9 | 10 | ratio
Some 26 of the 78 schools passed. | 26 of the 78 | 26 | 78 | count
Inspectors praised 26 of 78 schools. | 26 of 78 | 26 | 78 | count
It covers six of our 16 wards. | six of our 16 | 6 | 16 | count
It covers 26 out of 78 schools. | 26 out of 78 | 26 | 78 | count
It covers 26 out of the 78 schools. | 26 out of the 78 | 26 | 78 | count
The odds are one in 30,000. | one in 30,000 | 1 | 30000 | ratio
Doctors put it at one in a million. | one in a million | 1 | 1000000 | ratio
One foal in 50,000 is albino. | One foal in 50,000 | 1 | 50000 | ratio
It strikes three in 100,000 boys. | three in 100,000 | 3 | 100000 | ratio
A third of voters agree. | A third | 1 | 3 | ratio
Half of voters agree. | Half | 1 | 2 | ratio
Two-fifths of voters agree. | Two-fifths | 2 | 5 | ratio
Three-quarters of voters agree. | Three-quarters | 3 | 4 | ratio
"""


@pytest.mark.parametrize(("text", "quote", "value", "whole", "kind"), _rows(SHARES))
def test_a_share_is_one_row(text: str, quote: str, value: str, whole: str, kind: str) -> None:
    figures = read_figures(text)
    assert [(figure.quote, figure.value, figure.out_of, figure.kind) for figure in figures] == [
        (quote, Decimal(value), Decimal(whole), kind)
    ]


def test_a_share_of_a_stated_whole_keeps_its_own_denominator() -> None:
    figures = read_figures("Wind gave about half of the 33 GW.")
    assert [(figure.quote, figure.value, figure.out_of) for figure in figures] == [
        ("half", Decimal(1), Decimal(2)),
        ("33 GW", Decimal(33), None),
    ]


# Text, then quote and unit of every member.
LISTS = [
    (
        "Rises of 3, 8 and 12 percent were seen.",
        [("3", "percent"), ("8", "percent"), ("12 percent", "percent")],
    ),
    (
        "Leeds has 41, Bradford 37 and Hull 29 wards.",
        [("41", "ward"), ("37", "ward"), ("29", "ward")],
    ),
    (
        "Runs of 5, 10 and 15 km were held.",
        [("5", "kilometre"), ("10", "kilometre"), ("15 km", "kilometre")],
    ),
    (
        "They want 14 three bedroom houses and nine two bed flats.",
        [("14", "house"), ("nine", "flat")],
    ),
    ("They have 3 cats, 2 dogs and 12 hens.", [("3", "cat"), ("2", "dog"), ("12", "hen")]),
]


@pytest.mark.parametrize(("text", "members"), LISTS)
def test_every_member_of_a_list_is_a_row(text: str, members: list[tuple[str, str]]) -> None:
    assert [(figure.quote, figure.unit) for figure in read_figures(text)] == members


SCORES = [
    "They won 2-1.",
    "They lost 3–0 away.",
    "She won 6-3, 6-4, 7-5.",
    "United beat City 4-2.",
    "It was 0-0 at half-time.",
    "The council voted 31-22 in favour.",
    "He won 6-7 (4) 2-6 7-6 (8).",
    "She lost the set 6-7 (3/7).",
    "He struggled, going 4-15 from the line.",
    "She is a guard on 3-11 shooting.",
    "Limerick 3-18 Clare 1-15: Champions stroll home",
    "Goals left it 2-10 to 0-9 at the break.",
    "Kelliher finished with 0-7.",
    "Flanagan hit 1-4 from play.",
    "Limerick: N Quade; D Morrisey (0-1), B Nashe; D Byrnes (0-2, 1f), K Hayes (0-2).",
    "Phoenix is 6-16 on the road.",
]


@pytest.mark.parametrize("text", SCORES)
def test_a_bare_score_line_is_no_row(text: str) -> None:
    assert read_quotes(text) == []


# Text, then quote and value of every member.
SCALED = [
    ("They sold 4.1 and 3.7 million phones.", [("4.1", 4100000), ("3.7 million", 3700000)]),
    ("They paid £1.2 and £1.9 million.", [("£1.2", 1200000), ("£1.9 million", 1900000)]),
    (
        "The two sold 210 and 190 thousand cars, respectively.",
        [("two", 2), ("210", 210000), ("190 thousand", 190000)],
    ),
    ("Rates are 4.5 and 3 million owners pay.", [("4.5", "4.5"), ("3 million", 3000000)]),
    ("It sold 45 and 1.2 million came.", [("45", 45), ("1.2 million", 1200000)]),
]


@pytest.mark.parametrize(("text", "members"), SCALED)
def test_a_pair_shares_the_scale_said_last(text: str, members: list[tuple[str, str]]) -> None:
    figures = [(figure.quote, figure.value) for figure in read_figures(text)]
    assert figures == [(quote, Decimal(value)) for quote, value in members]


PARTS = [
    ("It has 18 lakh 34 thousand voters.", "18 lakh 34 thousand", "1834000"),
    ("It has 18 lakh 34 thousand 834 voters.", "18 lakh 34 thousand 834", "1834834"),
    ("It has 94 thousand 732 voters.", "94 thousand 732", "94732"),
    ("The state paid Rs 1 crore 20 lakh.", "Rs 1 crore 20 lakh", "12000000"),
    ("He paid 1 lakh 20 thousand rupees.", "1 lakh 20 thousand rupees", "120000"),
    ("It sold 51.8 million 60-kg bags.", "51.8 million", "51800000"),
    ("It cost $2 billion 2019 dollars.", "$2 billion", "2000000000"),
]


@pytest.mark.parametrize(("text", "quote", "value"), PARTS)
def test_a_number_told_in_parts_is_their_sum(text: str, quote: str, value: str) -> None:
    assert [figure.value for figure in read_figures(text) if figure.quote == quote] == [
        Decimal(value)
    ]


def test_a_measure_in_two_units_is_one_row() -> None:
    """Feet and inches, and pounds and ounces, are told in the larger unit."""
    (height,) = read_figures("She stood 5ft 9in tall.")
    assert (height.quote, height.value, height.unit) == ("5ft 9in", Decimal("5.75"), "foot")
    (weight,) = read_figures("The baby weighed 7lb 4oz.")
    assert (weight.quote, weight.value, weight.unit) == ("7lb 4oz", Decimal("7.25"), "pound")


def test_a_level_that_has_gone_from_one_to_another_is_two_rows() -> None:
    """What has gone from one level to another is told twice."""
    assert read_quotes("My mortgage has gone from 1.9% to 5.4%.") == ["1.9%", "5.4%"]
