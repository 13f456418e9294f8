"""build/: loaded, checked, and everything with a default."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from figtrail.model import FigtrailError
from figtrail.publication import Measure, MeasureTerm, Place
from figtrail.recipe import CC_BY, Contributor, Licence, Recipe, load_recipe

FILES = {
    "measures.csv": "code,label,kind,unit\nfires,Fires,count,fire\n",
    "measure_terms.csv": "phrase,measure,kinds,units\nhouse fires,fires,count,fire|incident\n",
    "places.csv": "code,label,names,parent\nX1,Leeds,City of Leeds|Leeds City,\nX2,Otley,,X1\n",
}


def write_recipe(folder: Path, toml: str = "", **files: str) -> Path:
    for name, content in (FILES | files).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    recipe = folder / "recipe.toml"
    recipe.write_text(toml, encoding="utf-8")
    return recipe


def refused(path: Path) -> list[str]:
    with pytest.raises(FigtrailError) as caught:
        load_recipe(path)
    return [str(problem) for problem in caught.value.problems]


def test_without_a_recipe_everything_has_a_default() -> None:
    recipe = load_recipe(None)
    assert recipe == Recipe()
    assert (recipe.licenses, recipe.quotes, recipe.outputs) == (
        (CC_BY,),
        "sentence",
        ("csv", "parquet", "sqlite", "xlsx", "metadata"),
    )


def test_the_keys_of_a_recipe_are_read(tmp_path: Path) -> None:
    recipe = load_recipe(
        write_recipe(
            tmp_path,
            'title = "Fires"\nreleased = 2024-05-06\nplace = "Leeds"\nquotes = "number"\n'
            'outputs = ["csv"]\nkeywords = ["fire"]\n'
            '[[contributors]]\ntitle = "Jo Park"\nroles = ["author"]\n'
            '[[licenses]]\nname = "CC0-1.0"\n',
        )
    )
    assert (recipe.title, recipe.released, recipe.place) == ("Fires", date(2024, 5, 6), "Leeds")
    assert (recipe.quotes, recipe.outputs, recipe.keywords) == ("number", ("csv",), ("fire",))
    assert recipe.contributors == (Contributor("Jo Park", roles=("author",)),)
    assert recipe.licenses == (Licence("CC0-1.0"),)


def test_the_files_beside_a_recipe_are_found_by_their_names(tmp_path: Path) -> None:
    recipe = load_recipe(write_recipe(tmp_path))
    assert recipe.measures == (Measure("fires", "Fires", kind="count", unit="fire"),)
    assert recipe.measure_terms == (
        MeasureTerm("house fires", "fires", frozenset({"count"}), frozenset({"fire", "incident"})),
    )
    assert recipe.places == (
        Place("X1", "Leeds", ("City of Leeds", "Leeds City")),
        Place("X2", "Otley", parent="X1"),
    )


def test_a_key_gives_another_path_and_then_the_file_must_be_there(tmp_path: Path) -> None:
    moved = write_recipe(tmp_path, 'places = "lists/towns.csv"\n')
    (problem,) = refused(moved)
    assert "recipe.toml, line 1, key places" in problem
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/towns.csv").write_text("code,label\nT,Town\n", encoding="utf-8")
    assert load_recipe(moved).places == (Place("T", "Town"),)


def test_statistics_get_an_id_of_what_they_identify_vintage_included(tmp_path: Path) -> None:
    header = "measure,place,period,value,unit,publisher,dataset,url,licence,vintage\n"
    row = "fires,X1,2020-03-31,{},fire,Office,fires_by_place,,OGL-UK-3.0,{}\n"
    path = write_recipe(
        tmp_path,
        **{"reference/fires.csv": header + row.format("12", "first") + row.format("13", "revised")},
    )
    first, revised = load_recipe(path).reference
    assert (first.value, revised.value) == (Decimal(12), Decimal(13))
    assert first.reference_id != revised.reference_id


def test_corrections_know_the_line_they_stand_on(tmp_path: Path) -> None:
    header = (
        "correction_id,action,source_id,char_start,char_end,quote,field,expected,corrected,"
        "reason,author,date\n"
    )
    row = "k1,correct,a,5,8,472,unit,item,person,they are children,Jo,2024-05-06\n"
    recipe = load_recipe(write_recipe(tmp_path, **{"corrections.csv": header + "\n" + row}))
    assert recipe.corrections[0].date == date(2024, 5, 6)
    assert recipe.correction_lines == {"k1": f"{tmp_path / 'corrections.csv'}, line 3"}


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("titel = 'x'\n", ["line 1, key titel", "unknown key"]),
        ("title = 5\n", ["line 1, key title", "Give a text in quotes"]),
        ("\nreleased = '2024-05-06'\n", ["line 2, key released", "a date without quotes"]),
        ("quotes = 'all'\n", ["key quotes", "Use sentence or number"]),
        ("outputs = ['xls']\n", ["key outputs", "unknown output 'xls'"]),
        ("outputs = ['xlsx']\n", ["key outputs", "no form of the tables", "csv or parquet"]),
        ("outputs = []\n", ["key outputs", "no form of the tables"]),
        ("outputs = ['csv', 'csv']\n", ["key outputs", "stands twice"]),
        ("homepage = 'https://exa mple.org'\n", ["key homepage", "https://"]),
        ("keywords = [1]\n", ["key keywords", "a list of texts"]),
        ("name = 'My Data'\n", ["key name", "a-z, 0-9"]),
        ("[[contributors]]\nroles = ['author']\n", ["line 1, key contributors", "no title"]),
        ("[[contributors]]\ntitle = 'x'\nshoe = 'y'\n", ["unknown key 'shoe'"]),
        ("[[gazetteers]]\nfile = 'x.csv'\n", ["line 1, key gazetteers", "no path"]),
        ("[[gazetteers]]\npath = 'x.csv'\n", ["x.csv", "file-unreadable"]),
        ("title = \n", ["recipe.toml", "line 1"]),
        ("title = ''\n", ["line 1, key title", "title is empty", "leave the key out"]),
        ("place = ' '\n", ["line 1, key place", "place is empty"]),
        ("released = 2024-05-06T10:00:00Z\n", ["key released", "2024-05-06T10:00:00", "a date"]),
        ("homepage = 'example.org'\n", ["key homepage", "'example.org'", "https://"]),
        ("keywords = ['']\n", ["key keywords", "none of them empty"]),
        ("title = 2020-01-01\n", ["title is 2020-01-01", "Give a text in quotes"]),
        ("[[contributors]]\ntitle = ''\n", ["key contributors", "title is ''"]),
        ("[[contributors]]\ntitle = 'x'\npath = 'javascript:x'\n", ["path is 'javascript:x'"]),
        ("[[contributors]]\ntitle = 'x'\nemail = 'x'\n", ["email is 'x'"]),
        ("[[licenses]]\nname = 'X Y'\n", ["key licenses", "name is 'X Y'"]),
        ("a = " + "[" * 5000, ["recipe.toml", "too deep"]),
    ],
)
def test_what_a_recipe_may_not_say_is_named_with_its_line(
    tmp_path: Path, toml: str, words: list[str]
) -> None:
    (problem,) = refused(write_recipe(tmp_path, toml))
    assert all(word in problem for word in words), problem


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("measures.csv", "code,label\nfires,A\nfires,B\n", ["line 3", "already on line 2"]),
        ("measures.csv", "code,label,kind\nfires,A,amount\n", ["line 2", "kind", "count, money"]),
        ("measures.csv", "code,label,per_quantity\nfires,A,many\n", ["line 2", "per_quantity"]),
        ("measures.csv", "code,label,per_quantity\nfires,A,1_000\n", ["line 2", "'1_000'"]),
        ("measures.csv", "code,label,per_quantity\nfires,A,0\n", ["line 2", "above 0"]),
        (
            "measures.csv",
            "code,label,per_quantity\nfires,A,0.12345678901234567891\n",
            ["line 2", "at most 15 digits"],
        ),
        ("measures.csv", "code,label,url\nfires,A,javascript:1\n", ["line 2", "url can't be"]),
        (
            "measures.csv",
            "code,label,kind\nfires,A\nfloods,B,lots\n",
            ["line 2", "another number of cells"],
        ),
        ("measure_terms.csv", "phrase,measure\nfloods,floods\n", ["line 2", "'floods'"]),
        ("measure_terms.csv", "phrase,measure,kinds\nx,fires,counts\n", ["line 2", "kinds"]),
        ("places.csv", "code,label,parent\nX1,Leeds,X9\n", ["line 2", "parent", "X9"]),
        ("places.csv", "code,label\nX1,\n", ["line 2", "label is empty"]),
        (
            "reference/a.csv",
            "measure,place,period,value,unit,publisher,dataset,licence,vintage\n"
            "floods,X1,2020,1,flood,O,d,l,v\n",
            ["a.csv, line 2: measure 'floods' is in no codelist"],
        ),
        *(
            (
                "reference/a.csv",
                "measure,place,period,value,unit,publisher,dataset,licence,vintage\n"
                f"fires,X1,{period},1,fire,O,d,l,v\n",
                ["a.csv, line 2", f"period can't be '{period}'"],
            )
            for period in ("last year", "2019-02-30", "2020-01-01/2019-01-01")
        ),
        ("measures.csv", "code,label,unit\nfires,A,Big Fire!\n", ["line 2", "unit", "pattern"]),
        ("places.csv", "code,label,gss\nX1,Leeds,E99\n", ["line 2", "gss can't be 'E99'"]),
        ("places.csv", "code,label,parent\nX1,Leeds,X1\n", ["line 2", "parent can't be 'X1'"]),
        ("places.csv", "code,label,parent\nX1,A,X2\nX2,B,X1\n", ["line 3", "is a part of"]),
        (
            "measure_terms.csv",
            "phrase,measure\nHouse fires,fires\nhouse fires,fires\n",
            ["line 3", "already on line 2"],
        ),
        (
            "corrections.csv",
            "action,source_id,char_start,char_end,quote,field,expected,corrected,reason,author,"
            "date\nconfirm,a,x,2,q,,,,r,w,2024-01-01\n",
            ["line 2", "'x'"],
        ),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, content: str, words: list[str]
) -> None:
    problems = refused(write_recipe(tmp_path, **{name: content}))
    assert any(all(word in problem for word in words) for problem in problems), problems


def test_a_phrase_may_name_no_measure(tmp_path: Path) -> None:
    terms = "phrase,measure\ncore inflation,\n"
    recipe = load_recipe(write_recipe(tmp_path, **{"measure_terms.csv": terms}))
    assert [(term.phrase, term.measure) for term in recipe.measure_terms] == [
        ("core inflation", None)
    ]


def test_a_statistic_may_be_of_a_place_that_only_iso_3166_has(tmp_path: Path) -> None:
    columns = "measure,place,period,value,unit,publisher,dataset,licence,vintage\n"
    rows = "fires,KE-30,2020,1,fire,O,d,l,v\nfires,Q1,2020,1,fire,O,d,l,v\n"
    path = write_recipe(tmp_path, **{"reference/a.csv": columns + rows})
    (problem,) = refused(path)
    assert "a.csv, line 3: place 'Q1' is in no codelist, nor in ISO 3166" in problem


def test_one_run_names_every_problem(tmp_path: Path) -> None:
    path = write_recipe(tmp_path, "titel = 'x'\nquotes = 'all'\n", **{"places.csv": "code\nX\n"})
    assert len(refused(path)) == 3  # the key, the value, and the column that is missing


def test_a_row_of_another_length_hides_no_other_problem(tmp_path: Path) -> None:
    measures = "code,label,kind\nfires,A\nfloods,B,lots\n"
    problems = refused(write_recipe(tmp_path, **{"measures.csv": measures}))
    assert [problem.split(", ")[1].split(":")[0] for problem in problems] == ["line 3", "line 2"]


def test_a_byte_order_mark_is_no_part_of_the_recipe(tmp_path: Path) -> None:
    assert load_recipe(write_recipe(tmp_path, "\ufefftitle = 'Fires'\n")).title == "Fires"


def test_the_recipe_of_this_repository_loads() -> None:
    recipe = load_recipe(Path(__file__).parents[1] / "build" / "recipe.toml")
    assert (recipe.place, recipe.nation) == ("St Helens", "England")
    codes = {place.label: (place.code, place.iso_3166) for place in recipe.places}
    assert codes["St Helens"] == ("E08000013", "GB-SHN")
    known = {(value.measure, value.place, value.period): value.value for value in recipe.reference}
    assert known["cla", "E08000013", "2018-03-31"] == 442
