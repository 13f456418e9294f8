"""Numbers that name, refer, address, date or describe who is meant are no figures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figtrail.extraction.labels.sayings import find_sayings
from figtrail.extraction.lexicon import read_phrases
from figtrail.extraction.tokens import tokenise
from readings import read_figures, read_quotes

NOTHING = {
    "ages of one person": """
The couple, 43 and 45, live there.
Her sons, 12 and nine, are at school.
Boys of 12 and 13 took part.
Her son Ben, nine, drew it.
Ana, seven, and Ben, nine, drew it.
At 62, she is the oldest.
Aged just 17, he won.
The 18-24 age group voted.
One man of 84 died in the fire.
A woman of 91 was rescued from the roof.
A frail old man of 87 was found there.
Another girl of six survived.
""",
    "roads called by their limit": """
The fastest driver in a 60mph zone was fined.
A car stopped on a 40mph stretch of the A17.
""",
    "kinds of home without their hyphen": """
A four bedroom house burned.
A semi-detached three bed house was sold.
""",
    "several of one sort, by their numbers": """
They came from Regions 1, 2 and 5.
Terminals 3 and 4 reopened.
Stages 4 and 6 of the plan were dropped.
Zones 1-3 were flooded.
Routes 4, 5 and 7 were cut.
""",
    "races with what was won in them": """
The Olympic 100m silver medallist Ana Reyes was there.
The European 200m bronze went to Ghent.
""",
    "which one of a noun is meant, and numbers of names": """
He spoke in Hall 5.
Colonel Marek Wu spoke in Hall 5 at noon.
She took it to Gate 12 of the Expo Centre.
The lecture was in Theatre 2, and it was full.
He lives on Luxemburger Straße 101.
A fire broke out in Shed 5.
He studied Paleo 201 at the University of Calgary.
It is Luke 15, the one about the sheep.
She is halfway through French 1B.
The file is in cabinet 14.
The probe was launched on an Ariane 5 in 2017.
It has no plans to close its Plant 2 in Mansfield.
‘Oga Landlord 2’ crosses the mark
He starred in Sugar Rush Hour 7.
Traffic on N.C. 53 was light.
The bridge on Highway 17 and County Road 12 is shut.
It lies at mileposts 43 and 61.
Car parks 2 and 3 were shut.
Homes in the 28425 ZIP code burned.
The flaw, CVE-2021-39471, was mended.
The form is DS-160-2 of the office.
He is a veteran of 18 Airborne Battalion.
The S.&P. 500 was little changed.
Phase 2b results came.
The trial is in phase 3b.
A Ford Focus RS500 was hit.
A blister the size of a R5 coin.
He gave me a 50p piece.
They forged $20 notes.
She sat PLAB 1 and left.
He drove a David Brown 990 at Gortin.
A call to Quay 19 Capital went unanswered.
Owners of an Orbit 6 or later get it.
Council Notebook: Arena 2 gets the nod
The fire is at Km 4, Abeokuta Road.
It will be shown on Cable 10.
The cut comes at milepost 4.
He was held in wing 3.
Pupils in set 2 sat it.
Ask again when paper 1 is out.
The patient is in pod 7.
Water is at level 4.
The talks are at stage 2.
He ran in lane 6.
They live in unit 12B.
Samsung's Exynos 2400 is faster.
The Type 45 destroyers are old.
A Chinook from 27 Squadron flew.
It is at Junction 12 of the motorway.
The dispute over Lot 49 went on.
It is listed in Schedule 3 and Annex 2.
Avatar 2 is out.
""",
    "parts of laws, codes, frequencies and digits that are mentioned": """
It was charged under section 44(2) of the Act.
Standing Order 78(3) was used.
She saw a ‘1’ next to her name.
The letters “R2” stand on it.
It left the rails on points 107-B.
The 12014 Amritsar Shatabdi was late.
Listen on 92.1 FM.
It was in Lichen Letters 14 (3), 201–219.
Helpline: 139
It opens at 12 noon.
It does 0-62mph with ease.
3 Photograph the meter on the day.
He woke on night five of the trials.
Question 9 leaked.
Walk the trail (waymark 1).
'I signed for every bolt on Span 7'
A .303 calibre rifle was found.
""",
    "pipelines": """
