"""Deformations and their strengths in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.number_format import decimal_text

NAMES = (
    "time-stretch", "pitch-shift", "compression", "noise", "tilt", "mp3", "level", "mono",
    "excerpt",
)  # fmt: skip
AS_IT_IS = {  # the strength of the song as it is, where strengths are quantities
    "time-stretch": 1.0, "pitch-shift": 0.0, "noise": 0.0, "tilt": 0.0, "level": 0.0,
}  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("deformation_words", text)


def deformation_name(name: str) -> str:
    """Return what a deformation is called; an unknown one by its own name."""
    names = {
        "time-stretch": _tr("Speed"),
        "pitch-shift": _tr("Pitch"),
        "compression": _tr("Compression"),
        "noise": _tr("Noise"),
        "tilt": _tr("Treble"),
        "mp3": "MP3",
        "level": _tr("Level"),
        "mono": _tr("Mono"),
        "excerpt": _tr("Excerpt"),
    }
    return names.get(name, name)


def deformation_tip(name: str) -> str:
    """Say what happens to the sound."""
    tips = {
        "time-stretch": _tr("Slower or faster, 0.7 to 1.4 times, with the pitch kept"),
        "pitch-shift": _tr("Up to a semitone lower or higher, with the tempo kept"),
        "compression": _tr("Loud becomes quieter and quiet louder, as on air: two presets"),
        "noise": _tr("White noise, its peak up to .4 of the song's own"),
        "tilt": _tr("Up to 6 dB more treble and less bass, or less treble and more bass"),
        "mp3": _tr("As a small MP3 file, 64 kbit/s"),
        "level": _tr("20 dB quieter to 6 dB louder; what goes beyond full scale is cut off"),
        "mono": _tr("Both channels mixed to one"),
        "excerpt": _tr("Only 30 seconds from the middle"),
    }
    return tips.get(name, "")


def strength_text(name: str, value: float) -> str:
    """Write a strength with its unit: "−6 dB", "0.71 ×", "music"."""
    if name == "compression":
        return _tr("music") if value == 1.0 else _tr("speech")
    if name == "mono":
        return _tr("one channel")
    return strength_unit(name).format(axis_text(name, value))


def condition_name(name: str, value: float) -> str:
    """Write both, as short as a row of a picture needs it: "Pitch −1.0", "Treble −6 dB"."""
    short = axis_text(name, value) if name in ("pitch-shift", "noise") else ""
    return f"{deformation_name(name)} {short or strength_text(name, value)}"


def strength_unit(name: str) -> str:
    """Return a text into which a strength is put."""
    units = {
        "time-stretch": _tr("{} ×"),
        "pitch-shift": _tr("{} semitones"),
        "noise": _tr("{} of the peak"),
        "mp3": "{} kbit/s",
        "excerpt": "{} s",
    }
    return units.get(name, "{} dB")


def axis_text(name: str, value: float) -> str:
    """Write a strength without its unit, with its sign where it has one."""
    digits = {"time-stretch": 2, "pitch-shift": 1, "noise": 1}.get(name, 0)
    text = decimal_text(abs(value), digits)
    if name not in ("pitch-shift", "tilt", "level") or not value:
        return text
    return f"+{text}" if value > 0 else f"−{text}"
