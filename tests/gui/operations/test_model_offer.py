"""A model that knows recordings is offered, brought by pip, and used only if the user says so."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot

from core.library.store import Library
from core.models import public_registry, public_weights
from core.models.catalogue import build_network
from core.models.chunk_tagger import ChunkTagger
from rhythmcap_gui.app import Program
from tests.support.tensorflow_bundles import tensorflow_tensors, write_bundle
from tests.support.window import wait_for_jobs

WHEEL = "musicnn-0.1.0-py2.py3-none-any.whl"
ABOUT = {
    "METADATA": "Metadata-Version: 2.1\nName: musicnn\nVersion: 0.1.0\n",
    "WHEEL": "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py2.py3-none-any\n",
    "RECORD": "",
}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where pip looks for packages, and nowhere else; it is empty."""
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return folder


def put_wheel(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a package like the published one, with other numbers, into the shop."""
    torch.manual_seed(3)
    network = build_network("musicnn_2019", {"n_tags": 50}).eval()
    assert isinstance(network, ChunkTagger)
    index = write_bundle(tmp_path / "bundle", tensorflow_tensors(network))
    with zipfile.ZipFile(shop / WHEEL, "w") as archive:
        for file in sorted(index.parent.iterdir()):
            archive.write(file, f"musicnn/MTT_musicnn/{file.name}")
        for name, text in ABOUT.items():
            archive.writestr(f"musicnn-0.1.0.dist-info/{name}", text)
    digest = hashlib.sha256((shop / WHEEL).read_bytes()).hexdigest()
    published = public_registry.public_models

    def with_digest() -> tuple[object, ...]:
        rows = published()
        return tuple(replace(row, sha256=digest) if row.package else row for row in rows)

    monkeypatch.setattr(public_registry, "public_models", with_digest)
    assert public_weights.public_model("mtt-musicnn").sha256 == digest


def names(program: Program) -> list[str]:
    library = program.context.library
    assert isinstance(library, Library)
    return [row.name for row in library.models.list()]


def test_the_offer_fails_with_a_remedy_is_tried_again_and_used(
    program: Program, qtbot: QtBot, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pip")
    bar = program.window.offer_bar
    assert bar.isVisible()
    assert "(29 MB)" in bar.title.text()
    assert "MagnaTagATune" in bar.words.text()
    assert "ISC" in bar.words.text()
    bar.get.click()  # pip finds nothing
    assert bar.work.running
    wait_for_jobs(program, qtbot)
    assert bar.work.failed
    assert "pip could not get musicnn" in bar.work.message.text()
    assert bar.get.text() == "Try again"
    put_wheel(shop, tmp_path, monkeypatch)
    bar.get.click()
    wait_for_jobs(program, qtbot)
    assert names(program) == ["starter", "mtt-musicnn"]
    assert program.context.session.model.name == "starter"
    assert "recommended" in bar.words.text()
    assert "recommended" in program.window.models.tree.topLevelItem(1).text(2)
    choice = program.window.training.parent_choice.box
    assert [choice.itemText(index) for index in range(choice.count())] == [
        "starter (in use)", "mtt-musicnn (recommended)", "All models together",
    ]  # fmt: skip
    bar.use.click()
    wait_for_jobs(program, qtbot)
    assert program.context.session.model.name == "mtt-musicnn"
    assert not bar.isVisible()
    assert choice.itemText(0) == "mtt-musicnn (in use)"


def test_a_cancelled_download_leaves_the_offer(
    program: Program, qtbot: QtBot, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pip")
    put_wheel(shop, tmp_path, monkeypatch)
    bar = program.window.offer_bar
    bar.get.click()
    bar.work.cancel.click()
    wait_for_jobs(program, qtbot)
    assert bar.isVisible()
    assert not bar.work.running
    assert bar.get.text() == "Get it"
    assert names(program) == ["starter"]


def test_a_dismissal_is_remembered_and_the_dock_goes_on_offering(
    program: Program,
) -> None:
    window = program.window
    assert not window.models.offer_bar.isVisibleTo(window.models)
    window.offer_bar.dismiss.click()
    assert not window.offer_bar.isVisible()
    assert window.models.offer_bar.isVisibleTo(window.models)
    again = Program(program.app)
    assert again.context.session.settings.model_offer_dismissed
    again.close()
    again.window.deleteLater()


def test_a_library_with_another_model_gets_no_offer(
    program: Program, library_file: Path, tmp_path: Path
) -> None:
    from core.library.records import NewModel

    with Library.open(tmp_path / "other.db") as library:
        library.models.add(NewModel("theirs", "musicnn", "theirs.safetensors", ("kick",)))
    program.window.files_controller.open_library(tmp_path / "other.db")
    assert not program.window.offer_bar.isVisible()
    program.window.files_controller.open_library(library_file)
    assert program.window.offer_bar.isVisible()


def test_the_first_page_makes_the_offer_alone(
    program: Program, library_file: Path, tmp_path: Path
) -> None:
    window = program.window
    assert not window.is_empty
    window.files_controller.open_library(tmp_path / "without_songs.db")
    assert window.is_empty
    assert not window.first_run._with_model.isHidden()
    assert not window.offer_bar.isVisible()
    window.offer_bar.show_state(replace(window.model_offer.state, running=True))
    assert window.offer_bar.isVisible()  # a download that has begun is shown
    window.files_controller.open_library(library_file)
    assert window.offer_bar.isVisible()


@pytest.mark.parametrize("ticked", [False, True])
def test_what_was_not_wanted_with_the_first_songs_is_not_offered_beside_them(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ticked: bool
) -> None:
    window = program.window
    window.files_controller.open_library(tmp_path / "without_songs.db")
    fetched: list[bool] = []
    monkeypatch.setattr(window.files_controller, "add_folder", lambda: True)
    monkeypatch.setattr(window.model_offer, "get", lambda *, use: fetched.append(use))
    window.first_run._with_model.setChecked(ticked)
    window.first_run._folder.click()
    assert fetched == [True] * ticked
    assert program.context.session.settings.model_offer_dismissed is not ticked
