"""What a number measures: its noun, its complements, its subject, its clause, the phrase before."""

from __future__ import annotations

import pytest

from readings import read_figure

# Text, quote, measured.
CASES = """
There were 472 homicides. | 472 | homicides
There were 61 patients waiting. | 61 | patients waiting
There are 442 children currently in care. | 442 | children currently in care
They took 12 calls reporting concerns about a child. | 12 | calls reporting concerns about a child
The city has 48 wards. | 48 | wards
They will build 4,300 new homes. | 4,300 | new homes
Inspectors praised 26 of the 78 schools. | 26 of the 78 | schools
A third of voters agree. | A third | voters
Nearly 40% of patients were late. | 40% | patients
Referrals rose by 12%. | 12% | Referrals
Prices fell 3%. | 3% | Prices
Unemployment fell to 4.1%. | 4.1% | Unemployment
House prices rose 2.5% in the region. | 2.5% | House prices
The budget was cut by £5m. | £5m | budget
The average rent is £1,200 a month. | £1,200 | average rent
Sales doubled. | doubled | Sales
The number of people in work rose to 32 million. | 32 million | number of people in work
A rise of 5% in council tax was agreed. | 5% | council tax
They agreed a 5% rise in council tax. | 5% | council tax
The fund holds £40m in savings. | £40m | savings
They spent £40m on roads. | £40m | roads
The fire burned 21,300 hectares of forest. | 21,300 | forest
The farm shipped 40 tonnes of wheat. | 40 | wheat
The storm left 12,000 customers without power. | 12,000 | customers without power
The inflation rate was 2.2%. | 2.2% | inflation rate
Exports made up 54% of sales. | 54% | Exports
Support for the party, which ran the state for years, stands at 24%. | 24% | Support for the party
Rents, at €1,544 a month, were too high. | €1,544 | Rents
The fines, of £400 and £90, were paid. | £400 | fines
The trams run every 12 minutes and the ferry every hour. | 12 | trams
They file a report every six months. | six | report
Temperatures topped 40C on Sunday. | 40C | Temperatures
Net migration is on track to hit 400,000. | 400,000 | Net migration
The firm wants to expand capacity there from 8 GW to 30 GW. | 30 GW | capacity
The army is to hand over £5,870 towards schools. | £5,870 | schools
It gave £600 for a crossing and a further £85 for a bus stop. | £85 | bus stop
The town plans to spend $2bn this year on a bridge. | $2bn | bridge
The senator lost his seat by 187 votes. | 187 | lost his seat
The storm left 16 dead in Ohio. | 16 | dead in Ohio
Some 300 fires burn, 158 of them out of control. | 158 | out of control
One voter in three backs the plan. | One voter in three | voter
The town has 4m residents, 55% of them women. | 55% | women
Prices rose 2.6 percent year on year. | 2.6 percent | Prices
The masts stand 12 km offshore. | 12 km | masts
It cut its forecast by 330,000 tonnes. | 330,000 | forecast
We need 30 days’ notice. | 30 | notice
The vote was lost, said one of the 500 staff. | 500 | staff
Jobs grew, with payrolls rising by 118,000. | 118,000 | payrolls
At 2.1%, inflation is at its lowest since 2021. | 2.1% | inflation
Sales of vans more than doubled. | doubled | Sales of vans
House prices are now nine times earnings. | nine | House prices
The charge, currently £12 a day, will rise. | £12 | charge
Nearly 90% of the 1,200 flats are full. | 90% | flats
She needs a cheque for £142. | £142 | cheque
The city has trimmed its per-capita use to 110 gallons. | 110 | per-capita use
Asked who would win, 51% named her. | 51% | named
The backlog has climbed to a record 67,573 cases. | 67,573 | backlog
The island is home to 200 souls. | 200 | souls
They offered a 5% pay rise. | 5% | pay
The plan adds £2 an hour to the wages of carers. | £2 | wages of carers
Deliberate fires on Teesside up by 15%. | 15% | Deliberate fires
The appeal, for $472m, was funded. | $472m | appeal
Collections were a bright spot, growing 13 per cent. | 13 per cent | Collections
Families will get £10 a month for each child. | £10 | Families will get
It hurt the state by cutting its share to 2 per cent. | 2 per cent | share
Ships loaded 13 tonnes of beans. | 13 | beans
"""


def _cases() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "measured"), _cases())
def test_says_what_is_measured(text: str, quote: str, measured: str) -> None:
    assert read_figure(text, quote).measured == measured


CARRIED = [
    ("There were 214 murders in May. In June there were 172.", "172", "murders"),
    ("The list grew to 796 patients, up from 791 in June.", "791", "list"),
    ("Thefts fell to 862 from 877.", "877", "Thefts"),
    ("They built 12 homes and sold 9.", "9", "homes"),
]


@pytest.mark.parametrize(("text", "quote", "measured"), CARRIED)
def test_an_elided_noun_is_that_of_the_number_before(text: str, quote: str, measured: str) -> None:
    assert read_figure(text, quote).measured == measured
