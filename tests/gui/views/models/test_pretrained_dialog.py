"""The public models can be read, filtered and fetched."""

from __future__ import annotations

from typing import Any

from core.errors import ModelError
from core.models.catalogue import ARCHITECTURES
from core.models.public_registry import public_models
from rhythmcap_gui.session import Session
from rhythmcap_gui.view_data import Progress
from rhythmcap_gui.views.models.pretrained_dialog import PretrainedDialog
from tests.support.widget_texts import label_texts


def test_the_registry_can_be_read_filtered_and_fetched_from(qtbot: Any, session: Session) -> None:  # noqa: ARG001
    dialog = PretrainedDialog(public_models(), ARCHITECTURES, ["mtat-musicnn"])
    qtbot.addWidget(dialog)
    assert dialog.list.topLevelItemCount() == len(public_models())
    dialog.filter.setText("jamendo musicnn")
    shown = [item for index in range(dialog.list.topLevelItemCount())
             if not (item := dialog.list.topLevelItem(index)).isHidden()]  # fmt: skip
    assert [item.text(0) for item in shown] == ["jamendo-musicnn"]
    dialog.list.setCurrentItem(shown[0])
    for words in ("MIT", "needs few examples", "50 words", "Won, Ferraro"):
        assert words in dialog.detail.text()
    with qtbot.waitSignal(dialog.fetch_requested) as requested:
        dialog.get.click()
    assert requested.args == ["jamendo-musicnn"]
    dialog.begin("Getting it")
    assert not dialog.get.isEnabled()
    dialog.work.show_progress(Progress(1, 2, "jamendo-musicnn.pth", 12.0))
    dialog.failed(ModelError("download.broke_off", name="musicnn"))
    assert "The download of musicnn broke off or never began. Check the network" in label_texts(
        dialog
    )
    assert dialog.get.isEnabled()