The gas flows through the North Stream 1 pipeline.
""",
    "years": """
The pot, c1420, was sold.
The scheme was launched in 2019.
It opened on February 20.
It opened on 20 February 2019.
The report covers 2018/19.
The report covers 2018-19.
The plan for 2019-22 was approved.
The plan for 2019–2022 was approved.
The 2025/2026 budget was agreed.
The 1990s were a hard time for the town.
The late 1980s brought closures.
Growth slowed in the '90s.
The Class of 2019 returned.
The 2019 election was close.
The law dates from 1689.
Between 1914 and 1918 the works made shells.
From 2010 to 2015 the council was hung.
He led the party from 1997 until 2007.
The Census of 2021 showed as much.
The FY2024 accounts were late.
The FY24 accounts were late.
The company reports for Q3 2024 today.
In 2008 and 2009 banks failed.
Since 1948, the service has been free.
The London 2012 Games are remembered.
Euro 2024 was held in Germany.
The UK hosted Cop26 in Glasgow.
The Act of 1974 still applies.
By 2030, all cars must be electric.
A mid-2026 opening is planned.
The post-2008 settlement is over.
She graduated in May 1999.
The deal was signed on 12/03/2024.
The deal was signed on 2024-03-12.
The deal was signed on 12.3.2024.
The deal was signed on March 12th, 2024.
The deal was signed on the 4th of July.
It happened on 9/11.
""",
    "durations that locate": """
Prices rose over the last six months.
Work will finish in two years.
They met 12-18 months ago.
Reports fell within a month of the launch.
It was the second flood in 14 months.
Shares hit a ten-year high.
Sales were better than in the same period 12 months earlier.
Three weeks later he resigned.
He left two days before the vote.
She had joined the firm five years earlier.
In the past 12 months nothing changed.
For the first time in 30 years the lake froze.
Inflation is at a 40-year high.
""",
    "ordinals": """
It was the first time.
He finished 3rd.
It is the second-largest city.
The mill was built in the 19th century.
She came twenty-first.
The 45th president spoke.
The club marked its 150th anniversary.
A third runway is planned.
The fourth quarter was quiet.
They live on the 12th floor.
It was the 1,000th goal of his career.
The third-placed team was relegated.
""",
    "statutes and references": """
He was held under section 47 of the act.
Britain triggered Article 50.
Sections 47 and 48 apply.
Schedule 7 of the Act was used.
See page 12 for details.
See pp. 14-16 for details.
Chapter 11 protection was sought.
Title IX and Regulation 14 were cited.
The UN Security Council passed Resolution 2728.
California voted on Proposition 22.
Under Rule 10b the bid must be made.
Order 66 was issued.
The offence falls under Section 304A of the Indian Penal Code.
Clause 4 was rewritten.
Paragraph 3 of the letter says so.
Table 4 and Figure 2 show the trend.
Form 8 must be filed.
Case no. 4512 was adjourned.
Appendix 3 lists them.
Amendment 12 was defeated.
It is listed as Lot 47.
""",
    "roads, places and addresses": """
The A580 was closed.
The crash was on the M62 near junction 10.
Drivers on Interstate 95 were stuck.
Highway 1 reopened.
Traffic on Route 66 is light.
The prime minister left 10 Downing Street.
The office is at 221 Baker Street.
She lives at 15 Acacia Avenue.
The suspect lived at 1600 Pennsylvania Avenue NW.
Platform 4 was crowded.
The flight left from Terminal 5.
Gate 23 is closed.
Ward 7 was shut.
Room 101 was empty.
The parcel went to SW1A 2AA.
It was sent to WA10 1HP.
Send it to PO Box 1204.
District 9 is new.
The NH-44 was blocked.
He lives in flat 12.
""",
    "names and models": """
