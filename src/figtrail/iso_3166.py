"""Places by their codes in ISO 3166, for those that no list of the recipe's has."""

from __future__ import annotations

from figtrail.publication import Place


def find_iso_place(code: str) -> Place | None:
    """A country (ISO 3166-1 alpha-2) or a subdivision (ISO 3166-2) by its code."""
    import pycountry  # most packages need none

    country = pycountry.countries.get(alpha_2=code)
    if country is not None:
        return Place(code, getattr(country, "common_name", country.name), iso_3166=code)
    division = pycountry.subdivisions.get(code=code)  # type: ignore[no-untyped-call]
    if division is None:
        return None
    parent = division.parent_code or division.country_code
    return Place(code, division.name, (), division.type, None, code, parent)
