"""Denominators: per time, per head, per unit, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readings import read_figure, read_quotes

# Text, quote, kind, per, per_quantity; a dash stands for none.
CASES = """
It costs £5m a year. | £5m | money | year | -
It costs £5m per year. | £5m | money | year | -
It costs £5m per annum. | £5m | money | year | -
It costs £5m each year. | £5m | money | year | -
It costs £5m every year. | £5m | money | year | -
It costs £5m annually. | £5m | money | year | -
It costs £90 a night. | £90 | money | night | -
It costs £90 a week. | £90 | money | week | -
It costs £90 an hour. | £90 | money | hour | -
It costs £90 per hour. | £90 | money | hour | -
It costs £90/hour. | £90 | money | hour | -
It costs £90-a-week to run. | £90 | money | week | -
It costs £90 per month. | £90 | money | month | -
It costs £950 pcm. | £950 | money | month | -
It costs £90 a head. | £90 | money | person | -
It costs £90 per person. | £90 | money | person | -
It costs £90 per capita. | £90 | money | person | -
It costs £6,200 per pupil. | £6,200 | money | person | -
It costs $80 a barrel. | $80 | money | barrel | -
It costs $80 per barrel. | $80 | money | barrel | -
It costs €80 per megawatt-hour. | €80 | money | megawatt_hour | -
It costs 24p per kWh. | 24p | money | kilowatt_hour | -
It costs £1.50 a litre. | £1.50 | money | litre | -
It pays £500 per household. | £500 | money | household | -
It pays £500 for each flooded household. | £500 | money | household | -
It pays £500 to each flooded household. | £500 | money | household | -
It stood at 25.14 per euro. | 25.14 | rate | EUR | -
The rate is 52 per 1,000 residents. | 52 | rate | person | 1000
The rate is 52 per 100,000 people. | 52 | rate | person | 100000
The rate is 52 per 10,000 children. | 52 | rate | person | 10000
The rate is 52 per 100,000. | 52 | rate | person | 100000
There were 52 deaths per 1,000 births. | 52 | rate | birth | 1000
There are 52 boys for every 100 girls. | 52 | rate | person | 100
They take 300 calls a day. | 300 | rate | day | -
They take 300 calls per day. | 300 | rate | day | -
They take 300 calls every day. | 300 | rate | day | -
They take 300 calls a week. | 300 | rate | week | -
He sees 12 patients an hour. | 12 | rate | hour | -
The plant makes 40 tonnes a day. | 40 | rate | day | -
Opec pumps 28 million barrels a day. | 28 million | rate | day | -
Prices rose 3% a year. | 3% | percentage | year | -
The cell does 400 watt-hours per kilogram. | 400 | rate | kilogram | -
It cost £5m last year. | £5m | money | - | -
It cost £5m a year ago. | £5m | money | - | -
It cost £5m a year earlier. | £5m | money | - | -
It took 40 calls a year after it opened. | 40 | count | - | -
"""


def _cases() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "kind", "per", "quantity"), _cases())
def test_reads_the_denominator(text: str, quote: str, kind: str, per: str, quantity: str) -> None:
    figure = read_figure(text, quote)
    assert (figure.kind, figure.per, figure.per_quantity) == (
        kind,
        None if per == "-" else per,
        None if quantity == "-" else Decimal(quantity),
    )


def test_the_size_of_a_denominator_is_no_figure() -> None:
    assert read_quotes("There were 52 per 1,000 residents.") == ["52"]


def test_every_three_weeks_is_a_duration() -> None:
    figure = read_figure("Bins are emptied every three weeks.", "three")
    assert (figure.kind, figure.unit, figure.per) == ("duration", "week", None)


def test_a_caseload_is_cases_per_person() -> None:
    figure = read_figure("Social workers had an average caseload of 18.", "18")
    assert (figure.kind, figure.unit, figure.per) == ("rate", "case", "social_worker")


def test_a_monthly_rent_is_paid_per_month() -> None:
    assert read_figure("The average monthly rent is £1,200.", "£1,200").per == "month"
