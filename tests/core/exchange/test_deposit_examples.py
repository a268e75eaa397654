"""A deposit's sounding examples, rules between words, and second judgments of the same ear."""

from __future__ import annotations

import csv
import json
import runpy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import Deposit, DepositOptions
from core.exchange.deposit.prepare import prepare_deposit
from core.library.abx_records import AnsweredTrial, PlayedClip
from core.library.edits.edits import AddAnchor, JudgeAgain, KeepAbxTest, SetDefinition, WriteRule
from core.library.records import State
from core.library.word_rule_records import RuleKind, RuleWords
from tests.support.round_trips import labelled_library, tag_id

OPTIONS = DepositOptions("Club music", (Creator("Ada", "Rossi"),), "2026-11-29")


def table(made: Deposit, name: str) -> list[dict[str, str]]:
    with (made.folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def loaded(made: Deposit) -> dict[str, Any]:
    found: dict[str, Any] = runpy.run_path(str(made.folder / "load.py"))["load"](str(made.folder))
    return found


def test_examples_rules_and_second_judgments_go_in_and_only_of_its_songs(tmp_path: Path) -> None:
    with labelled_library(tmp_path) as library:
        kick, piano, dark = (tag_id(library, name) for name in ("kick", "piano", "dark"))
        library.do(AddAnchor(1, kick, State.YES, 1.0, 2.5, "=loud"), AddAnchor(4, kick, State.NO))
        library.do(WriteRule(RuleWords(RuleKind.EXCLUDES, kick, piano)))
        library.do(JudgeAgain(1, kick, State.NO), JudgeAgain(2, kick, State.NO))
        library.annotators.use("Bo Ørsted")
        library.do(JudgeAgain(3, dark, State.YES), SetDefinition(kick, "The bass drum."))
        library.annotators.use("Ann")
        options = replace(OPTIONS, query="year:<1994")  # not the fourth song
        made = prepare_deposit(library, tmp_path / "out", options)
        prepare_deposit(library, tmp_path / "mine", replace(options, all_annotators=False))
    (example,) = table(made, "codebook/examples.csv")
    assert (example["audio_hash"], example["start_s"], example["note"]) == (
        f"{1:032x}", "1.0", "'=loud",
    )  # fmt: skip
    (rule,) = table(made, "codebook/rules.csv")
    assert [rule["kind"], {rule["tag"], rule["other"]}] == ["excludes", {"kick", "piano"}]
    assert table(made, "codebook/codebook-history.csv")[0]["annotator"] == "Bo Ørsted"
    words = json.loads((made.folder / "codebook/codebook.json").read_text(encoding="utf-8"))
    assert len(words["examples"]) == len(words["rules"]) == 1
    again = loaded(made)["repeats"]
    assert [(row["annotator"], row["first_state"], row["state"]) for row in again] == [
        ("Ann", "yes", "no"), ("Ann", "no", "no"), ("Bo Ørsted", "yes", "yes"),
    ]  # fmt: skip
    meanings = {row["column"] for row in table(made, "data/repeats-columns.csv")}
    assert meanings == set(table(made, "data/repeats.csv")[0])
    sheet = (made.folder / "datasheet.md").read_text(encoding="utf-8")
    assert "judged again by the same ear: 3 decisions, 2 of them alike" in sheet
    croissant = json.loads((made.folder / "croissant.json").read_text(encoding="utf-8"))
    assert {"repeats", "examples", "rules"} <= {part["name"] for part in croissant["recordSet"]}
    ran = subprocess.run([sys.executable, str(made.folder / "reproduce.py")], capture_output=True)
    assert ran.returncode == 0
    with (tmp_path / "mine/data/repeats.csv").open(encoding="utf-8", newline="") as file:
        assert {row["annotator"] for row in csv.DictReader(file)} == {"Ann"}


def test_listening_tests_go_in_trial_by_trial(tmp_path: Path) -> None:
    here, elsewhere = PlayedClip(f"{1:032x}", 1.0, 2.5), PlayedClip(f"{4:032x}")
    trial = AnsweredTrial(here, here, elsewhere, x_is_a=True, answered_a=False)
    with labelled_library(tmp_path) as library:
        kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
        library.annotators.use("Ann")
        library.do(KeepAbxTest(kick, piano, 7, (trial,) * 12))
        made = prepare_deposit(library, tmp_path / "out", replace(OPTIONS, query="year:<1994"))
    trials = loaded(made)["abx_tests"]
    assert len(trials) == 12
    assert [trials[-1][name] for name in ("test", "trial", "annotator", "a_tag", "b_tag")] == [
        1, 12, "Ann", "kick", "piano",
    ]  # fmt: skip
    names = ("a_audio_hash", "a_start_s", "x_audio_hash", "x_start_s", "x_is", "answer")
    assert [trials[0][name] for name in names] == [f"{1:032x}", 1.0, "", None, "a", "b"]
    meanings = [row["column"] for row in table(made, "data/abx-tests-columns.csv")]
    assert meanings == list(table(made, "data/abx-tests.csv")[0])
    sheet = (made.folder / "datasheet.md").read_text(encoding="utf-8")
    assert "kick and piano: 0 of 12 right, p = 1.000, share right 0.00" in sheet
    croissant = json.loads((made.folder / "croissant.json").read_text(encoding="utf-8"))
    assert "abx-tests" in {part["name"] for part in croissant["recordSet"]}
