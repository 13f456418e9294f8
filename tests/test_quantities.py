"""The kind and unit of a quantity: what is counted, measured, paid or shared."""

from __future__ import annotations

import pytest

from readings import read_figure

# Text, quote, kind, unit.
CASES = """
There are 48 wards. | 48 | count | ward
There are 61 people waiting. | 61 | count | person
There are 61 patients waiting. | 61 | count | person
There are 61 children in care. | 61 | count | person
There are 40 social workers. | 40 | count | person
The firm hired 300 nurses. | 300 | count | person
Police arrested 12 men. | 12 | count | person
Voters backed 14 candidates. | 14 | count | person
There were 1,064 cases of measles. | 1,064 | count | case
There were 3,200 calls to the line. | 3,200 | count | call
There were 210 incidents of arson. | 210 | count | incident
Some 900 households lost power. | 900 | count | household
The plant will bring 1,200 jobs. | 1,200 | count | job
They will build 4,300 homes. | 4,300 | count | home
The ward has 24 beds. | 24 | count | bed
There were 18 offences. | 18 | count | offence
The city has 78 schools. | 78 | count | school
They planted 5,000 trees. | 5,000 | count | tree
The fleet has 14 ferries. | 14 | count | ferry
They counted 9 wolves. | 9 | count | wolf
It has six churches. | six | count | church
They saw 7 geese. | 7 | count | goose
It cost £5m. | £5m | money | GBP
It cost €5m. | €5m | money | EUR
The weekly kill fell by 10,000 head last week. | 10,000 | rate | head
A third (33%) of homes were empty. | A third | ratio | home
Some 62% (124) of shops had closed. | 124 | count | shop
Twenty per cent (40 of 200) of nurses left. | 40 of 200 | count | person
A third of pupils walk, a report says. | A third | ratio | person
They built 11 two-bedroom bungalows. | 11 | count | bungalow
Divers checked the first 260m (about 850ft) of pipes. | 260m | measurement | metre
A poll of four unions shows that pay fell. | four | count | union
They ordered 16 airliners. | 16 | count | airliner
It cost US$5m. | US$5m | money | USD
A lorry carried 2,400 pounds of flour. | 2,400 | measurement | pound
The firm shipped 5 million pounds of frozen cod. | 5 million | measurement | pound
A 60-pound backpack was found. | 60 | measurement | pound
The baby weighed nearly 10 pounds. | 10 | measurement | pound
He paid a 500-pound fine. | 500-pound | money | GBP
It has 20,000 pounds of debt. | 20,000 pounds | money | GBP
The 2.5 million-pound scheme opened. | 2.5 million-pound | money | GBP
It cost A$5m. | A$5m | money | AUD
It cost C$5m. | C$5m | money | CAD
It cost ₹5 crore. | ₹5 crore | money | INR
It cost Rs 5 crore. | Rs 5 crore | money | INR
It cost ₦5m. | ₦5m | money | NGN
It cost ¥5m. | ¥5m | money | JPY
It cost 5 million yen. | 5 million yen | money | JPY
It cost five euros. | five euros | money | EUR
It cost 30 pence. | 30 pence | money | GBP
It cost CHF 40. | CHF 40 | money | CHF
It cost SEK 40m. | SEK 40m | money | SEK
It cost 40 million rand. | 40 million rand | money | ZAR
Prices rose 3%. | 3% | percentage | percent
Prices rose 3 per cent. | 3 per cent | percentage | percent
Prices rose 3 pct. | 3 pct | percentage | percent
Turnout fell 3 percentage points. | 3 percentage points | percentage | percentage_point
Rates rose 25 basis points. | 25 basis points | percentage | basis_point
The strike lasted three days. | three | duration | day
It was a two-day visit. | two | duration | day
Patients wait 18 weeks. | 18 | duration | week
He was jailed for 12 years. | 12 | duration | year
The film lasts 94 minutes. | 94 | duration | minute
The trip took 36 hours. | 36 | duration | hour
The sentence was 18 months. | 18 | duration | month
A race of 42 km was run. | 42 km | measurement | kilometre
The pipe is 3 miles long. | 3 | measurement | mile
The tower is 97m tall. | 97m | measurement | metre
The tower has a height of 415ft (126.5m). | 126.5m | measurement | metre
The farm lies 45nm off the coast. | 45nm | measurement | nautical_mile
The gap in the chip is 3nm wide. | 3nm | measurement | nanometre
The plan includes two €125 power credits. | two | count | credit
The town has four £2m flats. | four | count | flat
Copper output was 413-million pounds. | 413-million | measurement | pound
Copper output cost 413-million pounds. | 413-million pounds | money | GBP
There are 40 second homes there. | 40 | count | home
It runs three day centres. | three | count | centre
He has 11 centuries in Tests. | 11 | count | century
The church is five centuries old. | five | duration | century
The cliff, 98ft or 30m, fell. | 30m | measurement | metre
The pool is 50m by 25m. | 25m | measurement | metre
It rose to a height of 3,000m. | 3,000m | measurement | metre
The firm lost £40m (£31m last year). | £31m | money | GBP
The app has 40m (30m paying) users. | 40m | count | person
A loaf costs GH¢12. | GH¢12 | money | GHS
The £400m fund is shut. | £400m | money | GBP
The plate is 4mm thick. | 4mm | measurement | millimetre
He stands six feet tall. | six | measurement | foot
The fire burned 21,300 hectares. | 21,300 | measurement | hectare
The farm covers 400 acres. | 400 | measurement | acre
The park covers 60 sq km. | 60 sq km | measurement | square_kilometre
The park covers 60km². | 60km² | measurement | square_kilometre
The flat covers 80 square metres. | 80 | measurement | square_metre
They seized 300 kg of cocaine. | 300 kg | measurement | kilogram
They shipped 2 million tonnes of wheat. | 2 million | measurement | tonne
They shipped 40 tons of it. | 40 | measurement | ton
The tank holds 500 litres. | 500 | measurement | litre
Winds reached 90mph. | 90mph | measurement | mile_per_hour
Winds reached 90 km/h. | 90 km/h | measurement | kilometre_per_hour
Winds reached 90 miles per hour. | 90 | measurement | mile_per_hour
It was 38C in the shade. | 38C | measurement | celsius
It was 38°C in the shade. | 38°C | measurement | celsius
It was 100 degrees Fahrenheit. | 100 | measurement | fahrenheit
The farm makes 3.2GW. | 3.2GW | measurement | gigawatt
The farm makes 400 MW. | 400 MW | measurement | megawatt
The plant made 477 TWh. | 477 TWh | measurement | terawatt_hour
The home uses 3,000 kWh. | 3,000 kWh | measurement | kilowatt_hour
The phone has 256GB of storage. | 256GB | measurement | gigabyte
The line gives 40 Mbps. | 40 Mbps | measurement | megabit_per_second
Air held 35 µg/m3 of soot. | 35 µg/m3 | measurement | microgram_per_cubic_metre
Air held 35 micrograms per cubic metre. | 35 | measurement | microgram_per_cubic_metre
Air holds 421 ppm of CO2. | 421 ppm | measurement | ppm
Opec pumps 28 million barrels. | 28 million | measurement | barrel
Farmers sold 400 bushels. | 400 | measurement | bushel
Nine out of ten parents agree. | Nine out of ten | ratio | person
A third of voters agree. | A third | ratio | person
Half of the homes were empty. | Half | ratio | home
Sales doubled. | doubled | ratio | times
It is five times as likely. | five | ratio | times
It saw a 7.5-fold rise. | 7.5 | ratio | times
The index rose 34 points. | 34 | score | point
The average age was 42. | 42 | duration | year
He missed the record by a tenth of a second. | a tenth | duration | second
The gate is three-quarters of a mile away. | three-quarters | measurement | mile
Rain of a third of an inch fell overnight. | a third | measurement | inch
Half of a kilometre of pipe burst. | Half | measurement | kilometre
Unemployment fell two-tenths of a point to 3.9%. | two-tenths | percentage | percentage_point
The FTSE fell a tenth of a point. | a tenth | score | point
It cut a third of a class of nurses. | a third | ratio | class
Nearly 113,000 Idahoans lost their cover. | 113,000 | count | person
Some 4,000 Somalis were moved. | 4,000 | count | person
About 60 blokes work at the quarry. | 60 | count | person
The sheriff hired 14 deputies. | 14 | count | person
Some 300 rabbis signed the letter. | 300 | count | person
There were 14 oases in the desert. | 14 | count | oasis
The climate barometer rose to 98.3. | 98.3 | score | point
The shop sold 30 barometers. | 30 | count | barometer
Ford will spend $2bn on a battery plant that will employ 3,000. | 3,000 | count | person
The $40m yard employs about 450 in all. | 450 | count | person
The port employed 12 tugs. | 12 | count | tug
"""


def _cases() -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("text", "quote", "kind", "unit"), _cases())
def test_reads_kind_and_unit(text: str, quote: str, kind: str, unit: str) -> None:
    figure = read_figure(text, quote)
    assert (figure.kind, figure.unit) == (kind, unit)
