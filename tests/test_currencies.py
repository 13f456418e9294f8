"""Which currency a shared sign stands for: by place, by the other amounts, else the best known."""

from __future__ import annotations

import pytest

from readings import read_figure, read_quotes

# Text, quote, place, nation, currency.
CASES = [
    ("It cost $5m.", "$5m", None, None, "USD"),
    ("It cost $5m.", "$5m", "Sydney", "Australia", "AUD"),
    ("It cost $5m.", "$5m", "Toronto", "Canada", "CAD"),
    ("It cost $5m.", "$5m", "Auckland", "New Zealand", "NZD"),
    ("It cost $5m.", "$5m", None, "Singapore", "SGD"),
    ("It cost $5m.", "$5m", "Chicago", "United States", "USD"),
    ("It cost five dollars.", "five dollars", None, "Australia", "AUD"),
    ("It cost US$5m.", "US$5m", "Sydney", "Australia", "USD"),
    ("It cost £5m.", "£5m", None, None, "GBP"),
    ("It cost £5m.", "£5m", "Leeds", "England", "GBP"),
    ("It cost Rs 500.", "Rs 500", None, None, "INR"),
    ("It cost Rs 500.", "Rs 500", None, "Pakistan", "PKR"),
    ("It cost Rs 500.", "Rs 500", "Delhi", "India", "INR"),
    ("It cost 500 rupees.", "500 rupees", None, "Sri Lanka", "LKR"),
    ("A field off Norway cost 5 million crowns.", "5 million crowns", "London", None, "NOK"),
    ("It cost 5 million crowns.", "5 million crowns", None, None, "CZK"),
    ("It cost 5 million crowns.", "5 million crowns", "Stockholm", "Sweden", "SEK"),
    ("It cost kr 500.", "kr 500", None, "Norway", "NOK"),
    ("It cost 500 kroner.", "500 kroner", None, "Denmark", "DKK"),
    ("It cost R500.", "R500", None, "South Africa", "ZAR"),
    ("It cost N500.", "N500", None, "Nigeria", "NGN"),
    ("It cost 50 cents.", "50 cents", None, None, "USD"),
    ("It cost 50 cents, not €2.", "50 cents", None, None, "EUR"),
    ("It cost 50c.", "50c", None, "Australia", "AUD"),
    ("It cost 50p.", "50p", None, None, "GBP"),
    ("It cost 50 pence.", "50 pence", None, "England", "GBP"),
    ("It cost 5,000 pesos.", "5,000 pesos", None, "Argentina", "ARS"),
    ("It cost 5,000 francs.", "5,000 francs", None, "Switzerland", "CHF"),
    ("It cost 5,000 CFA francs.", "5,000 CFA francs", None, "Senegal", "XOF"),
    ("It cost 5,000 CFA francs.", "5,000 CFA francs", None, "Cameroon", "XAF"),
    ("It cost 5,000 francs.", "5,000 francs", "Kinshasa", None, "CDF"),
    ("It cost Tk 420 crore.", "Tk 420 crore", None, None, "BDT"),
    ("It cost K500.", "K500", None, "Zambia", "ZMW"),
    ("It cost K500.", "K500", None, "Malawi", "MWK"),
    ("It cost K500.", "K500", None, "Papua New Guinea", "PGK"),
    ("It cost P500.", "P500", None, "Botswana", "BWP"),
    ("It cost 500 kwacha.", "500 kwacha", None, "Malawi", "MWK"),
    ("Iron ore fetched $US120 a tonne.", "$US120", "Perth", "Australia", "USD"),
    ("The fund holds $A40 million.", "$A40 million", None, None, "AUD"),
    ("It lost $NZ3m.", "$NZ3m", None, None, "NZD"),
    ("The board pays GHC900.", "GHC900", None, None, "GHS"),
    ("It cost Shs 500.", "Shs 500", "Kampala", "Uganda", "UGX"),
    ("It made $9m, or 8 cents a share.", "8 cents", "Cork", "Ireland", "USD"),
    ("The Aussie dollar bought US71.20c.", "US71.20c", "Sydney", "Australia", "USD"),
    ("It cost 57.23 British pence.", "57.23 British pence", "Sydney", "Australia", "GBP"),
    ("It cost 1.88 West German marks.", "1.88 West German marks", None, None, "DEM"),
    ("It cost Rs 5 arab.", "Rs 5 arab", None, "Nepal", "NPR"),
    ("It cost 500m/-.", "500m/-", None, "Tanzania", "TZS"),
    ("It cost Kshs 200.", "Kshs 200", None, "Kenya", "KES"),
    ("It cost Php 500.", "Php 500", None, None, "PHP"),
    ("It cost NIS 5 million.", "NIS 5 million", None, None, "ILS"),
    ("Petrol rose 50 c/l.", "50 c", None, "South Africa", "ZAR"),
    ("Brent slipped 22 cents.", "22 cents", None, "India", "USD"),
    ("It cost 500 Egyptian pounds.", "500 Egyptian pounds", None, None, "EGP"),
]


@pytest.mark.parametrize(("text", "quote", "place", "nation", "currency"), CASES)
def test_resolves_the_currency(
    text: str, quote: str, place: str | None, nation: str | None, currency: str
) -> None:
    assert read_figure(text, quote, place, nation).unit == currency


def test_a_bare_dollar_takes_the_currency_of_the_amounts_beside_it() -> None:
    text = "It cost A$5m. The roof was another $2m."
    assert read_figure(text, "$2m").unit == "AUD"


def test_a_dollar_in_the_denominator_is_the_country_s_own() -> None:
    text = "He spent $3 for each $2 he raised."
    assert read_figure(text, "$3", nation="Australia").per == "AUD"


def test_drams_are_money_in_millions_only() -> None:
    assert read_figure("They drank 12 drams of whisky.", "12").unit == "dram"
    assert read_figure("It cost 12 million drams.", "12 million drams").unit == "AMD"


def test_a_letter_is_no_currency_elsewhere() -> None:
    assert read_quotes("The R500 has 12 seats.") == ["12"]