Covid-19 spread quickly.
COVID-19 and H5N1 are watched.
The Boeing 737 was grounded.
A Boeing 737 MAX landed safely.
The Airbus A320 turned back.
Channel 4 showed the film.
BBC Radio 4 reported it.
BBC One and ITV2 showed it.
The iPhone 15 went on sale.
Windows 11 is out.
Apollo 11 landed on the moon.
Formula 1 returns to the city.
Omega-3 is sold as a supplement.
Vitamin B12 was lacking.
The PM2.5 level was high.
The FTSE 100 was flat.
The S&P 500 was flat.
The Nifty 50 was flat.
The Group of Seven met.
The G20 and the G7 met.
The c2c trains were late.
Six Nations fans sang.
The Big Four accountants were criticised.
The Fortune 500 company declined to comment.
MI5 and MI6 were told.
Catch-22 is on the syllabus.
World War 2 veterans marched.
The Seven Sisters cliffs are eroding.
The Three Gorges dam was full.
Chanel No. 5 is famous.
Ofsted said Year 6 pupils did well.
Homes in Band D pay most.
Key Stage 2 results are out.
Tier 3 rules apply.
A Category 4 hurricane made landfall.
Phase 2 of the trial begins soon.
Grade 8 students sat the test.
Type 2 diabetes is common.
He was treated for type 1 diabetes.
Stage 4 cancer was found.
The Level 3 course is full.
""",
    "types": """
A two-bedroom flat was sold.
The 10-year bond was sold.
They called it a one-in-100-year flood.
A 40-foot container fell.
A five-star hotel opened.
A three-storey block burned.
A four-door saloon was stolen.
A two-party system emerged.
The 100-metre final was close.
He rode a three-wheel bike.
The 30-year mortgage is back.
A six-cylinder engine was fitted.
""",
    "ages": """
Children as young as five are sent home.
The children were aged two, five and nine.
He leads among women between 35 and 54.
Nobody under 18 may enter the hall.
Voters between the ages of 18 and 24 stayed at home.
She was over 40 when she won.
She has a lad of nine who goes there.
If you see it ring 101, or 999 if it is happening.
She said the 999 handler told them.
The two-week repo rate was cut.
Under-18s may not enter.
The under-21s won.
Over-65s get it free.
People aged 16 to 24 were asked.
Many of them under 30 had left.
People aged 65 and over were asked.
Those aged between 18 and 34 were asked.
A 34-year-old man was held.
A 34 year old man was held.
A 10-month-old baby was saved.
Three-year-olds like it.
Pat Sillery, 62, was there.
Pat Sillery (62) was there.
Her mother, who turned 101, smiled.
He died at the age of 87.
The boy, 12, is in hospital.
Children under 15 go free.
Adults over 50 were invited.
Anyone over 18 may vote.
The singer, aged 27, has died.
She turned 40.
Residents 65 and older may apply.
Patients younger than 19 wait less.
There was a drop in 18 and 19-year-olds applying.
My mother is 91.
""",
    "one": """
It was one of the recommendations.
At any one time the ward is busy.
No one came.
They spoke to one another.
One day it will open.
It was one built by hand.
One must be careful.
One resident said it was loud.
This one is different.
The one thing that matters is time.
Number one priority is safety.
""",
    "times and signals": """
The bus came at ten to nine.
She got in at twenty past six.
It starts at 9:30.
It starts at 9.30am.
It starts at 7pm.
It starts at 10 a.m. sharp.
Doors open at 18:00 GMT.
Police were called at 1430 GMT.
It shuts at five o'clock.
The shop is open 24/7.
Dial 999 in an emergency.
He called 911.
Call 101 to report it.
The 111 service was busy.
Call 0800 123 456 for help.
Call 0161 496 0000 for help.
Ring 01744 676789 for help.
Call +44 20 7946 0958 for help.
Call (555) 010-4477 for help.
Text HELP to 70070 now.
""",
    "references": """
Version 2.0 is out.
Version 10.15.7 is out.
Python 3.11 is out.
Go to http://example.org/2024/05/123.html for more.
Write to room101@example.org for more.
The hashtag #2030vision spread.
His badge was number 4512.
Flight 370 vanished.
The ticket was No. 45.
Bus 42 was late.
The reference is 12/00345/FUL.
Read it at doi:10.1000/182 now.
The ISBN is 978-3-16-148410-0.
""",
    "scores": """
They won 2-1.
They won 2–1 at home.
Liverpool beat Everton 3-0.
She won 6-3, 6-4.
The final finished 21-14.
The Lakers won 112-98.
Arsenal 2 Chelsea 1
It ended 1-1.
He lost 4-6, 6-7 (4/7), 6-4.
He was 15-40 down when she served.
The Dees won 14.8 (92) to 10.11 (71).
They lead by a game and a half.
The motion was carried 7-5.
The court ruled 6-3 against him.
England lost 3-2 on penalties.
The vote was 52-48.
""",
    "match minutes and offsets": """
