"""What a bare number shares with the figure before it: unit, kind, denominator."""

from __future__ import annotations

import pytest

from readings import read_figure

# Text, quote, kind, unit, per; a dash stands for none.
CASES = """
There were 214 murders. In June there were 172. | 172 | count | murder | -
Thefts fell to 862 from 877. | 877 | count | theft | -
They built 12 homes and sold 9. | 9 | count | home | -
Of 29 primaries, 17 are full. | 17 | count | primary | -
There were 61 patients, of whom 12 died. | 12 | count | person | -
Sales rose 3%, against 5% in Leeds. | 5% | percentage | percent | -
Waits fell to 12 weeks from 18. | 18 | duration | week | -
They drew 1,200 people, then 900. | 900 | count | person | -
It sold 40 tonnes, up from 32. | 32 | measurement | tonne | -
It took 300 calls a day, up from 250. | 250 | rate | call | day
The index closed at 19,583. | 19,583 | score | point | -
The population is 8,400. | 8,400 | count | person | -
Labour has 22%, the Greens 14.1 and the Lib Dems 9. | 9 | percentage | percent | -
Akita lost 1.75 percent, Aomori 1.66. | 1.66 | percentage | percent | -
Debt was 1.6 times income, against a limit of 2.5. | 2.5 | ratio | times | -
Calls took 47 minutes, three times the 15 allowed. | 15 | duration | minute | -
It took 120 pupils, double the 60 planned. | 60 | count | person | -
Some 90 had waited more than 52 weeks and 14 for over 65. | 65 | duration | week | -
They were seen within four hours, and 508 spent more than 12. | 12 | duration | hour | -
It held 90 tonnes, three times the limit of 30. | 30 | measurement | tonne | -
Thirty per cent, or 52, of the dwellings are new. | 52 | count | dwelling | -
At 38 times forward earnings it is dear. | 38 | ratio | times | -
Offences doubled, from 1,020 to 2,216. | 2,216 | count | offence | -
Payrolls rose by 118,000. | 118,000 | count | job | -
Class sizes are capped at 25. | 25 | count | person | -
The firm sent two rescue teams. | two | count | team | -
It runs 133 primary and 18 secondary schools. | 133 | count | school | -
The 240-home estate was refused. | 240 | count | home | -
Roughly one in ten had a headache. | one in ten | ratio | person | -
Profit fell by a third to $60bn. | a third | ratio | USD | -
For every 100 residents there are 2 cars. | 2 | rate | car | person
There are two pensioners for every five workers. | two | rate | person | worker
It has one officer for every 400 residents. | one | rate | person | person
Per-pupil spending is $17,450. | $17,450 | money | USD | pupil
She scored 2.3 goals a game. | 2.3 | rate | goal | game
It fell to 3,400 sales, 12 per cent down from 3,900. | 3,400 | count | sale | -
Rates will be cut from 20 to 19 per cent. | 20 | percentage | percent | -
Attendance was 22,000, 12 per cent down. | 22,000 | count | person | -
Every week the home takes in 80 dogs. | 80 | rate | dog | week
Van sales were 4,100, and 2,300 lorries were bought. | 4,100 | count | sale | -
Six brokers rate it a buy, four recommend keeping it. | four | count | person | -
The planets are 1.2, 1.4 and 2.3 times as wide as Earth. | 1.2 | ratio | times | -
Some 4,100 homes were empty, 3.7% (146) more than in May. | 146 | count | home | -
There was a 20% fall in burglaries, from 400 to 320. | 400 | count | burglary | -
There was a 20% fall in burglaries, from 400 to 320. | 320 | count | burglary | -
There was a 4% rise in ratings, from 40 to 44. | 40 | percentage | percent | -
It has a £12 million plan to cut the list by 20,000. | 20,000 | count | item | -
There are 90 in the two homes, 50 of them men. | 50 | count | person | -
Kent won by 10 wickets. Hale hit a brilliant 140. | 140 | count | run | -
The pair faced 70 overs. Hale (24) followed. | 24 | count | run | -
The PSX rose 40 points or 0.4% to close at 8,110. | 8,110 | score | point | -
Exports fell 3 points to end at 41. | 41 | score | point | -
For every patient treated, 1.3 join the list. | 1.3 | rate | person | patient
Each family was handed ten tins. | ten | rate | tin | family
A charge of £48 a bin was backed, against £40 now. | £40 | money | GBP | bin
Onions cost 1,870 rupees per quintal ($31). | $31 | money | USD | quintal
A bonus of $900 is due to every nurse. | $900 | money | USD | nurse
The two clubs got £9m apiece. | £9m | money | GBP | club
Just 44 of every 100 adults agree. | 44 of every 100 | ratio | person | -
A driver earns €2,600 a month before tax. | €2,600 | money | EUR | month
It paid them £540 every two months. | £540 | money | GBP | month
Wages eat up 87p of every pound. | 87p | money | GBP | GBP
Crowds averaged 26,112. | 26,112 | count | person | -
It came to 25 times all the power used. | 25 | ratio | times | -
They went to 62 sites and referred 1,905 for treatment. | 1,905 | count | person | -
Fees, now £9,250 a year, will rise to £9,535. | £9,535 | money | GBP | year
Petrol is 148p a litre and diesel 155p. | 155p | money | GBP | litre
Gold rose $12 to $2,400 an ounce. | $12 | money | USD | ounce
Rents are £1,200 a month in Leeds and £1,900 in London. | £1,900 | money | GBP | month
The wage is $15 an hour. Unions wanted $18. | $18 | money | USD | hour
It made $4m, or 12 cents a share, against $3m, or 9 cents. | $3m | money | USD | -
It made $4m, or 12 cents a share, against $3m, or 9 cents. | 9 cents | money | USD | share
She made $15 an hour and owed $40,000. | $40,000 | money | USD | -
He gets £11 an hour and was paid £1,830. | £1,830 | money | GBP | -
The fare is £2, or £8 a week. | £2 | money | GBP | -
The clinic sees 300 patients a month and has a list of 4,000. | 4,000 | count | person | -
The murder rate was 5.5 per 100,000. | 5.5 | rate | murder | person
Burglary was down by 411. | 411 | count | burglary | -
Another 30 were injured. | 30 | count | person | -
More than 50,000 marched through London. | 50,000 | count | person | -
Almost 44,000 were Syrians. | 44,000 | count | person | -
Some 14 were stolen. | 14 | count | item | -
It was 31C in Seville and 28 in Faro. | 28 | measurement | celsius | -
It waited for 38 people over 12 hours, down from 54. | 54 | count | person | -
The quake measured 6.4. | 6.4 | measurement | magnitude | -
A 6.4-magnitude quake struck. | 6.4 | measurement | magnitude | -
Labour's vote share rose to 34. | 34 | percentage | percent | -
Publishers lose a third of every euro. | a third | ratio | EUR | -
Output shrank by a fifth, to 40 TWh. | a fifth | ratio | terawatt_hour | -
Nearly a quarter said they would leave. | a quarter | ratio | person | -
Some 40% agreed and 60% did not. | 60% | percentage | percent | -
The school shuts for two more weeks. | two | duration | week | -
The trial ran for three full days. | three | duration | day | -
They planted 40 more hectares. | 40 | measurement | hectare | -
It lost five consecutive matches. | five | count | match | -
It took in 602,000 South Sudanese. | 602,000 | count | person | -
Some 7.2 lakh shares changed hands. | 7.2 lakh | count | share | -
Teachers face classes of 35. | 35 | count | person | -
There were 60 fines. Of these, 14 involved drivers. | 14 | count | fine | -
It let 402 homes. Just 58 of the 187 suited wheelchair users. | 58 of the 187 | count | home | -
Police seized 12 phones and 41 used cars. | 41 | count | car | -
It runs 38 Class 150 units. | 38 | count | unit | -
There were 300 Covid-19 patients. | 300 | count | person | -
One dairy farm in 20 closed. | One dairy farm in 20 | ratio | farm | -
Three-quarters of the dead were men. | Three-quarters | ratio | person | -
Seven in ten of those expelled came back. | Seven in ten | ratio | person | -
Women face a one-in-four chance of dying. | one-in-four | ratio | person | -
They see a one-in-ten chance of another rise. | one-in-ten | ratio | item | -
It won $580m, a third of it for roads. | a third | ratio | USD | -
The pipeline stands at 620MW, a quarter of which has offers. | a quarter | ratio | megawatt | -
It backed a €500m plan, 420 million of it for farms. | 420 million | money | EUR | -
It burned 41,700 acres, or 65 square miles, up from 18,200. | 18,200 | measurement | acre | -
There were 4,870 cases, three times as many as in Hull (1,610). | 1,610 | count | case | -
The attack rate was 12.6 per 1,000. | 12.6 | rate | case | person
Voters prefer his opponent by 5 points. | 5 | percentage | percentage_point | -
City hold a six-point lead with four games left. | six | score | point | -
For every job created, three have gone. | three | rate | job | job
For every nurse hired, 1.4 were leaving. | 1.4 | rate | person | nurse
Every week some 40 are sold. | 40 | rate | item | week
A 49.9MW/110MWh battery was approved. | 110MWh | measurement | megawatt_hour | -
Factory employment fell by 12,000. | 12,000 | count | job | -
A crowd of 31,400 saw City win 2-0. | 31,400 | count | person | -
United won in front of a full house of 12,650. | 12,650 | count | person | -
The stadium holds 22,000. | 22,000 | count | person | -
The ground has a capacity of 11,500. | 11,500 | count | person | -
The hall seats 450. | 450 | count | person | -
The Conservatives held the seat with a majority of 1,204. | 1,204 | count | vote | -
Labour took the seat by 312 from the Greens. | 312 | count | vote | -
Mr Osei polled 14,300, against 12,900 for his rival. | 14,300 | count | vote | -
The party is on 28%, up two on last month. | two | percentage | percentage_point | -
Brent fell $1.20 to settle at $79 a barrel. | $1.20 | money | USD | barrel
Copper hit $9,100 a tonne. A year ago it cost $7,800. | $7,800 | money | USD | tonne
The firm earned $1.27 a share, which was 5 cents short of estimates. | 5 cents | money | USD | share
It expects $4.80 a share, having earlier projected at least $5.05. | $5.05 | money | USD | share
The tax on cigarettes rises by $1, to $1.64 a pack. | $1 | money | USD | pack
The plan comes at an annual cost of £190m. | £190m | money | GBP | year
Each pensioner will get a payment of €200. | €200 | money | EUR | pensioner
Spot gas traded at $11.20 per mmBtu. | $11.20 | money | USD | million_british_thermal_unit
The port shipped 6.2 mt of iron ore. | 6.2 mt | measurement | tonne | -
It is adding 200,000 to 300,000 barrels a day of demand. | 200,000 to 300,000 | rate | barrel | day
Five or six hundred people came. | Five or six hundred | count | person | -
The firm spent half its capacity of 64,000 bpd. | half | ratio | barrel | -
The field will restart at half its capacity of 64,000 bpd. | half | ratio | barrel | -
It loaded 15 million tonnes, of which coal was about a quarter. | a quarter | ratio | tonne | -
Rations were cut by half, to 1,050 kilocalories a day. | half | ratio | kilocalorie | -
Half the shares are held by staff. | Half | ratio | share | -
We took 37 spectra at the telescope. | 37 | count | spectrum | -
They built 12 stadiums and 3 gymnasia. | 3 | count | gymnasium | -
The train has a seating capacity of 1,128. | 1,128 | count | seat | -
The army lost three carriers. | three | count | carrier | -
The farm stipend goes to 39,000 cultivators. | 39,000 | count | person | -
Among 60 Tories, three are under 30. | three | count | person | -
At the camp families sleep eight or nine to a tent. | eight or nine | rate | person | tent
The result is at a confidence of five sigma. | five | measurement | sigma | -
There are four trains an hour in place of three. | three | rate | train | hour
The cap on overtime hours, at present 300 a year, would be lifted to 500. | 300 | rate | hour | year
She hit 61 off 40 balls. | 61 | count | run | -
He leads a team of 14. | 14 | count | person | -
Unemployment rose by 20,000 to 1.4 million. | 20,000 | count | person | -
The crown eased to 25.03 per euro. | 25.03 | money | CZK | EUR
Voters backed the plan by 1,212 to 945. | 945 | count | vote | -
The motion was carried by 212 to 198. | 212 | count | vote | -
A by-election in Ashwell saw the majority shrink to 95. | 95 | count | vote | -
The government has a working majority of 12. | 12 | count | seat | -
The festival drew 92,000 over three days. | 92,000 | count | person | -
Some 12 million need food aid. | 12 million | count | person | -
The camp, built for 5,000, now shelters 17,000. | 17,000 | count | person | -
The camp, built for 5,000, now shelters 17,000. | 5,000 | count | person | -
The prison holds 1,340 in a space for 900. | 1,340 | count | person | -
The pound bought $1.27 and the euro $1.08. | $1.08 | money | USD | EUR
Root made 88 off 140 balls. | 88 | count | run | -
Australia scored 312 for seven and bowled England out for 240. | 240 | count | run | -
The study followed 8,100 women, of whom 620 developed diabetes. | 620 | count | person | -
Two-thirds of firms plan to hire. | Two-thirds | ratio | firm | -
Officers seized 14 kilos of heroin and 3 of cocaine. | 3 | measurement | kilogram | -
The firm added 14 stores. Rivals added 9. | 9 | count | store | -
Half the pupils live nearby. | Half | ratio | person | -
Rainfall was 12mm, and 3.5 was the forecast. | 3.5 | measurement | millimetre | -
It plans to exit five markets. | five | count | market | -
The ferry sleeps 40 and carries 12 cars. | 40 | count | person | -
Each driver will get a bonus of €400. | €400 | money | EUR | driver
The house of 1906 was rebuilt for £3m. | £3m | money | GBP | -
City scored three goals and held 12 corners. | 12 | count | corner | -
Analysts expected 14 new drugs. | 14 | count | drug | -
The farm sold 40 pigs and bought 12. | 12 | count | pig | -
He sold the firm for $3m at $20 a share. | $3m | money | USD | -
Prices rose 3% to $20 a share. | 3% | percentage | percent | -
The majority of 40 members voted no. | 40 | count | person | -
He took the job to a room of 40 lawyers. | 40 | count | person | -
The bridge is 40 metres long. It took 16 months to build. | 16 | duration | month | -
A fifth of the members resigned. | A fifth | ratio | person | -
A third of its stores will close. | A third | ratio | store | -
She moved 12 to a new ward. | 12 | count | item | -
They made 88 arrests. They made 12 on Friday. | 12 | count | arrest | -
England won by an innings and 40 runs. The board needed 12 more members. | 12 | count | person | -
Of the 40 schools, 12 are full. | 12 | count | school | -
It built 40 homes. Of the 40, 12 are empty. | 12 | count | home | -
The bank set aside £40m and closed 3 branches. | 3 | count | branch | -
The bank lent £40m to 3 million customers. | 3 million | count | customer | -
It sold 1.2 million phones for £300m, and 800,000 tablets. | 800,000 | count | tablet | -
The crown jewels are worth £5m. | £5m | money | GBP | -
The budget rose by a third to £40m a year. | a third | ratio | GBP | -
Output fell by a third when 40 tonnes were lost. | a third | ratio | item | -
Voters under 30 made up 12% of the crowd. | 12% | percentage | percent | -
The exit poll gave them 40 seats. | 40 | count | seat | -
Exit 12 is shut for two days. | two | duration | day | -
Phase 2 trials enrolled 40 patients. | 40 | count | person | -
The bridge carried 40 cars. | 40 | count | car | -
Corridor noise hit 40 decibels. | 40 | measurement | decibel | -
In June 40 died. | 40 | count | person | -
In May 3 million pounds was raised. | 3 million pounds | money | GBP | -
Children under five years made up 40 cases. | 40 | count | case | -
The 40-member choir sang for two hours. | two | duration | hour | -
A 400-seat theatre opened. | 400 | count | seat | -
The 600-seat chamber has 31 women. | 31 | count | person | -
He led by 12 points. | 12 | score | point | -
The shop is open to 40 at a time, or 50 on Friday. | 40 | count | item | -
The jobless rate was 4.1%, up 0.2 points. | 0.2 | percentage | percentage_point | -
Shares rose 3%, up from 2. | 2 | percentage | percent | -
Support was 41%, up two points. | two | percentage | percentage_point | -
Sales were up 4% and profit up 6. | 6 | percentage | percent | -
"""


