"""The comparator of a number, the interval it commits to, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readings import read_figure

# Text, quote, bound, low, high; a dash stands for an open end.
CASES = """
There were 472 calls. | 472 | exact | 472 | 472
If ministers cap rents at 3%, few build. | 3% | at_most | - | 3
The contract caps it at 24. | 24 | at_most | - | 24
League rules limit losses to £39m. | £39m | at_most | - | 39000000
The deal would limit rises to 4%. | 4% | at_most | - | 4
Prices came just under the cap of $5,000. | $5,000 | exact | 5000 | 5000
The class is above the limit of 30. | 30 | exact | 30 | 30
The deficit is held against a ceiling of 3.5%. | 3.5% | at_most | - | 3.5
The leg goes over 40 bridges. | 40 | exact | 40 | 40
The rate went over 40%. | 40% | over | 40 | -
The planes flew low, crossing 40 hectares of bush. | 40 | exact | 40 | 40
The true number is more like 40. | 40 | about | - | -
None of the six clubs spent more than £40m. | £40m | at_most | - | 40000000
Some of the six clubs spent more than £40m. | £40m | over | 40000000 | -
The detour adds up to 40 minutes to the trip. | 40 | at_most | - | 40
The zoo cut its price from £40 to £35. | £40 | exact | 40 | 40
Rooms from £40 are left. | £40 | at_least | 40 | -
The flock is under the 40,000 mark. | 40,000 | under | - | 40000
Takings rose above the £40m mark. | £40m | over | 40000000 | -
Gusts as strong as 40mph felled oaks. | 40mph | at_most | - | 40
Hail as big as 40mm fell. | 40mm | at_most | - | 40
The herd is split over 40 farms. | 40 | exact | 40 | 40
Flights were 5 percent higher than 40 million in June. | 40 million | exact | 40000000 | 40000000
It took more than 40 calls. | 40 | over | 40 | -
It took over 40 calls. | 40 | over | 40 | -
It took just over 40 calls. | 40 | over | 40 | -
It took well over 40 calls. | 40 | over | 40 | -
Speeds above 40mph were seen. | 40mph | over | 40 | -
Losses exceeding £40m were booked. | £40m | over | 40000000 | -
Losses in excess of £40m were booked. | £40m | over | 40000000 | -
It took upwards of 40 calls. | 40 | over | 40 | -
Donations topped £40m. | £40m | over | 40000000 | -
Donations surpassed $40m. | $40m | over | 40000000 | -
Donations passed the £40m mark. | £40m | over | 40000000 | -
She smashed 84 runs in the final. | 84 | exact | 84 | 84
Donations have smashed the £40,000 mark. | £40,000 | over | 40000 | -
North of $40m was raised. | $40m | over | 40000000 | -
It took at least 40 calls. | 40 | at_least | 40 | -
It took no fewer than 40 calls. | 40 | at_least | 40 | -
It took no less than £40m. | £40m | at_least | 40000000 | -
It took a minimum of 40 calls. | 40 | at_least | 40 | -
It took 40 calls or more. | 40 | at_least | 40 | -
The average age on the shop floor is 47. | 47 | exact | 47 | 47
Thefts rose, pushing the total past 40,000 offences. | 40,000 | over | 40000 | -
Calls took 9.5 minutes, inside a target of 12. | 12 | at_most | - | 12
They waited 140 days, well beyond the 90 recommended. | 90 | at_most | - | 90
The storm will pass 200 miles west of Mull. | 200 | exact | 200 | 200
Loans are repaid over five years. | five | exact | 5 | 5
Gates averaged 11,200 over 19 home matches. | 19 | exact | 19 | 19
A saloon is priced from £21,000. | £21,000 | at_least | 21000 | -
Spending stayed within a budget of £40m. | £40m | exact | 40000000 | 40000000
It took 40 or more calls. | 40 | at_least | 40 | -
It drew 500+ people. | 500 | at_least | 500 | -
It took less than 40% of it. | 40% | under | - | 40
It took fewer than 40 calls. | 40 | under | - | 40
Temperatures below 40C were seen. | 40C | under | - | 40
Just under 40% came. | 40% | nearly | - | 40
It took under 40 minutes. | 40 | under | - | 40
It took up to 40 calls. | 40 | at_most | - | 40
She faced up to 20 years in prison. | 20 | at_most | - | 20
He faced up to a £12m bill. | £12m | exact | 12000000 | 12000000
It plans to raise the minimum fare from Rs 10 to Rs 15. | Rs 10 | exact | 10 | 10
It took as many as 300,000 calls. | 300,000 | at_most | - | 300000
It took as much as £40m. | £40m | at_most | - | 40000000
It took no more than 1.5% of it. | 1.5% | at_most | - | 1.5
It took a maximum of 40 calls. | 40 | at_most | - | 40
The river hit a maximum of 4.2 metres. | 4.2 | exact | 4.2 | 4.2
Nine villages and more than 40 farms are cut off. | Nine | exact | 9 | 9
Growers are reeling under 30 per cent deficit. | 30 per cent | exact | 30 | 30
Rises will be capped at 40%. | 40% | at_most | - | 40
It took 40 calls or fewer. | 40 | at_most | - | 40
It took almost 40 calls. | 40 | nearly | - | 40
It took nearly 40 calls. | 40 | nearly | - | 40
It took close to 40 calls. | 40 | nearly | - | 40
Debts are approaching £40m. | £40m | nearly | - | 40000000
It took just short of 40 calls. | 40 | nearly | - | 40
It took around 40 calls. | 40 | about | - | -
It took about 40 calls. | 40 | about | - | -
It took roughly 40 calls. | 40 | about | - | -
It took approximately 40 calls. | 40 | about | - | -
Some 40 calls were made. | 40 | about | - | -
It took something like 40 calls. | 40 | about | - | -
It took 40 or so calls. | 40 | about | - | -
It took 40 calls or so. | 40 | about | - | -
It took 40-odd calls. | 40 | about | - | -
It cost ~£40m. | £40m | about | - | -
It took in the region of 40 calls. | 40 | about | - | -
It took 17-19 calls. | 17-19 | range | 17 | 19
It took around 17-19 calls. | 17-19 | range | 17 | 19
It took between 200 and 300 calls. | 200 and 300 | range | 200 | 300
It took more than an estimated 40 calls. | 40 | over | 40 | -
It took more than half of them. | half | over | 1 | -
It took nearly two-thirds of them. | two-thirds | nearly | - | 2
About one in five left. | one in five | about | - | -
Topping the $1.81bn of last year, sales rose. | $1.81bn | exact | 1810000000 | 1810000000
Inflation is close to the 2% target. | 2% | exact | 2 | 2
It was well above an estimate of 300. | 300 | exact | 300 | 300
He jumped over 12 cars. | 12 | exact | 12 | 12
They handed over 40 calls. | 40 | exact | 40 | 40
More importantly, 40 calls were made. | 40 | exact | 40 | 40
The calls went up to 40. | 40 | exact | 40 | 40
The law capped the term of the bonds at 40 years. | 40 | at_most | - | 40
The state will cap rent rises at 40%. | 40% | at_most | - | 40
It caps fares at £40 a day. | £40 | at_most | - | 40
Rules limit each class to 40 pupils. | 40 | at_most | - | 40
The banks' ceiling is 40. | 40 | at_most | - | 40
The legal limit stands at 40. | 40 | at_most | - | 40
A cap on fees of £40 was set. | £40 | at_most | - | 40
The team won its 40th cap at home to 40 fans. | 40 | exact | 40 | 40
Half should be seen inside 40 weeks. | 40 | at_most | - | 40
They found 40 people inside. | 40 | exact | 40 | 40
Inside 40 homes it found rot. | 40 | exact | 40 | 40
The rate neared 40%. | 40% | nearly | - | 40
Debts have approached £40m. | £40m | nearly | - | 40000000
It is getting on for 40%. | 40% | nearly | - | 40
It was a shade under 40%. | 40% | nearly | - | 40
It was fractionally below 40%. | 40% | nearly | - | 40
It was a touch over 40%. | 40% | over | 40 | -
I served at maybe 40 per cent. | 40 per cent | about | - | -
There were perhaps 40 people. | 40 | about | - | -
It cost in the vicinity of $40m. | $40m | about | - | -
It has hovered around 40%. | 40% | about | - | -
He got to the limit, and 40 people cheered. | 40 | exact | 40 | 40
The cap was lifted at 40 sites. | 40 | exact | 40 | 40
They approached 40 firms. | 40 | exact | 40 | 40
Prices start at £40. | £40 | at_least | 40 | -
It weighs <= 5 kg. | 5 kg | at_most | - | 5
It weighs >= 5 kg. | 5 kg | at_least | 5 | -
It weighs ≳ 5 kg. | 5 kg | about | - | -
It weighs max. 5 kg. | 5 kg | at_most | - | 5
It weighs 5 kg max. | 5 kg | at_most | - | 5
It weighs a min of 5 kg. | 5 kg | at_least | 5 | -
It took 3+ hours. | 3 | at_least | 3 | -
Fewer than a couple of hundred came. | a couple of hundred | under | - | 200
The temperature rose up to 40C. | 40C | exact | 40 | 40
"""

# Text, quote, bound: what a level only goes up to, what is denied, and conversions in brackets.
WIDER_CASES = """
The rate edged up to 34.3 hours. | 34.3 | exact
Unemployment ticked up to 4.2%. | 4.2% | exact
The new total takes the fleet up to 40 ships. | 40 | exact
This brings the number of cases up to 300. | 300 | exact
Petrol is back up to £1.50. | £1.50 | exact
The hall holds up to 300 people. | 300 | at_most
They can earn up to £40 a day. | £40 | at_most
Prices could rise by up to 5%. | 5% | at_most
Speeds must not exceed 40mph. | 40mph | at_most
The fee cannot exceed £40. | £40 | at_most
He never had more than 40 pupils. | 40 | at_most
No patient should wait longer than 52 weeks. | 52 | at_most
Stocks never fell below 40 tonnes. | 40 | at_least
The rate has not dropped below 4% since May. | 4% | at_least
No other team has scored more than 40 goals. | 40 | over
Not only did it cost more than £40, it broke. | £40 | over
Temperatures topped 104 F (40 C) on Sunday. | 40 C | over
It costs about £40 ($50) a month. | $50 | about
The house stands about five miles (8km) from town. | 8km | about
It burned 123 square kilometres (47 square miles). | 47 | exact
More than 40 firms (12 in Leeds) have closed. | 12 | exact
More than 40 km (25 miles) of road is shut. | 25 | over
Some had passed the 78-week mark. | 78 | over
It has less than the five-year minimum. | five | at_least
The fire covers nearly 400 acres (160 hectares). | 160 | nearly
Waits top 12 months in Perth. | 12 | over
Bills top £2,000 in May. | £2,000 | over
Three of the quakes were stronger than 5.5. | 5.5 | over
It bans lorries heavier than 12 tonnes. | 12 | over
By June we were past 100. | 100 | over
Diesel has gone through $4 a litre. | $4 | over
The bus went through 40 villages. | 40 | exact
Rates are nudging 7 per cent. | 7 per cent | nearly
Thefts have all but doubled. | doubled | nearly
All but 12 of the shops shut. | 12 | exact
Not even 60 per cent had been spent. | 60 per cent | under
The ceiling under the Act is 4.5 per cent. | 4.5 per cent | at_most
They are inside the £50m limit. | £50m | at_most
Plans were issued within the statutory 20 weeks. | 20 | at_most
I put it at 30 million, at the very most. | 30 million | at_most
Nobody should be waiting longer than 18 weeks. | 18 | at_most
No ward may stray from that by more than 5%. | 5% | at_most
It has no fewer than 9 pens and keeps waste below 2 tonnes. | 2 | under
The emergency minimum is 15 litres. | 15 | at_least
Adult seats start from £240. | £240 | at_least
Tickets from £14 are on sale. | £14 | at_least
Recruits start at $51,000. | $51,000 | exact
Crews have a line around 40% of the fire. | 40% | exact
Cars lay under 31 inches of snow. | 31 | exact
The board signed up to a £12m deficit. | £12m | exact
A maximum of 37C is forecast. | 37C | exact
He counted 9,100 pairs, give or take 700. | 9,100 | exact
Turnout was 61%, far higher than 54% in 2019. | 54% | exact
It drew 40 walkers, fewer than 60 the year before. | 60 | exact
Sales were £40m, which was less than £50m in the previous year. | £50m | exact
It has 400 shops, more than 300 of them in Kent. | 300 | over
It lost £4m last year, more than £40m since 2009. | £40m | over
Turnout was higher than 54% in 2019. | 54% | over
Growth was 4%, less than 9% of firms said. | 9% | under
The shop sells 40 pies and over 90 cakes. | 40 | exact
It has 40 beds and up to 12 nurses. | 40 | exact
Firms with sales of £4m and over must file. | £4m | at_least
A 60% plus mark-up is common. | 60% | at_least
It made 40 plus 12 more. | 40 | exact
No tenant should have to queue more than six days. | six | at_most
None of them may spend more than £4m. | £4m | at_most
Some waited longer than the eight-minute target. | eight | at_most
The plan has a 10-year target. | 10 | exact
They waited longer than the 28 days laid down. | 28 | at_most
It is not the £131m that we set out in July. | £131m | exact
It is capping numbers in the Care 2.0 scheme at 415,000. | 415,000 | at_most
At no point did levels exceed 40. | 40 | at_most
No seat may stray from the mean, 3,512, by more than 1%. | 1% | at_most
The levy passed 61-39 per cent. | 61 | exact
It fell from c.5.7% in May. | 5.7% | about
It costs c£5m a year. | £5m | about
Nobody should wait more than 18 weeks (four months). | four | at_most
It was no bigger than 40cm. | 40cm | at_most
Stocks fell below zero. | zero | under
The mercury stays at zero or lower. | zero | at_most
It cost a million quid, give or take. | a million quid | about
Sales of £4m, give or take £100,000, are likely. | £4m | exact
It has 40 staff, or thereabouts. | 40 | about
The best part of £4m was spent. | £4m | nearly
It weighs ca 40kg. | 40kg | about
The court has no defendant waiting longer than 90 days. | 90 | at_most
No council spent more than £5m. | £5m | at_most
No one was fined more than £80. | £80 | at_most
No rain fell for more than 40 days. | 40 | over
There was no snow, and more than 40 died. | 40 | over
The party gained ground - up to 32% from 27%. | 32% | exact
Membership was up to 4,000 from 3,500. | 4,000 | exact
Fines are up to £500 from Monday. | £500 | at_most
Up to 12 people from 3 villages fled. | 12 | at_most
The club has, at most, 8 games left. | 8 | at_most
The index rose as high as 6,090 points. | 6,090 | exact
The stake fell to as low as 3%. | 3% | exact
Gusts as high as 90mph were felt. | 90mph | at_most
The firm lost £13m, wider than £3m last year. | £3m | exact
The gap is wider than 3 metres. | 3 | over
The plan got 57%, exceeding the 55% threshold. | 55% | exact
Donations exceeded the £40m mark. | £40m | over
Rain flattened crops over 18,400 hectares. | 18,400 | exact
Maize was sown over 1,000 hectares. | 1,000 | exact
The site covers over 40 hectares. | 40 | over
Calls took 47 minutes, three times the 15 allowed. | 15 | at_most
The lorry carried twice the 40 tonnes permitted. | 40 | at_most
The state has maximum arrears at £72m. | £72m | exact
The maximum fine stands at £500. | £500 | at_most
Nigh on 400 rowers took part. | 400 | nearly
The bill is just about £600. | £600 | nearly
The seam is a tad under 9 metres thick. | 9 | nearly
The reservoir is inching towards 90 per cent. | 90 per cent | nearly
Takings eclipsed $2m. | $2m | over
Waits breaching 18 weeks rose. | 18 | over
The scale tops out at $41,000. | $41,000 | at_most
The widow hands over 40 per cent of her wages. | 40 per cent | exact
Moths were seen over orchards after a plane hovered over three farms. | three | exact
The hut is still straining under 30 inches of snow. | 30 | exact
Winds peak as high as 140 kph. | 140 kph | exact
Shares tumbling as low as $4 were bought. | $4 | exact
The leap has driven the toll up to 31. | 31 | exact
Gifts totted up to £310. | £310 | exact
Neighbours complained about two dogs. | two | exact
The heirs argued over two paintings. | two | exact
Locusts ate chillies over 400 acres. | 400 | exact
Prize money is spreading over six seasons. | six | exact
Revenue was $2.31bn, up 4% and above the estimate of $2.28bn. | 4% | exact
Those aged 70 and above paid less than £3. | £3 | under
The offence carries a maximum sentence of 14 years. | 14 | at_most
The maximum temperature was 38C. | 38C | exact
"""


def _cases() -> list[list[str]]:
    return _rows(CASES)


def _rows(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "bound", "low", "high"), _cases())
def test_reads_bound_and_interval(text: str, quote: str, bound: str, low: str, high: str) -> None:
    figure = read_figure(text, quote)
    ends = [None if end == "-" else Decimal(end) for end in (low, high)]
    assert (figure.bound, figure.low, figure.high) == (bound, *ends)


@pytest.mark.parametrize(("text", "quote", "bound"), _rows(WIDER_CASES))
def test_reads_the_bound_that_the_clause_leaves(text: str, quote: str, bound: str) -> None:
    """Verbs of reaching, denials, limits in the noun and brackets tell the bound as well."""
    assert read_figure(text, quote).bound == bound


def test_only_the_member_beside_the_word_is_about() -> None:
    text = "They will build approximately 4,300 homes, 3,700 flats and 120 shops."
    assert [read_figure(text, quote).bound for quote in ("4,300", "3,700", "120")] == [
        "about",
        "exact",
        "exact",
    ]


def test_a_limit_in_the_noun_makes_its_duration_at_most() -> None:
    assert read_figure("Few patients met the 18-week standard.", "18").bound == "at_most"
