"""Denominators: per time, per head, per unit, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readings import read_figure, read_figures, read_quotes

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
Bullocks made €940 a head. | €940 | money | head | -
They paid £300 per head of cattle. | £300 | money | head | -
Profit came to $4.10 per diluted share. | $4.10 | money | share | -
The firm posted earnings per share of about $2.40. | $2.40 | money | share | -
The trust pays a dividend per ordinary share of 12p. | 12p | money | share | -
It costs £90 per person. | £90 | money | person | -
It costs £90 per capita. | £90 | money | person | -
It costs £6,200 per pupil. | £6,200 | money | pupil | -
It costs $80 a barrel. | $80 | money | barrel | -
It costs $80 per barrel. | $80 | money | barrel | -
It costs €80 per megawatt-hour. | €80 | money | megawatt_hour | -
It costs 24p per kWh. | 24p | money | kilowatt_hour | -
It costs £1.50 a litre. | £1.50 | money | litre | -
It pays £500 per household. | £500 | money | household | -
It pays £500 for each flooded household. | £500 | money | household | -
It pays £500 to each flooded household. | £500 | money | household | -
It stood at 25.14 per euro. | 25.14 | rate | EUR | -
The car uses 4.5l/100km. | 4.5l | rate | kilometre | 100
He earns £45k p.a. now. | £45k | money | year | -
It read 87 micrograms of alcohol in 100 millilitres of breath. | 87 | rate | millilitre | 100
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
The flats sold for £6,500 a square metre. | £6,500 | money | square_metre | -
The car does 52 miles to the gallon. | 52 | rate | gallon | -
The tax is 20p in the pound. | 20p | money | GBP | -
Unit costs fell to 9 cents per seat mile. | 9 cents | money | mile | -
It registered 3,317 claims per million people. | 3,317 | rate | person | 1000000
The rate was 17 deaths per 100,000 in 2020. | 17 | rate | person | 100000
For every £1 we spend, 45p goes on heat. | 45p | money | GBP | -
Of every £10 spent, £3 goes to suppliers. | £3 | money | GBP | 10
Per head, Britons spend £90. | £90 | money | person | -
It costs £40 for a 20kg bag. | £40 | money | bag | -
He promised £15bn in each of the next three years. | £15bn | money | year | -
She used to take twenty trout in a night. | twenty | rate | night | -
They sold 400 tickets in a day. | 400 | count | - | -
Half of patients wait over a year. | Half | ratio | - | -
The loan of £5,000 lasts a year. | £5,000 | money | - | -
It emits 95 grams of CO2 per kilometre. | 95 | rate | kilometre | -
The couple face an annual bill of £1,200. | £1,200 | money | year | -
The minimum hourly wage will rise to £12.21. | £12.21 | money | hour | -
The plant has an annual capacity of 300,000 tonnes. | 300,000 | rate | year | -
The hospital sees a daily average of 240 patients. | 240 | rate | day | -
The utility reported an annual loss of £6m. | £6m | money | - | -
Quarterly revenue was $4.1 billion. | $4.1 billion | money | - | -
The annual festival raised £4,000. | £4,000 | money | - | -
The annual survey of 1,400 firms was gloomy. | 1,400 | count | - | -
The economy saw annual growth of 3%. | 3% | percentage | - | -
Spending per pupil fell to £7,600. | £7,600 | money | pupil | -
Per-capita emissions are 4.7 tonnes. | 4.7 | rate | person | -
The price of a barrel of oil fell to $70. | $70 | money | barrel | -
A kilo of tomatoes now costs 80 rupees. | 80 rupees | money | kilogram | -
A ticket costs $35. | $35 | money | - | -
The euro was down 0.3% at $1.08. | $1.08 | money | EUR | -
A woman has 1.2 children on average. | 1.2 | rate | woman | -
Each team plays 38 games. | 38 | rate | team | -
Each of the 12 schools will receive £4,000. | £4,000 | money | school | -
It runs two clinics, each with 40 beds. | 40 | rate | clinic | -
It bought four buses, each of which cost £350,000. | £350,000 | money | bus | -
The scheme gives each farmer ₹6,000. | ₹6,000 | money | farmer | -
The two states have 10 seats each. | 10 | rate | state | -
The staff will each get £500. | £500 | money | person | -
Each day of disruption costs €100m. | €100m | money | day | -
Each bird weighs 40 grams. | 40 | measurement | - | -
Each received about 7 per cent. | 7 per cent | percentage | - | -
Every resident was tested, and 30 were ill. | 30 | count | - | -
It took 40 calls a year after it opened. | 40 | count | - | -
The field pumps 95,000 bpd. | 95,000 bpd | rate | day | -
Output reached 1.4 million b/d. | 1.4 million b/d | rate | day | -
The mine makes 40,000 tpa. | 40,000 tpa | rate | year | -
Debt came to $2,200 for every Tasmanian. | $2,200 | money | person | -
It loses 12% on each round trip. | 12% | percentage | trip | -
The rupee closed at 83.2 to the dollar. | 83.2 | money | USD | -
Students left, each of them paying £15,200. | £15,200 | money | person | -
Uganda, which gives each family a plot, already has 602,000 refugees. | 602,000 | count | - | -
Each family gets a plot measuring 50 metres by 30. | 30 | measurement | - | -
Iron ore costs $84 a dry tonne. | $84 | money | tonne | -
Gold costs $1,900 a troy ounce. | $1,900 | money | ounce | -
The deal covers 1,150 hourly workers. | 1,150 | count | - | -
About 600 monthly subscribers left. | 600 | count | - | -
The lane has 900 daily commuters. | 900 | rate | day | -
The krona rose 0.3% against the dollar. | 0.3% | percentage | - | -
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


def test_a_rate_that_says_a_count_again_keeps_its_denominator_to_itself() -> None:
    figures = read_figures("It was 9,045, or 89.6 for every 1,000 residents.")
    assert [(figure.quote, figure.per) for figure in figures] == [
        ("9,045", None),
        ("89.6", "person"),
    ]
