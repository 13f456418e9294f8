"""A user's own lists of places."""

from __future__ import annotations

from pathlib import Path

import pytest

from figtrail.gazetteers import read_gazetteer
from figtrail.model import FigtrailError
from figtrail.publication import Place

AS_DOWNLOADED = """\
local-authority-code,official-name,nice-name,gss-code,start-date,nation,alt-names,current-authority
OLD,Amberley Borough Council,Amberley,E07999901,1974-04-01,England,"Amberley,amberley boro",False
AMB,Amberley Council,Amberley,E06999902,2023-04-01,England,"Amberley,amberley unitary",True
BRK,Brook Vale District Council,Brook Vale,E07999903,,England,,False
CRA,County of Cragside,Cragside,,,England,Cragside,True
,Nowhere,,E07999904,,England,,True
"""
CLEANED = """\
code,name,alt_names,nation,official_name,current
E06999902,Amberley,Amberley Council|Amberley, Town of,England,Amberley Council,True
"""


def write(folder: Path, content: str) -> Path:
    path = folder / "gazetteer.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_columns_of_a_list_of_local_authorities_are_known_by_name(tmp_path: Path) -> None:
    places = read_gazetteer(write(tmp_path, AS_DOWNLOADED), {})
    assert places[0] == Place(
        code="E06999902",
        label="Amberley",
        names=("Amberley Council", "amberley unitary"),
        gss="E06999902",
    )


def test_a_place_that_is_gone_gives_way_to_the_one_of_the_same_name(tmp_path: Path) -> None:
    codes = [place.code for place in read_gazetteer(write(tmp_path, AS_DOWNLOADED), {})]
    assert codes == ["E06999902", "CRA", "E07999903"]


def test_names_parted_with_bars_may_hold_commas(tmp_path: Path) -> None:
    quoted = CLEANED.replace(
        "Amberley Council|Amberley, Town of", '"Amberley Council|Amberley, Town of"'
    )
    (place,) = read_gazetteer(write(tmp_path, quoted), {})
    assert place.names == ("Amberley Council", "Amberley, Town of")


def test_the_recipe_names_columns_that_nobody_could_guess(tmp_path: Path) -> None:
    path = write(tmp_path, "kennung,ortsname\nDE-1,Altstadt\n")
    (place,) = read_gazetteer(path, {"code": "kennung", "label": "ortsname"})
    assert place == Place(code="DE-1", label="Altstadt")


def test_columns_that_nothing_explains_are_asked_for(tmp_path: Path) -> None:
    with pytest.raises(FigtrailError, match="label") as caught:
        read_gazetteer(write(tmp_path, "kennung,ortsname\nDE-1,Altstadt\n"), {})
    assert [problem.code for problem in caught.value.problems] == ["gazetteer-columns"] * 2


def test_a_column_that_the_file_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(FigtrailError, match="no column 'naam'"):
        read_gazetteer(write(tmp_path, "code,name\nA,B\n"), {"label": "naam"})
