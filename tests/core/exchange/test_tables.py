"""Tables come back as they were written, and what lies beside them explains them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ExchangeError
from core.exchange.format_records import ExportOptions, LabelFormat
from core.exchange.format_registry import format_of
from core.exchange.formats.long_table import CSV, TSV
from core.exchange.formats.wide_table import CSV_WIDE, TSV_WIDE
from core.exchange.label_source import LabelSource
from core.exchange.song_matching import MatchedBy
from core.exchange.tables.cell_records import from_cell
from core.jobs import SILENT
from core.library.edits.edits import AddTag, Judge, JudgeRegion, SetDecisionNote
from core.library.records import State
from tests.support.round_trips import (
    SONGS,
    DecisionKey,
    decisions,
    fresh_library,
    labelled_library,
    read_into,
    tag_id,
    write,
)

LONG, WIDE = (CSV, TSV), (CSV_WIDE, TSV_WIDE)


def named(formats: tuple[LabelFormat, ...]) -> Any:
    return pytest.mark.parametrize("form", formats, ids=lambda form: form.name)


def whole_song(keys: set[DecisionKey]) -> set[DecisionKey]:
    """Return what a table with a column a tag keeps."""
    return {(*key[:4], None, None, None) for key in keys if key[5] is None}


@named(LONG)
def test_a_library_comes_back_from_a_row_a_decision(form: LabelFormat, tmp_path: Path) -> None:
    path = tmp_path / f"out{form.suffixes[0]}"
    with labelled_library(tmp_path) as library, fresh_library(tmp_path) as fresh:
        written = write(form, library, path)
        assert format_of(path) is form
        plan = read_into(form, path, fresh)
        assert decisions(fresh) == decisions(library)
        assert written.n_rows == len(plan.file.decisions)
        assert (plan.faults, {match.by for match in plan.matches}) == ((), {MatchedBy.SOUND})
        former, now = (lib.annotations.of_song(3) for lib in (library, fresh))
        assert {d.note for d in now.values()} == {d.note for d in former.values()}
        assert {d.created_at for d in now.values()} == {d.created_at for d in former.values()}
        odd = fresh.codebook.find('=odd; name, "x"')
        assert odd is not None


@named(WIDE)
def test_a_library_comes_back_from_a_column_a_tag_but_for_what_is_declared(
    form: LabelFormat, tmp_path: Path
) -> None:
    path = tmp_path / f"out{form.suffixes[0]}"
    with labelled_library(tmp_path) as library, fresh_library(tmp_path) as fresh:
        library.do(AddTag("year", 1), Judge(4, 1, State.NO))
        library.do(Judge(4, tag_id(library, "year"), State.YES))
        written = write(form, library, path)
        assert format_of(path) is form
        read_into(form, path, fresh)
        kept = whole_song(decisions(library))
        assert decisions(fresh) == kept
        assert written.n_rows == len(kept)
        song = fresh.songs.get(1)
        assert song is not None
        assert song.note == "of the tape:\n=loud"


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1)
STATES = st.sampled_from(list(State))


@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(WORDS, st.tuples(STATES, st.text(max_size=9)), max_size=5), st.booleans())
def test_any_words_and_notes_come_back(
    tmp_path_factory: pytest.TempPathFactory, words: dict[str, Any], tabs: bool
) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    form, wide = (TSV, TSV_WIDE) if tabs else (CSV, CSV_WIDE)
    with labelled_library(folder) as library:
        for name, (state, note) in words.items():
            if library.codebook.find(name) is None:
                library.do(AddTag(name, 1))
            tag = tag_id(library, name)
            library.do(Judge(4, tag, state), JudgeRegion(4, tag, 1.0, 2.5, state))
            decision = library.annotations.of_song_and_tag(4, tag)
            assert decision is not None
            library.do(SetDecisionNote(decision.id, note))
        wanted = decisions(library)
        for way, keys in ((form, wanted), (wide, whole_song(wanted))):
            path = folder / way.name
            write(way, library, path)
            (folder / f"{way.name} fresh").mkdir()
            with fresh_library(folder / f"{way.name} fresh") as fresh:
                read_into(way, path, fresh)
                assert decisions(fresh) == keys


def test_the_search_and_the_annotator_say_what_is_written(tmp_path: Path) -> None:
    assert CSV.write is not None
    with labelled_library(tmp_path) as library:
        mine = write(CSV, library, tmp_path / "mine.csv", all_annotators=False)
        all_of_them = write(CSV, library, tmp_path / "all.csv")
        source = LabelSource(library, "plain")
        found = CSV.write(source, tmp_path / "found.csv", ExportOptions(), SILENT)
    assert (mine.n_rows, all_of_them.n_rows, found.n_rows) == (9, 11, 0)


def test_paths_seen_from_the_file_lead_back_to_the_songs(tmp_path: Path) -> None:
    assert CSV.write is not None
    folder = tmp_path / "tables"
    folder.mkdir()
    with labelled_library(tmp_path) as library:
        CSV.write(LabelSource(library), folder / "a.csv", ExportOptions(relative=True), SILENT)
    assert CSV.read is not None
    file = CSV.read(folder / "a.csv", SILENT)
    assert file.songs[0].path == "../Müsic, all/song 1.wav"


def contributors(package: Path) -> set[str]:
    described = json.loads(package.read_text(encoding="utf-8"))
    return {person["title"] for person in described["contributors"]}


def test_only_those_contribute_whose_decisions_are_written(tmp_path: Path) -> None:
    with labelled_library(tmp_path) as library:
        written = write(CSV, library, tmp_path / "a.csv", all_annotators=False)
    assert contributors(written.files[-1]) == {"Ann"}


@named(LONG + WIDE)
def test_a_data_package_describes_every_column(form: LabelFormat, tmp_path: Path) -> None:
    path = tmp_path / f"My Täble{form.suffixes[0]}"
    with labelled_library(tmp_path) as library:
        written = write(form, library, path)
    table, dictionary, package = written.files
    described = json.loads(package.read_text(encoding="utf-8"))
    assert (table, package.name) == (path, "datapackage.json")
    assert described["name"] == "my-table"
    assert described["licenses"][0]["name"] == "notspecified"
    assert described["sources"]
    assert contributors(package) == {"Ann", "Bo Ørsted"}
    first, second = described["resources"]
    assert (first["path"], second["path"]) == (path.name, dictionary.name)
    for resource in (first, second):
        with (tmp_path / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
            rows = list(csv.reader(file, delimiter=resource["dialect"]["delimiter"]))
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == rows[0]
        assert len(rows) > 1
        for row in rows[1:]:
            assert [field["name"] for field, cell in zip(fields, row, strict=True)
                    if not fits(cell, field)] == []  # fmt: skip
    with dictionary.open(encoding="utf-8", newline="") as file:
        meanings = list(csv.DictReader(file))
    fields = first["schema"]["fields"]
    assert [row["column"] for row in meanings] == [field["name"] for field in fields]
    titles = {field["name"]: field["title"] for field in fields if "title" in field}
    is_odd = form in (CSV_WIDE, TSV_WIDE)
    renamed = {'\'=odd; name, "x"': '=odd; name, "x"', "song (tag)": "song"}
    assert titles == (renamed if is_odd else {})


def fits(cell: str, field: dict[str, Any]) -> bool:
    """Whether a cell is of its field's type, as the Table Schema says."""
    kinds = {"string": str, "integer": int, "number": float}
    if cell == "":
        return True
    if field["type"] == "boolean":
        return cell in field["trueValues"] + field["falseValues"]
    if field["type"] == "datetime":
        return len(cell) == len("2020-01-02T03:04:05.678Z") and cell.endswith("Z")
    kinds[field["type"]](cell)
    return cell in field.get("constraints", {}).get("enum", [cell])


