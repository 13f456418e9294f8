"""Which figures of a text are tied, and which are not: short texts with all their ties."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figtrail.extraction import extract_figures
from figtrail.extraction.relations import make_relation
from figtrail.model import Document

TIED: dict[str, list[str]] = {
    # Two levels.
    "The number of looked-after children rose from 442 in 2018 to 472 in 2019.": [
        "472 changes_from 442"
    ],
    "Unemployment fell to 3.9% from 4.1%.": ["3.9% changes_from 4.1%"],
    "There have been 21 fires so far this year, compared with 24 at this time last year.": [
        "21 changes_from 24"
    ],
    "The margin was 2,911 votes, 32,890 to 29,979, the clerk said.": [
        "2,911 changes_to 32,890",
        "2,911 changes_from 29,979",
    ],
    "He won by 3,100 votes, polling 9,400 votes against 6,300.": [
        "3,100 changes_to 9,400",
        "3,100 changes_from 6,300",
    ],
    "Profit came to £176m, more than treble the £56m of 2017.": [
        "treble changes_to £176m",
        "treble changes_from £56m",
    ],
    "The plan costs £150m. In 2017 it cost £120m.": ["£150m changes_from £120m"],
    "The club has 72 members, made up of 41 men and 31 women.": [
        "41 is_part_of 72",
        "31 is_part_of 72",
    ],
    "There were 95 protesters beside a group of 30 students and 12 teachers.": [],
    "Turnout was 40.1 per cent, or 62,957 of 157,000 voters. In 2017 turnout was 33 per cent.": [
        "62,957 of 157,000 restates 40.1 per cent"
    ],
    "The vacancy rate is 2.9%, down from 6.1% in August 2018.": ["2.9% changes_from 6.1%"],
    "Profit was £400m (2018: £350m).": ["£400m changes_from £350m"],
    "A record 1,064 people ran, an increase on the 712 who took part last year.": [
        "1,064 changes_from 712"
    ],
    "In August the clinic admitted 312 patients, against 96 a year earlier.": [
        "312 changes_from 96"
    ],
    "Cases fell sharply, from about 900 a week in May to fewer than 40 last week.": [
        "40 changes_from 900"
    ],
    # A change and its levels.
    "Gross margin widened by 340 basis points to 61.2%.": ["340 basis points changes_to 61.2%"],
    "Revenue was £3.2bn, up 7% on last year.": ["7% changes_to £3.2bn"],
    "Fires are down by a fifth on the 712 recorded in 2016.": ["a fifth changes_from 712"],
    "There were 1,064 fires in 2017, 352 more than in 2016.": ["352 changes_to 1,064"],
    "Profit rose 12 per cent to £3.2bn from £2.9bn a year earlier.": [
        "12 per cent changes_from £2.9bn",
        "12 per cent changes_to £3.2bn",
        "£3.2bn changes_from £2.9bn",
    ],
    "There were 472 children in care, up from 442 in 2018, an increase of 6.8 per cent.": [
        "472 changes_from 442",
        "6.8 per cent changes_from 442",
        "6.8 per cent changes_to 472",
    ],
    "Recorded crime fell by a third, from 1,200 to 800.": [
        "a third changes_from 1,200",
        "a third changes_to 800",
        "800 changes_from 1,200",
    ],
    "The number of calls doubled from 442 to 884.": [
        "doubled changes_from 442",
        "doubled changes_to 884",
        "884 changes_from 442",
    ],
    "There were 172 murders, 20 percent fewer than the 214 recorded in 2017.": [
        "172 changes_from 214",
        "20 percent changes_from 214",
        "20 percent changes_to 172",
    ],
    "There were 712 fires in 2016 and 1,064 in 2017, a rise of 49 per cent.": [
        "49 per cent changes_from 712",
        "49 per cent changes_to 1,064",
    ],
    "Spending went up from $3.4 billion to $3.9 billion, a rise of $500 million or 15 percent.": [
        "$3.9 billion changes_from $3.4 billion",
        "$500 million changes_from $3.4 billion",
        "$500 million changes_to $3.9 billion",
        "15 percent changes_from $3.4 billion",
        "15 percent changes_to $3.9 billion",
        "15 percent restates $500 million",
    ],
    "Overdose deaths fell from 1,330 to 1,051, down 21 per cent, before rising to 1,172.": [
        "1,051 changes_from 1,330",
        "21 per cent changes_from 1,330",
        "21 per cent changes_to 1,051",
    ],
    "The force has 4,300 officers, 700 fewer than in 2010, when it had 5,000.": [
        "4,300 changes_from 5,000",
        "700 changes_from 5,000",
        "700 changes_to 4,300",
    ],
    "Inflation was 2.1 per cent in June, down from 2.4 per cent, a fall of 0.3 points.": [
        "2.1 per cent changes_from 2.4 per cent",
        "0.3 changes_from 2.4 per cent",
        "0.3 changes_to 2.1 per cent",
    ],
    # Over two sentences.
    "There were 712 fires last year. That compares with 650 a year earlier. "
    "This is an increase of 9.5 per cent.": [
        "712 changes_from 650",
        "9.5 per cent changes_from 650",
        "9.5 per cent changes_to 712",
    ],
    "There were 712 fires last year. That compares with 650 a year earlier.": [
        "712 changes_from 650"
    ],
    "Attendance was 1,064. It was up from 712 in 2016.": ["1,064 changes_from 712"],
    "There were 1,064 fires. This is an increase of 49.4 per cent.": [
        "49.4 per cent changes_to 1,064"
    ],
    "The budget will be cut from £400,000 to £340,000, or 15 per cent, next April.": [
        "15 per cent changes_from £400,000",
        "15 per cent changes_to £340,000",
        "£340,000 changes_from £400,000",
    ],
    "Visits went from 820 to 943 and 1,037, rises of 15 per cent and 10 per cent respectively.": [
        "943 changes_from 820",
        "15 per cent changes_from 820",
        "15 per cent changes_to 943",
        "10 per cent changes_from 943",
        "10 per cent changes_to 1,037",
    ],
    "Farms fell by 140 to 860 last year. At the end of 2017 there were still 1,000 of them.": [
        "140 changes_from 1,000",
        "140 changes_to 860",
        "860 changes_from 1,000",
    ],
    # Differences.
    "He polled 18,430 votes to her 16,200, a majority of 2,230.": [
        "2,230 changes_from 16,200",
        "2,230 changes_to 18,430",
    ],
    "The scheme cost £12.5m, £2.5m over its budget of £10m.": [
        "£2.5m changes_from £10m",
        "£2.5m changes_to £12.5m",
    ],
    # Amounts for each.
    "The 12 clubs will get £5,000 each, costing the council £60,000.": [
        "£5,000 is_average_of £60,000",
        "£5,000 is_average_over 12",
    ],
    "The district of 240,000 people has had 1,320 cases, or 5.5 for every 1,000 residents.": [
        "5.5 is_average_of 1,320",
        "5.5 is_average_over 240,000",
    ],
    # Parts.
    "The councillors were all there, 52 of them. Twenty-nine were for, 17 against and the other "
    "six abstained.": [
        "17 is_part_of 52",
        "Twenty-nine is_part_of 52",
        "six is_part_of 52",
    ],
    "The council has 300 pupils. Of these, 61 live in Leeds.": ["61 is_part_of 300"],
    "Forty people were hurt, including 12 children.": ["12 is_part_of Forty"],
    "Of the 29 primaries, 17 were rated good and the remaining 12 were not.": [
        "17 is_part_of 29",
        "12 is_part_of 29",
    ],
    "There are 387 fires burning, 158 of them out of control.": ["158 is_part_of 387"],
    "It has 120 staff: 80 nurses and the other 40 doctors.": [
        "80 is_part_of 120",
        "40 is_part_of 120",
    ],
    "The council will spend £2m on roads and £3m on parks, a total of £5m.": [
        "£2m is_part_of £5m",
        "£3m is_part_of £5m",
    ],
    "It gave £2m in May and a further £3m in June. The £5m will help families.": [
        "£2m is_part_of £5m",
        "£3m is_part_of £5m",
    ],
    "Police made 61 arrests, 14 of them for theft; the remaining 47 were for assault.": [
        "14 is_part_of 61",
        "47 is_part_of 61",
    ],
    "Two thirds of the 90 pubs surveyed, or 60, had raised prices.": [
        "Two thirds is_part_of 90",
        "60 restates Two thirds",
    ],
    "The union asked 3,200 members; 2,080 (65 per cent) voted to strike.": [
        "2,080 is_part_of 3,200",
        "65 per cent restates 2,080",
    ],
    # The same in other words.
    "The trail is 5 km (3.1 miles) long.": ["3.1 restates 5 km"],
    "A total of 26 of the 78 schools, or 33 per cent, were full.": [
        "33 per cent restates 26 of the 78"
    ],
    "The number of calls was 4,500, or about 12 a day.": ["12 restates 4,500"],
    "Council hires 40 new social workers\n\nThe council hired 40 new social workers in May.": [
        "40 restates 40"
    ],
    "Inflation at 34.8%\n\nThe inflation rate rose to 34.80% in May.": ["34.80% restates 34.8%"],
    "Early help referrals have increased by 50 per cent.\n\n"
    "There were 1,064 early help referrals, up from 712, an increase of 49.4 per cent.": [
        "1,064 changes_from 712",
        "49.4 per cent changes_from 712",
        "49.4 per cent changes_to 1,064",
        "49.4 per cent restates 50 per cent",
    ],
    # What was left behind is over, and the next subject has its own levels.
    "Food inflation eased to 28.1% from 28.3% and rent inflation to 18.8% from 19.2%.": [
        "18.8% changes_from 19.2%",
        "28.1% changes_from 28.3%",
    ],
    "The death toll rose to 503 from 384, and the number of cases to 13,404.": [
        "503 changes_from 384"
    ],
    "The rate slowed to 43.5% from 47.3%; a year ago it was 276.4%.": ["43.5% changes_from 47.3%"],
    "Debt climbed to R94.6bn from R74.4bn; by the end of August it stood at R103.5bn.": [
        "R94.6bn changes_from R74.4bn"
    ],
    # What says a level again doesn't hide the one before.
    "Debt fell to 726.7 billion cedis ($46.9 billion), or 55% of GDP, from 761 billion cedis.": [
        "$46.9 billion restates 726.7 billion cedis",
        "726.7 billion cedis changes_from 761 billion cedis",
    ],
    "Gas plants supplied 14% (7.8 TWh).": ["7.8 TWh restates 14%"],
    "The deficit was 1.5 trillion pounds, or 7.3% of GDP.": ["7.3% restates 1.5 trillion pounds"],
    # A level of another time is the change's only where it fits, or the change says since when.
    "The contract fell 2.3% to 31.27 euros. A year ago it cost 39.80 euros.": [
        "2.3% changes_to 31.27 euros",
        "31.27 euros changes_from 39.80 euros",
    ],
    # Each noun has its own whole.
    "There were 804,721 cases and 5,805 deaths. Asia had the most (568,495 cases; 1,242 deaths), "
    "followed by Africa (178,104 cases; 3,747 deaths) and Europe (58,122 cases; 816 deaths).": [
        "1,242 is_part_of 5,805",
        "178,104 is_part_of 804,721",
        "3,747 is_part_of 5,805",
        "568,495 is_part_of 804,721",
        "58,122 is_part_of 804,721",
        "816 is_part_of 5,805",
    ],
    "There were 161 new cases and five deaths: three in Luanda and two in Bengo.": [
        "three is_part_of five",
        "two is_part_of five",
    ],
    "The city has had 7,700 cases, including 1,000 in young children, and 185 deaths.": [
        "1,000 is_part_of 7,700"
    ],
    "The state owes $6.3 billion to lenders, $4.1 billion of it to China.": [
        "$4.1 billion is_part_of $6.3 billion"
    ],
    "There were 68.1 million cases, or 25.9 per cent of the global total of 263 million.": [
        "25.9 per cent is_part_of 263 million",
        "25.9 per cent restates 68.1 million",
    ],
    "The number of refugees has reached 760,000, from 731,500 at the end of April.": [
        "760,000 changes_from 731,500"
    ],
    "A full ration costs UGX 58,000 ($16), and families get 22 per cent of it.": [
        "$16 restates UGX 58,000"
    ],
    # A headline's number is the text's by three digits, by two words, or in the lead by one.
    "Refugees reach 760,000\n\nThe number of refugees has reached 760,000.": [
        "760,000 restates 760,000"
    ],
    "Sudan cholera: 172 dead in a week\n\nCholera has killed 172 people in Sudan, it said.": [
        "172 restates 172"
    ],
}

SILENT = (
    "The appeal for Mali ($1.14 billion) is 12 per cent covered; that for Chad ($2.63 billion) "
    "43 per cent.",
    "The plan asks for $45.48 billion. At the end of July, $7.64 billion had been received.",
    "St Helens had 472 children in care, compared with 300 in Halton.",
    "The rate was 77 per cent, compared with a national average of 65 per cent.",
    "Prices start from £12 and go up to £40.",
    "Fines range from £80 to £160.",
    "The road from 12 houses to 40 shops was closed.",
    "She was sentenced to 12 years for stealing from 4 shops.",
    "The council spent £5m on roads, while visitor numbers rose 7%.",
    "Consumer prices rose 1.7% in the year to September, close to the 2% target.",
    "Fertiliser prices will fall 10 per cent and milk will average 49c a litre.",
    "Rates rose 5% in Leeds and 7% in York.",
    "Shares fell to 212p. The FTSE rose 30 points.",
    "Sales rose 5 per cent. That is more than the 3 per cent that analysts expected.",
    "Sales were £3bn, above the £2.8bn that was forecast.",
    "A total of 472 children were in care, and 12 social workers left.",
    "He scored 12 goals in 20 games, including three against Leeds.",
    "The firm employs 300 people in Leeds and 120 in York.",
    "Police said 20 people were arrested. Organisers said 20 people were hurt.",
    "Three people died in the crash. Three people were taken to hospital.",
    "Two people died in January, and two people died in March.",
    "The scheme created 40 jobs in Leeds. A further 40 jobs were lost in York.",
    "The panel voted by 31 votes to 22. Turnout was 53 per cent.",
    "The tower is 120 metres tall and 12 metres wide.",
    "The council will spend £61m on roads, and £57m and £49m on homes, up for a third year.",
    "It will replace the cars for £393m. It has raised £355m so far.",
    "The Greens are on 4pc (-1), Labour on 6pc (+2) and the Lib Dems on 9pc (+1).",
)


def relate(text: str) -> list[str]:
    day = date(2019, 7, 1)
    document = Document(
        "a", text, place="Leeds", nation="England", published_earliest=day, published_latest=day
    )
    extraction = extract_figures(document)
    quotes = {figure.figure_id: figure.quote for figure in extraction.figures}
    return [
        f"{quotes[tie.figure_id]} {tie.kind} {quotes[tie.other_figure_id]}"
        for tie in extraction.relations
    ]


@pytest.mark.parametrize(("text", "ties"), TIED.items(), ids=[text[:40] for text in TIED])
def test_what_the_words_tie_is_tied(text: str, ties: list[str]) -> None:
    assert sorted(relate(text)) == sorted(ties)


@pytest.mark.parametrize("text", SILENT, ids=[text[:40] for text in SILENT])
def test_figures_that_only_stand_side_by_side_are_not_tied(text: str) -> None:
    assert relate(text) == []


@given(st.lists(st.sampled_from([*TIED, *SILENT]), min_size=1, max_size=4))
def test_relations_tie_figures_of_the_text_once_and_restatements_look_back(
    texts: list[str],
) -> None:
    extraction = extract_figures(Document("a", "\n\n".join(texts)))
    order = {figure.figure_id: at for at, figure in enumerate(extraction.figures)}
    ids = [relation.relation_id for relation in extraction.relations]
    assert len(set(ids)) == len(ids)
    for tie in extraction.relations:
        assert tie.figure_id != tie.other_figure_id
        assert {tie.figure_id, tie.other_figure_id} <= order.keys()
        if tie.kind == "restates":
            assert order[tie.other_figure_id] < order[tie.figure_id]


def test_a_relation_is_named_by_what_it_ties() -> None:
    """The same tie has the same id, another kind or direction another one."""
    text = "The number of cases rose from 442 to 472."
    one, other = extract_figures(Document("a", text)).figures
    tie = make_relation("changes_from", other, one)
    assert tie == make_relation("changes_from", other, one)
    assert tie.relation_id != make_relation("restates", other, one).relation_id
    assert tie.relation_id != make_relation("changes_from", one, other).relation_id