She scored on 41 minutes.
The election is two months away.
We set off at seven.
With 12 days to go, he is ahead.
There are five months left.
He came in before half past eight.
""",
    "families": """
A family of five live there.
The mother of three was hurt.
""",
    "numbering": """
1. Wash your hands.
2) Close the door.
(3) Go home.
a) It rained.
""",
    "things that are called by a number": """
It closed weeks before ward 9 reopened.
The jet was parked on Stand 4 of the airport.
The images came from Wide Field Camera 3, which splits light.
Anyone with information should quote log 3114 of July 9.
Those who press 2 wait longer.
For help, dial 211 or text a friend.
He has stopped dialling 101.
Farmers were hit by Cyclone 02B.
The image shows the galaxy NGC 5507.
Finds date from about AD 480 to 630.
""",
    "trains, times of day and days called by a number": """
They sent short carriages for the 7.42.
The ferry sails at 2230.
The train left at 1645 from Leeds.
They want a train later than the present 22.30.
We left at 10 at night.
No rain has fallen since June 19; the city is dry.
""",
    "ages behind brackets and contractions": """
Cllr Ana Diaz (Ind, Hall), 71, called it a plaster.
He's 13 and he missed lessons.
Last year's final was won by Kovac, then 19.
""",
    "models, buses and groups": """
A Porsche 911 was stolen.
He drives a Volvo 240.
The Fiat 500 is back.
His 3 Series was stolen.
Euro 6 diesels go free.
The 38 bus was late.
The Group of 7 met.
Studio 54 reopened.
""",
    "lines for help in Australia": """
Call Lifeline on 13 11 14 for help.
Helpline: 1300 22 4636
Crime Stoppers is on 1800 333 000.
""",
    "grades and resolutions": """
A ring of 22k gold was found.
The clips are in 1080p.
A 720p screen and a 4K display were tested.
""",
    "names with a number as a subject": """
The DAX 30 rose.
Karsvik 2 will open in May.
The Nova 3 was sold.
""",
    "denominators without a number": """
The town has the highest rate per 100,000 people.
It has fewer beds per 1,000 people.
""",
    "quarters of a year": """
It was another quarter of growth.
The firm had a quarter of strong sales.
""",
    "ranks": """
The town lies 25th out of 31 councils.
The school is ranked 12th of 40.
""",
    "seasons of crops": """
Sales slipped so far in 2021-22 season.
""",
    "stretches of time that say which": """
It was the calmest of the last three-and-a-half weeks of summer.
It is a calm not known for 20 years.
Brokers cut the 12-month price target.
The four-week jobless claims average fell.
Prices hit two-week highs.
The fall followed the previous three-month period.
Output fell on a rolling three-month basis.
The 5 year average was lower.
""",
    "no number": """
