"""Importing: a foreign file is guessed and asked about, a zip is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.models.catalogue import ARCHITECTURES
from core.models.model_records import ArchitectureGuess
from core.models.onnx_records import OnnxGuess, OnnxRequest
from core.models.public_registry import known_tag_lists
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import WeightsRequest
from rhythmcap_gui.views.models.import_model_dialog import ImportModelDialog
from tests.support.widget_texts import label_texts


def test_a_foreign_file_is_guessed_and_asked_about(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    assert not dialog.ok.isEnabled()
    looked: list[Path] = []
    dialog.detect_requested.connect(looked.append)
    dialog.set_file(Path("/x/mtat_musicnn.pth"), own=False)
    assert looked == [Path("/x/mtat_musicnn.pth")]
    assert not dialog.ok.isEnabled()
    dialog.show_guess(ArchitectureGuess(("musicnn",), 50, "mtat"))
    words = known_tag_lists()["mtat"]
    request = WeightsRequest(Path("/x/mtat_musicnn.pth"), "mtat-musicnn", "musicnn", words)
    assert dialog.request() == request
    dialog.words.setPlainText("kick\npiano")
    assert not dialog.ok.isEnabled()
    assert "2 words; the file has 50 outputs" in label_texts(dialog)


def test_a_bundle_without_a_name_has_that_of_its_folder(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    for file in ("MTT_musicnn/.index", "MTT_musicnn/.data-00000-of-00001", "MTT_musicnn"):
        dialog.set_file(Path("/x") / file, own=False)
        assert dialog.name.text() == "MTT-musicnn"


def test_a_zip_needs_no_answers(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    dialog.set_file(Path("/x/model.zip"), own=True)
    with qtbot.waitSignal(dialog.import_requested) as requested:
        dialog.ok.click()
    assert requested.args == [Path("/x/model.zip")]


def test_an_onnx_file_is_asked_for_rate_window_and_hop(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    path = Path("/x/effnet.onnx")
    dialog.set_file(path, own=False)
    assert dialog.request() is None
    dialog.show_onnx_guess(OnnxGuess(0, 0.0, 0.0, "waveform", 0, ("embedding", "logits")))
    assert not dialog.architecture.isVisibleTo(dialog)
    assert dialog.onnx.output.isVisibleTo(dialog)
    assert not dialog.ok.isEnabled()
    dialog.onnx.rate.setEditText("32000")
    assert not dialog.ok.isEnabled()
    dialog.onnx.window.setValue(10.0)
    assert dialog.request() == OnnxRequest(
        path, "effnet", 32_000, 10.0, 0.0, "waveform", output="embedding"
    )
    dialog.onnx.hop.setValue(5.0)
    dialog.onnx.output.setCurrentText("logits")
    request = dialog.request()
    assert isinstance(request, OnnxRequest)
    assert (request.hop_s, request.output) == (5.0, "logits")


def test_a_window_that_the_file_fixes_is_shown_and_not_asked_for(
    qtbot: Any,
    session: Session,  # noqa: ARG001
) -> None:
    dialog = ImportModelDialog(ARCHITECTURES, known_tag_lists())
    qtbot.addWidget(dialog)
    dialog.set_file(Path("/x/a.onnx"), own=False)
    guess = OnnxGuess(16_000, 1.0, 1.0, "waveform", 16_000, ("embedding",), "pytorch")
    dialog.show_onnx_guess(guess)
    assert dialog.ok.isEnabled()
    assert not dialog.onnx.window.isEnabled()
    assert not dialog.onnx.output.isVisibleTo(dialog)
    assert "1.00 s" in dialog.onnx.note.text()
    assert "pytorch" in dialog.work.message.text()
    dialog.set_file(Path("/x/a.pth"), own=False)
    assert not dialog.onnx.rate.isVisibleTo(dialog)
