"""What views look up that no open library is needed for: devices, networks, files of models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from core.errors import ModelError
from core.metrics.calibration import observed_frequency

if TYPE_CHECKING:
    from core.audio.playback_records import OutputDevice
    from core.library.records import ModelRow
    from core.models.model_records import Architecture


class SessionLookups:
    """A part of the session."""

    def observed_frequency(self, metrics: Mapping[str, Any], score: float) -> float | None:
        """Return how often measured songs that scored alike have the word; None where unknown.

        metrics: the model's metrics of that word, as stored.
        """
        return observed_frequency(metrics.get("like") or (), score)

    def output_devices(self) -> tuple[OutputDevice, ...]:
        """Return the outputs that are connected now, looked for anew."""
        from core.audio.devices import output_devices, refresh_devices

        refresh_devices()
        return output_devices()

    @property
    def architectures(self) -> Mapping[str, Architecture]:
        """The catalogue of networks, by name."""
        from core.models.catalogue import ARCHITECTURES

        return ARCHITECTURES

    def is_recommended(self, model: ModelRow) -> bool:
        """Whether it is the public model that is recommended to learn from."""
        from core.model_store.recommended import is_recommended

        return is_recommended(model)

    def model_file_bytes(self, model: ModelRow) -> int | None:
        """The size of a model's weights; None where the file is missing."""
        from core.model_store.registry import model_path

        try:
            return model_path(model).stat().st_size
        except (ModelError, OSError):
            return None