def test_pandas_reads_what_is_written(tmp_path: Path) -> None:
    import pandas

    with labelled_library(tmp_path) as library:
        write(CSV, library, tmp_path / "long.csv")
        write(TSV_WIDE, library, tmp_path / "wide.tsv")
    long = pandas.read_csv(tmp_path / "long.csv", dtype={"audio_hash": str})
    assert len(long) == 11
    assert long["intensity"].dropna().tolist() == [0.75]
    assert set(long["state"]) == {"yes", "no", "unsure"}
    wide = pandas.read_csv(tmp_path / "wide.tsv", sep="\t", dtype=str, keep_default_na=False)
    assert wide.loc[wide["annotator"] == "Bo Ørsted", "kick"].tolist() == ["0", ""]
    assert [title for title in dict.fromkeys(wide["title"])] == [title for _, title, _ in SONGS]


def test_a_package_of_something_else_is_not_overwritten(tmp_path: Path) -> None:
    other = tmp_path / "datapackage.json"
    other.write_text('{"resources": [{"path": "other.csv"}]}')
    with labelled_library(tmp_path) as library:
        written = write(CSV, library, tmp_path / "out.csv")
        assert written.files[2].name == "out-datapackage.json"
        write(CSV, library, tmp_path / "other.csv")
    assert json.loads(other.read_text(encoding="utf-8"))["title"]


def test_nothing_is_written_by_halves(tmp_path: Path) -> None:
    (tmp_path / "out-columns.csv").mkdir()
    with labelled_library(tmp_path) as library, pytest.raises(ExchangeError) as caught:
        write(CSV, library, tmp_path / "out.csv")
    assert "out.csv" in caught.value.message
    assert not (tmp_path / "out.csv").exists()


def test_a_column_a_tag_has_also_the_songs_that_wait_for_their_turn(tmp_path: Path) -> None:
    with labelled_library(tmp_path) as library:
        write(CSV_WIDE, library, tmp_path / "wide.csv", all_annotators=False)
    with (tmp_path / "wide.csv").open(encoding="utf-8", newline="") as file:
        titles = [from_cell(row["title"]) for row in csv.DictReader(file)]
    assert titles == [title for _, title, _ in SONGS]


def test_missing_cells_of_r_and_pandas_are_empty_and_percents_are_shares(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text(
        '"","path","tag","state","start_s","end_s","intensity"\n'
        '"1","a.ogg","kick",True,nan,nan,50%\n'
        '"2","b.ogg","kick",NA,1,2,NaN\n'
        '"3","c.ogg","kick",0,NULL,<NA>,"12,5 %"\n'
    )
    assert CSV.read is not None
    file = CSV.read(path, SILENT)

    assert file.faults == []
    assert [(d.state.value, d.intensity, d.start_s) for d in file.decisions] == [
        ("yes", 0.5, None),
        ("no", 0.125, None),
    ]


def test_a_column_of_numbers_and_missing_cells_is_a_tag(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("path,kick,piano\na.ogg,1.0,NA\nb.ogg,0.0,NA\nc.ogg,nan,1\n")
    assert CSV_WIDE.read is not None
    file = CSV_WIDE.read(path, SILENT)

    assert [word.name for word in file.words] == ["kick", "piano"]
    assert (file.faults, len(file.decisions)) == ([], 3)