Many came.
A small number of people came.
Several were hurt.
Few stayed.
Plenty of time is left.
A couple were seen.
Both were seen.
The majority were seen.
""",
}

CASES = [
    pytest.param(line, id=f"{topic}: {line}")
    for topic, lines in NOTHING.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize("text", CASES)
def test_states_no_figure(text: str) -> None:
    assert read_quotes(text) == []


BESIDE_LABELS = [
    ("The index closed at 1200.", ["1200"]),
    ("Her followers now number 900.", ["900"]),
    ("The talks drew 40 envoys, 14 from Kenya.", ["40", "14"]),
    ("Coverage was 92% in the 2023-’24 school year.", ["92%"]),
    ("The rate was 51% in Q1 2019-20.", ["51%"]),
    ("The dam is 40% above 2000 levels.", ["40%"]),
    ("At 14.45 hours the ferry left with 90 aboard.", ["90"]),
    ("He has four goals in nine games.", ["four", "nine"]),
    ("She netted 26 Ligue 1 goals.", ["26"]),
    ("At one point the queue was 90 long.", ["90"]),
    ("It fell by one point to 90.", ["one", "90"]),
    ("By 2030 the fleet is expected to number 52.", ["52"]),
    ("His badge was number 4512.", []),
    ("The grocer would match 250 of the cuts.", ["250"]),
    ("A market is balanced at six.", ["six"]),
    ("There were 3603 claims in Hull, 2064 in Leeds and 512 in York.", ["3603", "2064", "512"]),
    ("Sales were down 21% to 1632.", ["21%", "1632"]),
    ("The herd grew to 2040 sheep.", ["2040"]),
    ("It has 900 pupils, up from 1820.", ["900", "1820"]),
    ("Some 1900 homes lost power, 1850 of them here.", ["1900", "1850"]),
    ("Crews answered 1643 calls, compared with 1588.", ["1643", "1588"]),
    ("A total of 2016 people came.", ["2016"]),
    ("Membership stood at 1980 in 2015.", ["1980"]),
    ("Prices rose 5% to 2030.", ["5%"]),
    ("It won in Paris in 1984, 1987 in London.", []),
    ("Emissions fell 30% from 1990 to 2020.", ["30%"]),
    ("At 1200 on Friday the fund stood at 40 points.", ["40"]),
    ("Among 18- to 24-year-olds turnout fell 4%.", ["4%"]),
    ("The sites are in Leeds, seven, and Hull, nine.", ["seven", "nine"]),
    ("At 12, the town has few shops.", ["12"]),
    ("Girls of 12 schools sang.", ["12"]),
    ("Over 48 hours 40 people fled.", ["40"]),
    ("In the space of three days 40 fled.", ["40"]),
    ("Over the course of 10 years it will cost £40m.", ["£40m"]),
    ("Over 40 years of work has gone.", ["40"]),
    ("The seven-day rate fell by 4%.", ["4%"]),
    ("Two quarters of decline are a recession.", ["Two"]),
    ("Three quarters of firms agree.", ["Three quarters"]),
    ("Two men, 24 and 31, were held.", ["Two"]),
    ("It has 40 nurses, 24 and 31 of them in Hull.", ["40", "24", "31"]),
    ("Some 31 are calves up to age 2, and 58 are older.", ["31", "58"]),
    ("They were led by Allens 30 point effort.", ["30"]),
    ("He finished in a time of three hours, four minutes.", ["three", "four"]),
    ("Volumes jumped five-folds.", ["five"]),
    ("Section c.40 applies.", []),
    ("Boeing's 400 suppliers met.", ["400"]),
    ("Ferrari 12 points clear won.", ["12"]),
    ("The 40 bus drivers struck.", ["40"]),
    ("The mountain is 8,611m high.", ["8,611m"]),
    ("Rainfall since June 1 was 310 mm.", ["310 mm"]),
    ("Deaths since March 4 are 12.", ["12"]),
    ("In June 12 were hurt.", ["12"]),
    ("In the US 12 died.", ["12"]),
    ("Today 3 have died.", ["3"]),
    ("It has 24k followers.", ["24k"]),
    ("A 45-year old man stole 40 cars.", ["40"]),
    ("A quarter of growth came from exports.", ["A quarter"]),
    ("It lost another quarter of its staff.", ["quarter"]),
    ("A six-day period of action hit trains.", ["six"]),
    ("The rate was 40 per 1,000 people.", ["40"]),
    ("It had fewer than last year - 91 in March.", ["91"]),
    ("They took 40 emergency 911-related calls.", ["40"]),
    ("One euro traded at $1.19.", ["$1.19"]),
    ("One dollar, or 0.92 euros, is due.", ["One dollar", "0.92 euros"]),
    ("The Liberals are at 14 and the Greens at seven.", ["14", "seven"]),
    ("The shop closes at seven.", []),
    ("The level is well below the 2.07 needed.", ["2.07"]),
    ("A number with five digits was never on the cards.", []),
    ("I want a third of them to be under 16.", ["a third"]),
    ("They vaccinated 126,000 children aged between six months and 15 years.", ["126,000"]),
    ("Storage is 76% full, against a five-year seasonal average of 90%.", ["76%", "90%"]),
    ("The 10-year moving average is 4.1%.", ["4.1%"]),
    ("It will exit nine floors at 415 Mission Street.", ["nine"]),
    ("The work is to replace Bridge 114.", []),
    ("He was shot in the 1400 block of West Third Street.", []),
    ("It belongs to the S&P MidCap 400.", []),
    ("Since June 1 Marathwada has had 287 mm of rain.", ["287 mm"]),
    ("Nobody on the 60-seat council voted against.", []),
    ("We opened 24 beds at six on Sunday morning.", ["24"]),
    ("Children aged between three and five get 15 hours a week.", ["15"]),
    ("Children between six months and two years old got 4,000 doses.", ["4,000"]),
    ("Babies under six months were most at risk.", []),
    ("A 12-inch pizza costs £9.", ["£9"]),
    ("The 12-month rolling total was 4,100.", ["4,100"]),
    ("Those aged between 16 and 24 number 4,000.", ["4,000"]),
    ("Patients aged six months or over can get it.", []),
    ("Girls aged nine to 14 got 3 doses.", ["3"]),
    ("The 650-member parliament met for six hours.", ["650", "six"]),
    ("A six-month moving average of 4.1 was used.", ["4.1"]),
    ("Since March 3 Ukraine has lost 12 tanks.", ["12"]),
    ("In June 14 people died.", ["14"]),
    ("A crowd in the 500 block of Main Street saw two men.", ["two"]),
    ("The road needs 12 new bridges.", ["12"]),
    ("Bridge 12 will shut for two weeks.", ["two"]),
    ("It will exit two markets and open five.", ["two", "five"]),
    ("A size 14 shoe costs £30.", ["£30"]),
    ("The court sat at ten on Monday.", []),
    ("Sales hit 40 at ten on Monday.", ["40"]),
    ("The measure passed by three to one.", ["three"]),
    ("Junctions 4 and 5 are shut.", []),
    # A label and a figure in one sentence.
    ("In 2019 the council spent £5m.", ["£5m"]),
    ("Under section 47, 61 children were seen.", ["61"]),
    ("The A580 was shut for three hours.", ["three"]),
    ("A two-kilo packet costs £3.", ["£3"]),
    ("Voters backed Initiative 436 by 12 points.", ["12"]),
    ("Level 5 limits cut 40 jobs.", ["40"]),
    ("The samples held 1,400 E. coli colonies.", ["1,400"]),
    ("Two in five were 65 or older.", ["Two in five"]),
    ("The cedi sold at 11.02 to the dollar.", ["11.02"]),
    ("In quarter two the firm sold 40 homes.", ["40"]),
    ("The Aurora 7 chip has 12 cores.", ["12"]),
    ("The mix of two- and three-bedroom flats has 40 homes.", ["40"]),
    ("The 30-share Sensex fell 313 points.", ["313"]),
    ("The index closed at 71,186.50 on Friday.", ["71,186.50"]),
    ("UN doubles aid.", ["doubles"]),
    ("He won the doubles title by 2 sets.", ["2"]),
    ("They picked the top two candidates of 9.", ["two", "9"]),
    ("The 24-hour shop has 3 tills.", ["3"]),
    ("Covid-19 killed 412 people in the county.", ["412"]),
    ("Pat Sillery, 62, raised £4,000.", ["£4,000"]),
    ("In 2023, 472 homes burned.", ["472"]),
    ("In 2023 472 homes burned.", ["472"]),
    ("Last year 472 homes burned.", ["472"]),
    ("Some 1,900 people came.", ["1,900"]),
    ("About 2000 people came.", ["2000"]),
    ("More than 1984 homes were built.", ["1984"]),
    ("They sold 2,019 cars in 2019.", ["2,019"]),
    ("A 34-year-old man stole £300.", ["£300"]),
    ("Under-18s made up 40% of callers.", ["40%"]),
    ("Year 6 pupils walked 12 miles.", ["12"]),
    ("Children aged 5 to 11 had 2,400 jabs.", ["2,400"]),
    ("Liverpool won 2-1 before 52,000 fans.", ["52,000"]),
    ("Page 12 says 40 posts will go.", ["40"]),
    ("The FTSE 100 fell 1.2%.", ["1.2%"]),
    ("The FTSE 100 fell 34 points.", ["34"]),
    ("Police answered 1,204 999 calls.", ["1,204"]),
    ("Channel 4 made £12m.", ["£12m"]),
    ("The iPhone 15 costs $799.", ["$799"]),
    ("The 10-year yield rose 5 basis points.", ["5 basis points"]),
    ("The 40-foot container held 300 kg of cocaine.", ["300 kg"]),
    # Beside numbers of names, and numbers without their noun behind a name.
    ("Their visas, known as subclass 500, take 49 days.", ["49"]),
    ("It had 6,200 of them in semester 1.", ["6,200"]),
    ("They met at window 3 and paid £40.", ["£40"]),
    ("Oga Landlord 2 has taken $5m.", ["$5m"]),
    ("The Orbit 9 and Orbit 9 Pro go on sale for $999.", ["$999"]),
    ("Halden's Orbit 9 Pro costs $999.", ["$999"]),
    ("Buyers of the Galaxy 24 Ultra get 3 years of updates.", ["3"]),
    ("He works at Ford Motor Co. 500 workers were laid off.", ["500"]),
    ("Some 12 Squadron pilots left.", ["12"]),
    ("Soldiers of 42 Commando drew 12 boats.", ["12"]),
    ("Metro police wrote 212 fines along the R103.", ["212"]),
    ("He found two £1 coins.", ["two"]),
    ("His guide, 100 Days Above the Bushline, sold 26,000 copies.", ["26,000"]),
    ("It was shot in 4K over 11 nights.", ["11"]),
    ("Nurses of band 5 get £30,000.", ["£30,000"]),
    ("The ship lies at berth 9, and 40 men left.", ["40"]),
    ("The sequel, Paddington 2, took £40m.", ["£40m"]),
    ("Lagos received 220 megawatts, Kano 180 and Abuja 165.", ["220", "180", "165"]),
    ("The poll gave Biden 46 and Trump 44.", ["46", "44"]),
    ("Labour won 34 seats, the Conservatives 25 and the Greens 4.", ["34", "25", "4"]),
    ("Curry scored 32, Thompson 21.", ["32", "21"]),
    ("That leaves Labour 12 ahead.", ["12"]),
    ("That left Labour 12 short of a majority.", ["12"]),
    ("In Wajima 44 of the homes fell.", ["44"]),
    ("Russia sold India 36 in 2018.", ["36"]),
    ("In total 12 of them died.", ["12"]),
    ("By evening 70 or so had left.", ["70"]),
    ("On average 12 came.", ["12"]),
    ("At present 300 a year come.", ["300"]),
    ("It is expected to number 52.", ["52"]),
    ("The crowd was said to total 300.", ["300"]),
    ("In surgery 12 and in paediatrics 9 waited.", ["12", "9"]),
    ("In London 12 Nigerian men were held.", ["12"]),
    ("In Lagos 3 Nigerian soldiers died.", ["3"]),
    ("Near Leeds 40 homes burned.", ["40"]),
    ("The Greens are at 12, Labour 41 and the Liberals 7.", ["12", "41", "7"]),
    ("Kruger lost 472 rhinos, Pilanesberg 28 and Mokala 1.", ["472", "28", "1"]),
    ("There were 472 cases in Leeds and in Hull 28.", ["472", "28"]),
    ("Turnout was 41 in Leeds and in Hull 38.", ["41", "38"]),
    ("Of the boroughs, Leeds had 41.", ["41"]),
    ("Germany took 12 golds, France 9.", ["12", "9"]),
    ("At home 12 of us stayed.", ["12"]),
    ("For gold 12 and for silver 9 were paid.", ["12", "9"]),
    ("In hospital 12 died.", ["12"]),
    ("At work 40 fell ill.", ["40"]),
    ("Treat 25 of them.", ["25"]),
    ("In Kano 40 were hurt.", ["40"]),
    ("In Kano 40 died.", ["40"]),
    ("Among women 43 said so.", ["43"]),
    ("With sales 12 per cent up, it rose.", ["12 per cent"]),
    ("It lost to Spain 12 million barrels.", ["12 million"]),
    ("It made the Union 28 and Order 40 percent.", ["28", "40 percent"]),
    ("She beat Ana by 12.", ["12"]),
    ("They counted in May 12 deaths.", ["12"]),
    ("Fulham have 12 points, Everton 9.", ["12", "9"]),
    ("The state sent Texas 200 troops.", ["200"]),
    ("They flew from Kabul 12 men and 9 women.", ["12", "9"]),
    # What only looks like a label.
    ("The hut stood at 1180m.", ["1180m"]),
    ("Triglav, all 2,864m of it, hides.", ["2,864m"]),
    ("Nearly a third concerned bills.", ["a third"]),
    ("Both had rung its 0330 number 11 times.", ["11"]),
    ("The firm plans to shed 190 posts.", ["190"]),
    ("It counted 12 (3%) of them.", ["12", "3%"]),
    ("The car reached 62mph in tests.", ["62mph"]),
    ("They will question 12 men on Tuesday.", ["12"]),
    ("He said “12” and left.", ["12"]),
    ("The average age was 42.", ["42"]),
    ("Their median age is 38.4 years.", ["38.4"]),
    ("Waits of 18 weeks are common.", ["18"]),
    ("It was a two-day visit.", ["two"]),
    ("A six-week consultation opens.", ["six"]),
    ("The doses are given 28 days apart.", ["28"]),
    ("Some people waited over 78 weeks.", ["78"]),
    ("The council has 48 wards.", ["48"]),
    ("The route passes 12 stations.", ["12"]),
    ("A room costs £90 a night.", ["£90"]),
    ("There were 999 complaints.", ["999"]),
    ("By 31 votes to 22 the plan was passed.", ["31", "22"]),
    ("They have 24 players.", ["24"]),
    ("The section has 14 pages.", ["14"]),
    ("The three-day strike cost £2m.", ["three", "£2m"]),
    ("The score went from five to nine.", ["five", "nine"]),
    ("In Wajima 44 died, in Suzu 23.", ["44", "23"]),
    ("He has 12 songs to go through.", ["12"]),
    ("A 49.9MW/110MWh battery was approved.", ["49.9MW", "110MWh"]),
    ("Half took the tablets.", ["Half"]),
    ("Overseas intake halves", ["halves"]),
    ("The two halves last an hour.", ["two"]),
    ("Some live in Mirpur 10.", []),
    ("Nuggets 121, Suns 108: Hallam scores 38 as Denver wins", ["38"]),
    ("Labour 31, Tories 12: how the seats fell", ["31", "12"]),
    ("Hospitals 12, Clinics 4: what the cuts will close", ["12", "4"]),
    ("Twenty-three were younger than 18.", ["Twenty-three"]),
    ("The buses are older than 12 years.", ["12"]),
    ("Most patients were under 40 and a third were over 70.", ["a third", "70"]),
    ("They made 183 for three in 20 overs.", ["20"]),
]


@pytest.mark.parametrize(("text", "quotes"), BESIDE_LABELS)
def test_figures_stand_beside_labels(text: str, quotes: list[str]) -> None:
    assert read_quotes(text) == quotes


def test_letters_of_a_currency_may_name_a_model() -> None:
    text = """She won a Yamaha R1, his Audi R8 burned, and both meet at E1204 R4952.
