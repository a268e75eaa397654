"""What the core says, in the window's language. The core speaks plain English to everyone.

While the window speaks English, nothing is looked up and core_templates is not even loaded.
"""

from __future__ import annotations

from core.errors import RhythmCapError
from rhythmcap_gui import languages


def translated(text: str) -> str:
    """One or several sentences of the core, or a label of its journal."""
    code = languages.spoken()
    if code == languages.SOURCE or not text:
        return text
    from rhythmcap_gui.core_templates import in_language

    return in_language(text, code)


def words_of(error: Exception) -> tuple[str, str]:
    """Cause and remedy, as the window says them; anything unforeseen in its own words."""
    if isinstance(error, RhythmCapError):
        return translated(error.message), translated(error.remedy)
    return str(error), ""
