"""Models through the whole window: dropped, guessed, exported, renamed, removed and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog

from core.bundles.learn import train_bundle
from core.exchange.model_files.model_archive import export_zip
from core.models.catalogue import build_network
from core.models.chunk_tagger import ChunkTagger
from core.paths import folders
from rhythmcap_gui.app import Program
from rhythmcap_gui.operations.models import library_models, model_transfer
from rhythmcap_gui.session import Notice
from rhythmcap_gui.views.models.compare_dialog import CompareDialog
from rhythmcap_gui.views.models.elsewhere_dialog import ElsewhereDialog
from rhythmcap_gui.views.models.import_model_dialog import ImportModelDialog
from rhythmcap_gui.views.models.result_dialog import ResultDialog
from tests.support.learning_library import make_library, tiny_model
from tests.support.tensorflow_bundles import tensorflow_tensors, write_bundle
from tests.support.window import StartProgram, wait_for_jobs


@pytest.fixture
def program(start_program: StartProgram, qtbot: Any) -> Program:
    """The window on a library with judged songs and one small model."""
    make_library()
    program = start_program()
    program.open(None)
    wait_for_jobs(program, qtbot)
    return program


def drop(program: Program, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    program.window.dropEvent(event)


def dialog(program: Program, kind: type[QDialog]) -> Any:
    return next(shown for shown in program.window.findChildren(kind) if shown.isVisible())


def model_names(program: Program) -> list[str]:
    return [row.name for row in program.context.library.models.list()]


def collected_notices(program: Program) -> list[Notice]:
    found: list[Notice] = []
    program.context.session.notice.connect(found.append)
    return found


def test_a_zip_dropped_on_the_window_is_a_model(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    drop(program, export_zip(tiny_model(tmp_path), tmp_path / "for you.zip"))
    wait_for_jobs(program, qtbot)
    assert model_names(program) == ["starter", "starter 2"]
    assert program.context.session.model.name == "starter"
    assert program.window.docks["models"].isVisible()


def test_a_zip_that_is_no_model_is_an_error_with_a_remedy(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    notices = collected_notices(program)
    (tmp_path / "odd.zip").write_bytes(b"nothing like a zip")
    drop(program, tmp_path / "odd.zip")
    wait_for_jobs(program, qtbot)
    (notice,) = [notice for notice in notices if notice.level == "error"]
    assert "odd.zip is not a model to import" in notice.text
    assert notice.remedy
    assert model_names(program) == ["starter"]


def test_what_another_machine_learned_comes_back_as_learned_here(
    program: Program, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices, bundle = collected_notices(program), tmp_path / "ear.bundle"
    chosen = (str(tmp_path / "ear"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: chosen)
    program.window.models_controller.learn_elsewhere(program.learning)
    (dialog,) = program.window.findChildren(ElsewhereDialog)
    assert not dialog.write.isEnabled()
    wait_for_jobs(program, qtbot)
    rows = [dialog.facts.itemAt(row, dialog.facts.ItemRole.FieldRole).widget().text()
            for row in range(dialog.facts.rowCount())]  # fmt: skip
    assert rows[0] == "32 songs"
    assert rows[2].startswith("about ")
    dialog.write.click()
    wait_for_jobs(program, qtbot)
    assert not any(left.isVisible() for left in program.window.findChildren(ElsewhereDialog))
    (notice,) = [notice for notice in notices if notice.level == "good"]
    assert "32 songs" in notice.text
    assert "train-bundle ear.bundle" in notice.text
    assert program.context.library.evaluation.split_sides()
    train_bundle(bundle, tmp_path / "ear.zip")
    drop(program, tmp_path / "ear.zip")
    wait_for_jobs(program, qtbot)
    learned = program.context.library.models.get(model_names(program)[-1])
    assert learned is not None
    assert learned.learned_here
    assert learned.parent_id == program.context.session.model.id


def test_export_and_import_come_round(program: Program, tmp_path: Path, qtbot: Any) -> None:
    notices = collected_notices(program)
    active = program.context.session.model
    for name in ("m.zip", "folder"):
        model_transfer.export(program.context, active.id, tmp_path / name)
        wait_for_jobs(program, qtbot)
    assert [notice.level for notice in notices] == ["good", "good"]
    own = next((tmp_path / "folder").glob("*.safetensors"))
    assert model_transfer.is_own(own)
    drop(program, tmp_path / "m.zip", own)
    wait_for_jobs(program, qtbot)
    assert model_names(program) == ["starter", "starter 2", "starter 3"]


def test_a_public_file_is_detected_imported_and_predicts(
    SHARED: Path, program: Program, qtbot: Any
) -> None:
    drop(program, SHARED / "pretrained" / "mtat_musicnn.pth")
    import_dialog = dialog(program, ImportModelDialog)
    wait_for_jobs(program, qtbot)
    assert import_dialog.ok.isEnabled()
    import_dialog.ok.click()
    wait_for_jobs(program, qtbot)
    row = program.context.library.models.get("mtat-musicnn")
    assert row is not None
    assert len(row.words) == 50
    assert row.architecture == "musicnn"


@pytest.mark.parametrize("dropped", [[""], [".data-00000-of-00001", ".index"]])
def test_a_tensorflow_bundle_is_a_model_whatever_of_it_is_dropped(
    program: Program, tmp_path: Path, qtbot: Any, dropped: list[str]
) -> None:
    network = build_network("vgg_2019", {"n_tags": 50}).eval()
    assert isinstance(network, ChunkTagger)
    folder = tmp_path / "MSD_vgg"
    write_bundle(folder, tensorflow_tensors(network))
    drop(program, *(folder / name for name in dropped))
    import_dialog = dialog(program, ImportModelDialog)
    wait_for_jobs(program, qtbot)
    import_dialog.ok.click()
    wait_for_jobs(program, qtbot)
    row = program.context.library.models.get("MSD-vgg")
    assert row is not None
    assert row.architecture == "vgg_2019"
    assert row.words[:2] == ("rock", "pop")


def test_models_are_compared_and_the_numbers_kept(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    drop(program, export_zip(tiny_model(tmp_path), tmp_path / "other.zip"))
    wait_for_jobs(program, qtbot)
    ids = tuple(row.id for row in program.context.library.models.list())
    program.window.models_controller.compare_models(ids)
    found = dialog(program, CompareDialog)
    wait_for_jobs(program, qtbot)
    assert found.table.rowCount() == 2
    assert found.table.item(1, 0).text() == "low"
    assert "has a word for it" in found.remark.text()
    for row in program.context.library.models.list():
        assert 0 <= row.metrics["wauc"] <= 1
        assert row.metrics["n_held_out"] > 0
    found.reject()


def test_a_name_that_is_taken_is_refused_and_the_active_model_stays(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    notices = collected_notices(program)
    drop(program, export_zip(tiny_model(tmp_path), tmp_path / "other.zip"))
    wait_for_jobs(program, qtbot)
    first, second = program.context.library.models.list()
    library_models.rename(program.context, second.id, "starter")
    assert "already" in notices[-1].text
    library_models.remove(program.context, first.id)
    assert model_names(program) == ["starter", "starter 2"]
    file = folders().models / second.file
    assert file.exists()
    library_models.remove(program.context, second.id)
    assert model_names(program) == ["starter"]
    assert not file.exists()


def test_a_dropped_onnx_file_becomes_an_embedding_to_start_from(
    program: Program, tmp_path: Path, qtbot: Any
) -> None:
    onnx_files = pytest.importorskip("tests.support.onnx_files")
    (tmp_path / "page.onnx").write_bytes(b"<html>")
    drop(program, tmp_path / "page.onnx")
    question = dialog(program, ImportModelDialog)
    wait_for_jobs(program, qtbot)
    assert "no ONNX file" in question.work.message.text()
    question.set_file(onnx_files.write_embedding(tmp_path / "bands.onnx"), own=False)
    wait_for_jobs(program, qtbot)
    question.onnx.rate.setEditText("16000")
    notices = collected_notices(program)
    question.ok.click()
    wait_for_jobs(program, qtbot)
    assert model_names(program) == ["starter", "bands"]
    assert "knows no words yet" in notices[-1].text
    window, models = program.window, program.context.library.models
    assert window.docks["learn"].isVisible()
    choice = window.training.parent_choice.box
    assert choice.itemText(1) == "bands"
    bands = models.get("bands")
    window.models.tree.setCurrentItem(window.models.tree.topLevelItem(1))
    assert not window.models.use.isEnabled()
    assert not window.models.words.isEnabled()
    library_models.use(program.context, bands.id)
    assert program.context.session.model.name == "starter"
    assert "knows no words" in notices[-1].text


def test_a_threshold_is_set_undone_and_done_again_while_the_result_is_open(
    program: Program, qtbot: Any
) -> None:
    window, library = program.window, program.context.library
    row = library.models.active()
    window.models_controller.show_result(row.id)
    result = dialog(program, ResultDialog)
    wait_for_jobs(program, qtbot)
    result.measure.click()
    wait_for_jobs(program, qtbot)
    assert result.pane.isEnabled()
    estimated = result.pane.spin.value()
    result.pane.spin.setValue(0.9)
    result.pane.spin.editingFinished.emit()
    wait_for_jobs(program, qtbot)
    assert list(library.evaluation.thresholds(row.id).values()) == [0.9]
    assert result.pane.reset.isEnabled()
    assert window.action_set["edit.undo"] in result.actions()
    window.action_set["edit.undo"].trigger()
    wait_for_jobs(program, qtbot)
    assert library.evaluation.thresholds(row.id) == {}
    assert result.pane.spin.value() == estimated
    assert not result.pane.reset.isEnabled()
    window.action_set["edit.redo"].trigger()
    wait_for_jobs(program, qtbot)
    assert result.pane.spin.value() == 0.9
    qtbot.keyClicks(result.pane.spin.lineEdit(), "0")
    qtbot.keyClick(result.pane.spin, Qt.Key.Key_Return)
    assert result.isVisible()
    window.action_set["edit.undo"].trigger()
    result.reject()  # while it is read again
    wait_for_jobs(program, qtbot)
    window.action_set["edit.undo"].trigger()
    assert library.evaluation.thresholds(row.id) == {}
