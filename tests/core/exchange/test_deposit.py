"""A deposit is read by those it is for, says what is in it, and its numbers come out again."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote

import numpy as np
import pytest

from core.cli import main
from core.cli.deposit import read_creator
from core.errors import ExchangeError, UsageError
from core.exchange.deposit.codebook_files import skos
from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import Deposit, DepositOptions
from core.exchange.deposit.measures import scores_headline
from core.exchange.deposit.prepare import prepare_deposit
from core.exchange.deposit.preview import count_deposit
from core.exchange.formats import long_table
from core.jobs import SILENT, Cancelled
from core.library.edits.edits import Judge, SetDefinition
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.learning_library import make_library
from tests.support.round_trips import decisions, fresh_library, labelled_library, read_into, tag_id

OPTIONS = DepositOptions(
    'Club "music" | 1965–1999',
    (Creator("Ada", "Rossi", "0000-0002-1825-0097", "Bologna"), Creator("The <Ear> Lab")),
    "2026-11-29",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with labelled_library(tmp_path_factory.mktemp("deposit")) as opened:
        yield opened


@pytest.fixture(scope="module")
def made(library: Library) -> Deposit:
    return prepare_deposit(library, library.path.parent / "out", OPTIONS)


def table(made: Deposit, name: str) -> list[dict[str, str]]:
    with (made.folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def loader(made: Deposit) -> ModuleType:
    spec = importlib.util.spec_from_file_location("load", made.folder / "load.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_its_script_arrives_at_its_numbers(made: Deposit) -> None:
    ran = subprocess.run(
        [sys.executable, str(made.folder / "reproduce.py")], capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count(" ok") == len(made.headline)
    assert made.headline["decisions"] == 11
    assert made.headline["annotators"] == 2


def test_its_script_notices_a_changed_table(made: Deposit, tmp_path: Path) -> None:
    for name in ("reproduce.py", "headline.json", "data/songs.csv", "data/decisions.csv"):
        copy = tmp_path / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes((made.folder / name).read_bytes())
    rows = table(made, "data/decisions.csv")
    with (tmp_path / "data" / "decisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows[:-1])
    ran = subprocess.run(
        [sys.executable, str(tmp_path / "reproduce.py")], capture_output=True, text=True
    )
    assert ran.returncode == 1
    assert "DIFFERS" in ran.stdout


def test_scores_are_measured_as_the_script_measures_them(tmp_path: Path) -> None:
    draw = np.random.default_rng(3)
    rows = [
        (f"{song:032x}", tag, int(draw.random() < share), round(float(draw.random()), 2))
        for tag, share in (("kick", 0.5), ("piano", 0.1), ("none", 0.0))
        for song in range(60)
    ]
    (tmp_path / "model").mkdir()
    with (tmp_path / "model" / "scores.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("audio_hash", "tag", "truth", "score"), *rows])
    from core.paths import resource

    spec = importlib.util.spec_from_file_location("reproduce", resource("deposit/reproduce.py"))
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.measures(tmp_path) == pytest.approx(scores_headline(rows), abs=1e-12)


def test_its_checksums_are_right(made: Deposit) -> None:
    lines = (made.folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = dict(reversed(line.split("  ", 1)) for line in lines)
    there = {
        path.relative_to(made.folder).as_posix()
        for path in made.folder.rglob("*")
        if path.is_file()
    }
    assert set(named) == there - {"SHA256SUMS"}
    for name, digest in named.items():
        assert hashlib.sha256((made.folder / name).read_bytes()).hexdigest() == digest


def test_nothing_in_it_tells_where_the_songs_lay(library: Library, made: Deposit) -> None:
    folder = str(library.path.parent)
    for name in made.files:
        assert folder not in (made.folder / name).read_text(encoding="utf-8"), name


def test_its_loader_needs_no_library(made: Deposit) -> None:
    loaded = loader(made).load(str(made.folder))
    assert len(loaded["songs"]) == 4
    song = loaded["songs"][f"{1:032x}"]
    assert (song["artist"], song["album"], song["duration_s"]) == ("AC/DC", "=1+1", 10.5)
    parts = [d for d in song["decisions"] if d["start_s"] is not None]
    assert [(d["tag"], d["start_s"], d["end_s"]) for d in parts] == [("female", 2.5, 4.25)]
    assert loaded["tags"]["kick"]["category"] == "rhythm"
    assert loader(made).check(str(made.folder)) == []


def test_its_index_finds_a_changed_file(made: Deposit, tmp_path: Path) -> None:
    index = json.loads((made.folder / "index.json").read_text(encoding="utf-8"))
    names = [files["jams"][0] for files in index["tracks"].values() if "jams" in files]
    assert names
    for name in ("index.json", *names):
        copy = tmp_path / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((made.folder / name).read_bytes())
    (tmp_path / names[0]).write_text("{}")
    assert loader(made).check(str(tmp_path)) == [names[0]]


def test_its_table_comes_back_into_a_library(
    library: Library, made: Deposit, tmp_path: Path
) -> None:
    with fresh_library(tmp_path) as fresh:
        read_into(long_table.CSV, made.folder / "data" / "decisions.csv", fresh)
        assert decisions(fresh) == decisions(library)


def test_croissant_reads_it(made: Deposit) -> None:
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=made.folder / "croissant.json")
    assert dataset.metadata.issues.errors == set()
    records = list(dataset.records("songs"))
    assert len(records) == 4
    assert len(list(dataset.records("decisions"))) == 11


def test_its_readme_names_all_of_its_files(made: Deposit) -> None:
    text = (made.folder / "README.md").read_text(encoding="utf-8")
    tables = {name for name in made.files if name.startswith("data/")}
    assert [name for name in set(made.files) - tables if f"| `{name}` |" not in text] == []


def test_its_crate_names_all_of_its_files(made: Deposit) -> None:
    from rocrate.rocrate import ROCrate

    crate = ROCrate(str(made.folder))
    names = {unquote(entity.id) for entity in crate.data_entities if entity.type == "File"}
    assert names == set(made.files) - {"ro-crate-metadata.json", "SHA256SUMS"}
    assert crate.name == OPTIONS.title
    assert {person["name"] for person in crate.creator} == {"Ada Rossi", "The <Ear> Lab"}


def test_its_codebook_is_skos(library: Library, made: Deposit) -> None:
    from rdflib import Graph, Literal
    from rdflib.namespace import RDF, SKOS

    odd = 'said \\ "so"\nand\tso \x07 – ♫'
    library.do(SetDefinition(tag_id(library, "kick"), odd, "use", "not"))
    text = skos(library.codebook, OPTIONS)
    library.undo()
    graph = Graph().parse(data=text, format="turtle")
    labels = {str(label) for label in graph.objects(None, SKOS.prefLabel)}
    tags = library.codebook.tags(include_retired=True)
    assert {tag.name for tag in tags} <= labels
    assert Literal(odd) in set(graph.objects(None, SKOS.definition))
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    assert set(graph.objects(None, SKOS.inScheme)) == schemes
    Graph().parse(made.folder / "codebook" / "codebook.ttl", format="turtle")


def test_it_tells_how_far_annotators_agree(made: Deposit) -> None:
    rows = {row["tag"]: row for row in table(made, "agreement/agreement.csv")}
    assert (rows["kick"]["songs"], float(rows["kick"]["raw"])) == ("1", 0.0)
    sheet = (made.folder / "datasheet.md").read_text(encoding="utf-8")
    assert "| kick | 1 | 0.00" in sheet
    assert "Bo Ørsted: 2 decisions" in sheet


def test_two_annotators_and_parts_come_out_as_one_state_a_tag(made: Deposit) -> None:
    script = loader(made)
    songs = script.load(str(made.folder))["songs"]
    odd = '=odd; name, "x"'
    found = {audio_hash: script.tags_of(song) for audio_hash, song in songs.items()}
    assert found == {
        f"{1:032x}": {"kick": "disagreed", "piano": "no", "dark": "unsure"},
        f"{2:032x}": {odd: "yes", "kick": "no"},
        f"{3:032x}": {"female": "yes", "dark": "yes"},
        f"{4:032x}": {},
    }
    assert script.tags_of(songs[f"{1:032x}"], "Bo Ørsted") == {"kick": "no"}
    parts = script.parts_of(songs[f"{2:032x}"])
    assert [(part["tag"], part["state"], part["start_s"]) for part in parts] == [
        ("kick", "yes", 0),
        ("piano", "no", 1),
    ]
    columns = ("yes", "no", "unsure", "disagreed")
    for row, song in zip(table(made, "huggingface/metadata.csv"), songs.values(), strict=True):
        for state in columns:
            named = [tag for tag, of_tag in script.tags_of(song).items() if of_tag == state]
            cell = row[state].lstrip("'")
            assert sorted(cell.split("; ")) == sorted("; ".join(named).split("; "))
        tags = [*script.tags_of(song).values()]
        assert [song[f"n_{state}"] for state in columns] == [tags.count(s) for s in columns]
    assert [song["n_parts"] for song in songs.values()] == [1, 2, 0, 0]
    assert {key: made.headline[key] for key in ("judged_by_several", "judged_alike")} == {
        "judged_by_several": 1,
        "judged_alike": 0,
    }


def test_what_was_settled_is_nobodys_ear(tmp_path: Path) -> None:
    with labelled_library(tmp_path) as library:
        library.annotators.use("agreed (Ann, Bo Ørsted)")
        library.do(Judge(1, tag_id(library, "kick"), State.YES))
        library.annotators.use("Ann")
        made = prepare_deposit(library, tmp_path / "out", OPTIONS)
        counts = count_deposit(library)
    assert (counts.n_songs, counts.n_decisions, counts.n_annotators) == (4, 12, 2)
    assert (made.headline["decisions"], made.headline["annotators"]) == (12, 2)
    song = loader(made).load(str(made.folder))["songs"][f"{1:032x}"]
    assert loader(made).tags_of(song)["kick"] == "yes"
    assert table(made, "huggingface/metadata.csv")[0]["yes"] == "kick"
    ran = subprocess.run(
        [sys.executable, str(made.folder / "reproduce.py")], capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_decisions_made_meanwhile_are_in_none_of_its_tables(tmp_path: Path) -> None:
    class Judging:
        """Judges a song once the first table is written."""

        def __init__(self, library: Library) -> None:
            self.library, self.n_reports = library, 0

        def report(self, done: float, total: float, what: str = "") -> None:
            SILENT.report(done, total, what)
            self.n_reports += 1
            if self.n_reports == 3:
                self.library.do(Judge(4, tag_id(self.library, "kick"), State.YES))

        def check(self) -> None:
            SILENT.check()

    with (
        labelled_library(tmp_path) as judged,
        Library.open(judged.path, read_only=True, annotator="Ann") as reading,
    ):
        job = Judging(judged)
        made = prepare_deposit(reading, tmp_path / "out", OPTIONS, job)
        assert job.n_reports > 3
        assert count_deposit(judged).n_decisions == 12
    assert made.headline["decisions"] == len(table(made, "data/decisions.csv")) == 11


def test_a_library_without_decisions_makes_one_too(tmp_path: Path) -> None:
    with fresh_library(tmp_path) as fresh:
        made = prepare_deposit(fresh, tmp_path / "out", OPTIONS)
    assert made.headline["decisions"] == 0
    ran = subprocess.run(
        [sys.executable, str(made.folder / "reproduce.py")], capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(loader(made).load(str(made.folder))["songs"]) == 4


def test_agreement_is_of_its_own_songs(library: Library, tmp_path: Path) -> None:
    made = prepare_deposit(library, tmp_path / "out", replace(OPTIONS, query="plain"))
    assert made.headline["songs"] == 1
    assert "judged_by_several" not in made.headline
    assert not (made.folder / "agreement").exists()


def test_what_goes_in_is_counted_before(library: Library, made: Deposit) -> None:
    counts = count_deposit(library)
    assert counts.n_songs == made.headline["songs"]
    assert counts.n_decisions == made.headline["decisions"]
    assert counts.n_annotators == made.headline["annotators"]
    mine = count_deposit(library, "kick", all_annotators=False)
    assert (mine.n_songs, mine.n_decisions, mine.n_annotators) == (1, 4, 1)


def test_a_model_goes_in_with_its_numbers(tmp_path: Path) -> None:
    make_library()
    assert main(["-q", "train", "--depth", "classifier", "--name", "my ear"]) == 0
    options = replace(OPTIONS, model="my ear", weights=True)
    with Library.open(folders().library_file) as opened:
        made = prepare_deposit(opened, tmp_path / "out", options)
        with pytest.raises(ExchangeError, match="no model"):
            prepare_deposit(opened, tmp_path / "other", replace(OPTIONS, model="none such"))
        row = next(row for row in opened.models.list() if row.name == "my ear")
    assert made.headline["model_wauc"] == pytest.approx(row.wauc, abs=2e-3)
    ran = subprocess.run(
        [sys.executable, str(made.folder / "reproduce.py")], capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "model_wauc" in ran.stdout
    assert {"model/model.zip", "model/card.json", "model/metrics.csv"} <= set(made.files)
    sheet = (made.folder / "model" / "card.md").read_text(encoding="utf-8")
    assert "* 2 tags: high, low" in sheet or "* 2 tags: low, high" in sheet
    assert "no song of its artist" in sheet
    assert {row["tag"] for row in table(made, "model/metrics.csv")} == {"low", "high"}


def test_its_citation_is_yaml_with_both_authors(made: Deposit) -> None:
    import yaml

    cited = yaml.safe_load((made.folder / "CITATION.cff").read_text(encoding="utf-8"))
    assert cited["title"] == OPTIONS.title
    assert cited["authors"][0]["orcid"] == "https://orcid.org/0000-0002-1825-0097"
    assert cited["authors"][1] == {"name": "The <Ear> Lab"}
    record = json.loads((made.folder / ".zenodo.json").read_text(encoding="utf-8"))
    assert record["creators"][0]["name"] == "Rossi, Ada"


def test_a_folder_that_holds_something_stays_as_it_is(library: Library, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExchangeError, match="not empty"):
        prepare_deposit(library, tmp_path, OPTIONS)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_cancelled_in_the_middle_leaves_nothing(library: Library, tmp_path: Path) -> None:
    class Stopped:
        n_left = 12

        def report(self, done: float, total: float, what: str = "") -> None:
            SILENT.report(done, total, what)

        def check(self) -> None:
            self.n_left -= 1
            if self.n_left == 0:
                raise Cancelled

    with pytest.raises(Cancelled):
        prepare_deposit(library, tmp_path / "out", OPTIONS, Stopped())
    assert list(tmp_path.iterdir()) == []


def test_creators_are_read_as_they_are_typed() -> None:
    assert read_creator("Rossi, Ada; 0000-0002-1825-0097; Bologna; Milano") == Creator(
        "Ada", "Rossi", "0000-0002-1825-0097", "Bologna; Milano"
    )
    assert read_creator("The Lab; ; Rome") == Creator("The Lab", "", "", "Rome")
    with pytest.raises(UsageError, match="ORCID"):
        read_creator("Rossi, Ada; 12")
