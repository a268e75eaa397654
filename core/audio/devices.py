"""Sound outputs. PortAudio is loaded only when one is needed; without it there is silence.

PortAudio lists devices once, when it is loaded; refresh_devices makes it look again.
"""

from __future__ import annotations

import threading
from typing import Any

from core.audio.playback_records import OutputDevice
from core.errors import AudioError

lock = threading.RLock()  # PortAudio must not be used while it looks for devices again
_streams_open = 0


def sounddevice() -> Any:
    """Return the sounddevice module. Raises AudioError where PortAudio is not installed."""
    with lock:
        try:
            import sounddevice as module
        except OSError as error:
            raise AudioError("audio.no_portaudio", detail=str(error)) from error
        return module


def output_devices() -> tuple[OutputDevice, ...]:
    """Return all outputs known now; empty where there are none. Never raises."""
    with lock:
        try:
            module = sounddevice()
            listed = list(module.query_devices())
            interfaces = list(module.query_hostapis())
            default = module.default.device[1]
        except (AudioError, OSError, ValueError, _errors()):
            return ()
    outputs = [device for device in listed if device["max_output_channels"] > 0]
    several = len({device["hostapi"] for device in outputs}) > 1
    return tuple(
        OutputDevice(
            f"{device['name']}, {interfaces[device['hostapi']]['name']}"
            if several
            else device["name"],
            device["index"] == default,
        )
        for device in outputs
    )


def refresh_devices() -> None:
    """Look for devices that came or went; while an output is open, the list stays."""
    with lock:
        if _streams_open:
            return
        try:
            module = sounddevice()
            module._terminate()
            module._initialize()
        except (AudioError, OSError, _errors()):
            return


def open_stream(device: str, rate_hz: int, channels: int, **options: Any) -> Any:
    """Open an OutputStream on a device ("" is the system's own). Raises AudioError."""
    global _streams_open
    with lock:
        module = sounddevice()
        try:
            stream = module.OutputStream(
                device=device or None,
                samplerate=rate_hz,
                channels=channels,
                dtype="float32",
                **options,
            )
        except (module.PortAudioError, ValueError, OSError) as error:
            if not output_devices():
                raise AudioError("audio.no_output", detail=str(error)) from error
            raise AudioError("audio.output_unopened", detail=str(error)) from error
        _streams_open += 1
        return stream


def close_stream(stream: Any) -> None:
    """Stop at once and close the device, also one that has vanished."""
    global _streams_open
    with lock:
        _streams_open -= 1
        try:
            stream.close(ignore_errors=True)
        except _errors():
            return


def usable_shape(device: str, rate_hz: int) -> tuple[int, int]:
    """Return (rate_hz, channels) that a device takes, this rate if it can. Raises AudioError."""
    with lock:
        module = sounddevice()
        try:
            info = module.query_devices(device or None, "output")
        except (module.PortAudioError, ValueError) as error:
            if device and output_devices():
                raise AudioError(
                    "audio.output_missing", device=device, detail=str(error)
                ) from error
            raise AudioError("audio.no_output", detail=str(error)) from error
        channels = min(2, int(info["max_output_channels"]))
        try:
            module.check_output_settings(device or None, channels, "float32", None, rate_hz)
        except (module.PortAudioError, ValueError):
            return int(info["default_samplerate"]), channels
        return rate_hz, channels


def _errors() -> type[Exception]:
    """Return PortAudio's own error, whose class exists only where the library does."""
    try:
        import sounddevice as module
    except OSError:
        return RuntimeError
    error: type[Exception] = module.PortAudioError
    return error