The council gave the Cape Town Library R500 and his sister Thandi R900."""
    quotes = [figure.quote for figure in read_figures(text, nation="South Africa")]
    assert quotes == ["R500", "R900"]


def _read_marked(name: str) -> list[str]:
    """The texts of a table: one a line, with the figures that it states between « and »."""
    text = (Path(__file__).parent / "cases" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not re.match(r"#|\[[a-z]", line)]


@pytest.mark.parametrize(
    "marked",
    [
        *_read_marked("sport.txt"),
        *_read_marked("idioms_and_ages.txt"),
        *_read_marked("bare_numbers.txt"),
    ],
)
def test_a_text_states_the_figures_marked(marked: str) -> None:
    assert read_quotes(re.sub("[«»]", "", marked)) == re.findall("«([^»]*)»", marked)


@pytest.mark.parametrize("phrase", read_phrases("idioms.txt", "sayings"))
def test_a_saying_is_found_as_the_word_list_writes_it(phrase: str) -> None:
    """Each of its words is the first of its alternatives, and what may be missing is."""
    words = [word.split("/")[0].replace("_", "some") for word in phrase.split() if word[0] != "("]
    text = f"It was {' '.join(words)}."
    assert any(text[start:end].split() == words for start, end in find_sayings(tokenise(text)))
