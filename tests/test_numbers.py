"""Numbers in digits, words, fractions and multiples: their span and their value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figtrail.extraction.numbers import find_numbers
from figtrail.extraction.tokens import tokenise

VALUES = [
    ("of the ₹22,000-odd crore voted", "₹22,000-odd crore", "220000000000"),
    ("budgeted for another million and a half", "million and a half", "1500000"),
    # Digits and their separators.
    ("There were 1,064 cases", "1,064", "1064"),
    ("There were 1 064 cases", "1 064", "1064"),
    ("There were 1\u00a0064 cases", "1\u00a0064", "1064"),
    ("There were 1\u2009064 cases", "1\u2009064", "1064"),
    ("There were 1\u202f064\u202f500 cases", "1\u202f064\u202f500", "1064500"),
    ("There were 12,345,678 cases", "12,345,678", "12345678"),
    ("There were 1064 cases", "1064", "1064"),
    ("a rate of 10.5 was set", "10.5", "10.5"),
    ("a rate of .5 was set", ".5", "0.5"),
    ("a rate of 0.25 was set", "0.25", "0.25"),
    ("a total of 1,234.56 was set", "1,234.56", "1234.56"),
    # Indian grouping and scales.
    ("There were 1,23,456 votes", "1,23,456", "123456"),
    ("There were 12,34,56,789 votes", "12,34,56,789", "123456789"),
    ("There were 4.5 crore voters", "4.5 crore", "45000000"),
    ("There were 2 lakh voters", "2 lakh", "200000"),
    ("There were 1.5 lakh crore voters", "1.5 lakh crore", "1500000000000"),
    ("There were three lakh voters", "three lakh", "300000"),
    ("It takes 51.8 million 60-kg bags", "51.8 million", "51800000"),
    # Powers of ten.
    ("an error of 1e-3 in all", "1e-3", "0.001"),
    ("a charge of 1.6 × 10-19 was found", "1.6 × 10-19", "0.00000000000000000016"),
    ("some 2 × 10⁻³ of it", "2 × 10⁻³", "0.002"),
    ("some 3 ×10⁶ cells grew", "3 ×10⁶", "3000000"),
    ("about 6.02E23 atoms", "6.02E23", "602000000000000000000000"),
    ("odds of 10^-5 a year", "10^-5", "0.00001"),
    ("odds of 10⁻⁵ a year", "10⁻⁵", "0.00001"),
    ("a list of 10² names", "10", "10"),
    ("at gate 12E45 they met", "12", "12"),
    # Decimals with a comma, as South Africa writes them.
    ("There were 12,5 million users", "12,5 million", "12500000"),
    ("The aid is $76,4-million", "$76,4-million", "76400000"),
    ("up by 27,4% this year", "27,4%", "27.4"),
    ("from 1,2 to 0,8 per cent", "1,2", "1.2"),
    ("petrol at €1,95 a litre", "€1,95", "1.95"),
    ("only 0,125 mg was found", "0,125 mg", "0.125"),
    ("from 1,064 to 3,2 million users", "1,064", "1064"),
    ("in units 3,4 and 5 per cent", "4", "4"),
    # Scale words and letters.
    ("There were 8 million users", "8 million", "8000000"),
    ("There were 1.2 million users", "1.2 million", "1200000"),
    ("There were 3bn users", "3bn", "3000000000"),
    ("There were 3 bn users", "3 bn", "3000000000"),
    ("There were 3.2 billion users", "3.2 billion", "3200000000"),
    ("There were 2tn cells", "2tn", "2000000000000"),
    ("There were 7 trillion cells", "7 trillion", "7000000000000"),
    ("There were 15k users", "15k", "15000"),
    ("There were 15K users", "15K", "15000"),
    ("There were 40m users", "40m", "40000000"),
    ("the river peaked at 5.2m on Sunday", "5.2m", "5.2"),
    ("it rose to 5.2m, 20cm above the wall", "5.2m", "5.2"),
    ("viewers peaked at 5.2m on Sunday", "5.2m", "5200000"),
    ("rivers carried 5.2m tonnes", "5.2m", "5200000"),
    ("the peak is 8,611m", "8,611m", "8611"),
    ("sales were 1,200m euros", "1,200m euros", "1200000000"),
    ("There were 40mn users", "40mn", "40000000"),
    ("There were 250 thousand users", "250 thousand", "250000"),
    ("There were 300 million-plus users", "300 million", "300000000"),
    ("There were 3.1 mil users", "3.1 mil", "3100000"),
    ("It cost RM2bil to build", "RM2bil", "2000000000"),
    ("It cost Rs1.5tr to build", "Rs1.5tr", "1500000000000"),
    ("It cost Rs 1.5L to build", "Rs 1.5L", "150000"),
    ("It cost Rs 1.2 kharab to build", "Rs 1.2 kharab", "120000000000"),
    ("It cost PHP5.5-M to build", "PHP5.5-M", "5500000"),
    ("There were 5 Arab states", "5", "5"),
    ("It cost 1.500.000 euros to build", "1.500.000 euros", "1500000"),
    # Number words.
    ("There were twenty-six cases", "twenty-six", "26"),
    ("There were twenty six cases", "twenty six", "26"),
    ("Twenty-six cases", "Twenty-six", "26"),
    ("TWENTY-SIX CASES", "TWENTY-SIX", "26"),
    ("There were seventeen cases", "seventeen", "17"),
    ("There were one hundred and four cases", "one hundred and four", "104"),
    ("There were one hundred four cases", "one hundred four", "104"),
    ("There were two thousand and twelve cases", "two thousand and twelve", "2012"),
    ("There were twelve hundred cases", "twelve hundred", "1200"),
    ("There were three hundred thousand cases", "three hundred thousand", "300000"),
    ("There were a hundred cases", "a hundred", "100"),
    ("There were a hundred thousand cases", "a hundred thousand", "100000"),
    ("There were a hundred and ten cases", "a hundred and ten", "110"),
    ("There were a million cases", "a million", "1000000"),
    ("There were half a million cases", "half a million", "500000"),
    ("There were half-a-million cases", "half-a-million", "500000"),
    ("There were half a dozen cases", "half a dozen", "6"),
    ("There were a dozen cases", "a dozen", "12"),
    ("There were two dozen cases", "two dozen", "24"),
    ("There were two and a half million cases", "two and a half million", "2500000"),
    ("There were two-and-a-half million cases", "two-and-a-half million", "2500000"),
    ("There were two million and a half cases", "two million and a half", "2500000"),
    ("There were a million and a half cases", "a million and a half", "1500000"),
    ("a rate of nought point five was set", "nought point five", "0.5"),
    ("a rate of zero point two five was set", "zero point two five", "0.25"),
    ("a rate of three point one four was set", "three point one four", "3.14"),
    ("one point five million users", "one point five million", "1500000"),
    (
        "four million, he said, and twenty-one thousand three hundred more",
        "twenty-one thousand three hundred",
        "21300",
    ),
    ("They need three score horses", "three score", "60"),
    # Mixed numbers and signs.
    ("It took 2½ hours", "2½", "2.5"),
    ("It took 3¼ hours", "3¼", "3.25"),
    ("It took 2 1/2 hours", "2 1/2", "2.5"),
    ("It took two and a half hours", "two and a half", "2.5"),
    ("It took two-and-a-half hours", "two-and-a-half", "2.5"),
    ("It took three and three-quarter hours", "three and three-quarter", "3.75"),
    ("oats at $3.41-1/2 a bushel", "$3.41-1/2", "3.415"),
    ("corn at $4.20 1/4", "$4.20 1/4", "4.2025"),
    ("oats at $3.81 ¾", "$3.81 ¾", "3.8175"),
    ("up 12-1/2 cents", "12-1/2 cents", "0.125"),
    ("at $4.20 or 1/2 of it", "$4.20", "4.2"),
    ("It took a year and a half", "a year and a half", "1.5"),
    ("It took half an hour", "half", "0.5"),
    ("It was minus 4C at dawn", "minus 4C", "-4"),
    ("It was -4C at dawn", "-4C", "-4"),
    ("It was −4C at dawn", "−4C", "-4"),
    ("It was −4°C at dawn", "−4°C", "-4"),
    ("It was minus 47 F at dawn", "minus 47 F", "-47"),
    ("It was minus four degrees at dawn", "minus four", "-4"),
    ("growth of +2.3% was seen", "+2.3%", "2.3"),
    ("growth of -0.4% was seen", "-0.4%", "-0.4"),
    ("growth of –0.4% was seen", "–0.4%", "-0.4"),
    (
        "give plus or minus 1 percentage point",
        "plus or minus 1 percentage point",
        "1",
    ),
    ("a margin of +/- 2.7% was given", "+/- 2.7%", "2.7"),
    # Money.
    ("It cost £5m to build", "£5m", "5000000"),
    ("It cost £5 million to build", "£5 million", "5000000"),
    ("It cost £1.5m to build", "£1.5m", "1500000"),
    ("It cost £ 1.5m to build", "£ 1.5m", "1500000"),
    ("It cost £410,000 to build", "£410,000", "410000"),
    ("It cost €3bn to build", "€3bn", "3000000000"),
    ("It cost 44 billion dollars to build", "44 billion dollars", "44000000000"),
    ("It cost five pounds to enter", "five pounds", "5"),
    ("It cost 25p to enter", "25p", "0.25"),
    ("It cost 77 cents to enter", "77 cents", "0.77"),
    ("It cost 20 pence to enter", "20 pence", "0.2"),
    ("It cost ₹4.5 crore to build", "₹4.5 crore", "45000000"),
    ("It cost Rs 1,200 crore to build", "Rs 1,200 crore", "12000000000"),
    ("It cost Rs. 500 to enter", "Rs. 500", "500"),
    ("It cost USD 3 million to build", "USD 3 million", "3000000"),
    ("It cost 3 million USD to build", "3 million USD", "3000000"),
    ("It cost A$2.5bn to build", "A$2.5bn", "2500000000"),
    ("It cost US$2.5bn to build", "US$2.5bn", "2500000000"),
    ("It lost -£3m in May", "-£3m", "-3000000"),
    ("It cost £1.75 to enter", "£1.75", "1.75"),
    ("It cost a million pounds to build", "a million pounds", "1000000"),
    ("It cost half a million euros to build", "half a million euros", "500000"),
    ("It cost 200,000 yen to enter", "200,000 yen", "200000"),
    # Percentages.
    ("up by 49.4 per cent this year", "49.4 per cent", "49.4"),
    ("up by 49.4 percent this year", "49.4 percent", "49.4"),
    ("up by 49.4% this year", "49.4%", "49.4"),
    ("up by 49.4 % this year", "49.4 %", "49.4"),
    ("up by five per cent this year", "five per cent", "5"),
    ("up by 3 percentage points this year", "3 percentage points", "3"),
    ("up by half a percentage point this year", "half a percentage point", "0.5"),
    ("up by a quarter point this year", "quarter point", "0.25"),
    ("it fell a full half point in May", "a full half point", "0.5"),
    ("lowered its rate by a half point", "half point", "0.5"),
    (
        "by a surprise quarter of a percentage point",
        "a surprise quarter of a percentage point",
        "0.25",
    ),
    ("up by 25 basis points this year", "25 basis points", "25"),
    ("up by 25bps this year", "25bps", "25"),
    ("less than one-tenth of one per cent was lost", "one-tenth of one per cent", "0.1"),
    ("up just a percentage point", "a percentage point", "1"),
    ("cut by one percentage point", "one percentage point", "1"),
    ("about 2 thirds of voters", "2 thirds", "2"),
    ("won by 3 hundredths of a second", "3 hundredths", "0.03"),
    ("There were 94 thousand 732 cases", "94 thousand", "94000"),
    # Span: spelled-out units, "times" and "-fold" stay outside; signs and letters inside.
    ("driving at 90km/h in rain", "90km/h", "90"),
    ("made 477 TWh of power", "477 TWh", "477"),
    ("burned 21,300 hectares of bush", "21,300", "21300"),
    ("walked 12km to school", "12km", "12"),
    ("it was 38C in the shade", "38C", "38"),
    ("three times as many", "three", "3"),
    ("a 7.5-fold rise", "7.5", "7.5"),
    ("a two-day visit", "two", "2"),
    ("500+ people came", "500", "500"),
    # Footnote marks are not swallowed.
    ("There were 472² cases", "472", "472"),
    ("There were 472* cases", "472", "472"),
    ("There were 472[3] cases", "472", "472"),
    ("burned 40km² of bush", "40km²", "40"),
]


@pytest.mark.parametrize(("text", "quote", "value"), VALUES)
def test_reads_span_and_value(text: str, quote: str, value: str) -> None:
    numbers = find_numbers(tokenise(text))
    found = [(text[number.start : number.end], number.value) for number in numbers]
    assert (quote, Decimal(value)) in found


FRACTIONS = [
    ("It rained, and half of them left", "half", 1, 2),
    ("It would take half off the bills", "half", 1, 2),
    ("a third of voters", "a third", 1, 3),
    ("another third of voters", "third", 1, 3),
    ("a further quarter of voters", "quarter", 1, 4),
    ("it lost a hefty third of its herd", "a hefty third", 1, 3),
    ("only a mere fifth were sown", "a mere fifth", 1, 5),
    ("a disappointing quarter of entrants finished", "a disappointing quarter", 1, 4),
    ("lambs are a full tenth lighter", "a full tenth", 1, 10),
    ("kennels are a third cheaper than in March", "a third", 1, 3),
    ("its shell is a fifth thinner", "a fifth", 1, 5),
    ("one third of voters", "one third", 1, 3),
    ("one-third of voters", "one-third", 1, 3),
    ("two thirds of voters", "two thirds", 2, 3),
    ("two-thirds of voters", "two-thirds", 2, 3),
    ("three-quarters of voters", "three-quarters", 3, 4),
    ("three quarters of voters", "three quarters", 3, 4),
    ("a quarter of voters", "a quarter", 1, 4),
    ("two-fifths of voters", "two-fifths", 2, 5),
    ("a tenth of voters", "a tenth", 1, 10),
    ("nine tenths of voters", "nine tenths", 9, 10),
    ("half of voters", "half", 1, 2),
    ("half the voters", "half", 1, 2),
    ("more than half of them left", "half", 1, 2),
    ("the agency warned that half the wells are dry", "half", 1, 2),
    ("with over half planning to strike", "half", 1, 2),
    ("nurses say almost a third plan to leave", "a third", 1, 3),
    ("½ of voters", "½", 1, 2),
    ("¾ of voters", "¾", 3, 4),
    ("3/4 of voters", "3/4", 3, 4),
    ("1/3 of voters", "1/3", 1, 3),
    ("one-twentieth of voters", "one-twentieth", 1, 20),
    ("numbers halved in a decade", "halved", 1, 2),
]


@pytest.mark.parametrize(("text", "quote", "value", "out_of"), FRACTIONS)
def test_reads_a_fraction_with_its_denominator(
    text: str, quote: str, value: int, out_of: int
) -> None:
    number = find_numbers(tokenise(text))[0]
    assert (text[number.start : number.end], number.value, number.out_of) == (
        quote,
        Decimal(value),
        Decimal(out_of),
    )


MULTIPLES = [
    ("Hotel bill trebles", "trebles", 3),
    ("Waiting list doubles as doctors leave", "doubles", 2),
    ("Now it is double.", "double", 2),
    ("Sales doubled in a year", "doubled", 2),
    ("Shops saw demand double in a year", "double", 2),
    ("They saw deaths triple from May", "triple", 3),
    ("Sales have doubled over the past decade", "doubled", 2),
    ("Sales triple but profits fall", "triple", 3),
    ("Sales have trebled in a year", "trebled", 3),
    ("Sales tripled in a year", "tripled", 3),
    ("Sales quadrupled in a year", "quadrupled", 4),
    ("Sales quintupled in a year", "quintupled", 5),
    ("a threefold increase in sales", "threefold", 3),
    ("a tenfold increase in sales", "tenfold", 10),
    ("more than a hundredfold", "hundredfold", 100),
    ("twice as many sales", "twice", 2),
    ("twice the sales", "twice", 2),
    ("double the number of sales", "double", 2),
    ("triple the number of sales", "triple", 3),
]


@pytest.mark.parametrize(("text", "quote", "value"), MULTIPLES)
def test_reads_a_multiple_in_times(text: str, quote: str, value: int) -> None:
    number = find_numbers(tokenise(text))[0]
    assert (text[number.start : number.end], number.value, number.unit) == (
        quote,
        Decimal(value),
        "times",
    )


NO_NUMBERS = [
    "he doubles as a coach",
    "they saw a double in the final",
    "they won the mixed doubles",
    "no digits here",
    "a quarter-final",
    "the second half",
    "they scored in that half of the match",
    "he doubled over in pain",
    "it was a third offer",
    "a third larger kennel opened",
    "she ran a disappointing third in the heat",
    "they had a solid quarter of trading",
    "it was a strong fourth quarter",
    "the third man",
    "a fifth column",
    "the first half was dull",
    "a double-decker bus",
    "a double murder",
    "double standards",
    "a point of order",
    "a hundredweight",
    "at the last minute",
    "tension and often attention",
    "often the weight of money",
    "a pound of flesh",
    "123456789012345678901234567890",
    "10.15.7",
    "192.168.0.1",
    "one of them",
    "the one",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_reads_no_number(text: str) -> None:
    assert find_numbers(tokenise(text)) == []