def _cases() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "kind", "unit", "per"), _cases())
def test_shares_unit_and_denominator(text: str, quote: str, kind: str, unit: str, per: str) -> None:
    figure = read_figure(text, quote)
    assert (figure.kind, figure.unit, figure.per) == (kind, unit, None if per == "-" else per)


def test_a_number_with_nothing_before_it_counts_items() -> None:
    assert read_figure("It closed at 12.", "12").unit == "item"


def test_money_keeps_no_unit_of_the_count_before() -> None:
    assert read_figure("They built 12 homes and spent £9m.", "£9m").unit == "GBP"


def test_a_degree_is_celsius_but_in_america() -> None:
    text = "It was 34 degrees at noon."
    assert read_figure(text, "34").unit == "celsius"
    assert read_figure(text, "34", nation="United States").unit == "fahrenheit"


def test_points_of_a_share_are_percentage_points() -> None:
    text = "Support stood at 41%, down 3 points."
    assert read_figure(text, "3").unit == "percentage_point"


def test_points_of_an_index_are_points() -> None:
    assert read_figure("The Dax rose 150 points.", "150").unit == "point"


@pytest.mark.parametrize("place", ["Depew", "South Buffalo"])
def test_a_line_of_a_list_has_the_unit_of_the_lines_above(place: str) -> None:
    text = f"Crews sent 132 trucks.\n\nOrchard Park: 66.1 inches\nHamburg: 64.7\n{place}: 39"
    assert read_figure(text, "39").unit == "inch"
