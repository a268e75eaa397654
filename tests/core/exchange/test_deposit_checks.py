"""What is said of a deposit is checked before it is made; a model's card tells its limits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.exchange.deposit.creator_records import Creator, plain_orcid
from core.exchange.deposit.deposit_records import (
    DepositFault,
    DepositOptions,
    DepositProblem,
)
from core.exchange.deposit.model_sheet import model_sheet
from core.exchange.deposit.preview import new_folder
from core.features.recipe import RECIPES
from core.models.card import ModelCard


def test_a_new_folder_is_like_the_title_and_not_there_yet(tmp_path: Path) -> None:
    assert new_folder(tmp_path, "a/b: c?", "1.0").name == "a_b_ c_ 1.0"
    (tmp_path / "a_b_ c_ 1.0").mkdir()
    assert new_folder(tmp_path, "a/b: c?", "1.0").name == "a_b_ c_ 1.0 (2)"


def test_problems_name_their_creator() -> None:
    rossi, nobody = Creator("Ada", "Rossi", "0000-0002-1825-0098"), Creator("", "", "", "Bologna")
    assert DepositOptions(" ", (), "", version="").problems == (
        DepositProblem(DepositFault.NO_TITLE),
        DepositProblem(DepositFault.NO_VERSION),
        DepositProblem(DepositFault.NO_CREATOR),
    )
    assert DepositOptions("T", (nobody, rossi), "").problems == (
        DepositProblem(DepositFault.NO_NAME, 0),
        DepositProblem(DepositFault.BAD_ORCID, 1),
    )
    assert Creator.typed("Rossi,  Ada ", "0000-0002-1825-0097").sorted_name == "Rossi, Ada"
    assert Creator.typed(" , Lab").name == "Lab"
    assert plain_orcid("https://orcid.org/0000-0002-1694-233x") == "0000-0002-1694-233X"


def test_a_models_card_says_what_it_knows_and_what_it_does_not() -> None:
    tag = {"support": 4, "n": 20, "auc": 0.875, "intervals": {"auc": [0.625, 1.0]}}
    metrics = {
        "per_tag": {"b|ad": tag, "good": {**tag, "support": 12, "auc": None}},
        "means": {"wauc": {"value": 0.75, "low": 0.5, "high": 0.9}},
        "measured_by": "artists",
        "n_held_out": 20,
        "n_artists": 9,
        "n_train": 20,
    }
    card = ModelCard(
        "my <ear>", "choi", {}, next(iter(RECIPES.values())), ("b|ad", "good"), parent="starter",
        labels={"counts": {"b|ad": [4, 16], "unused": [0, 0]}, "codebook_version": "3"},
    )  # fmt: skip
    lines = model_sheet(card, metrics, "CC-BY-4.0").splitlines()
    assert lines[0] == "# Model card: my &lt;ear>"
    assert "* started from: “starter”" in lines
    assert "* decisions: b\\|ad 4 yes, 16 no" in lines
    assert any(line.endswith("Measured on 20 songs by 9 artists.") for line in lines)
    assert "| b\\|ad | 20 | 4 | 0.88 (0.62 to 1.00) | – | – |" in lines
    assert any("WAUC" in line and "0.75 (0.50 to 0.90)" in line for line in lines)
    assert any(line.startswith("* Fewer than 10 songs had these tags: b\\|ad.") for line in lines)
    assert any(line.endswith("how well it does: good.") for line in lines)
    assert lines[-1].endswith("states none. This card and its numbers: CC-BY-4.0.")
    unmeasured = model_sheet(replace(card, licence="MIT"), {}, "CC0-1.0")
    assert "It was not measured." in unmeasured
    assert "keeps no intervals" in model_sheet(card, {"means": {"auc": {"value": 0.5}}}, "CC0-1.0")
    assert "The model: MIT" in unmeasured
