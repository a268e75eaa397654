"""Preferences: change, save, tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.errors import SettingsError
from core.paths import folders
from core.settings import Settings, save_settings
from rhythmcap_gui.core_words import words_of
from rhythmcap_gui.operations.desk import Desk


def change(desk: Desk, **values: Any) -> Settings:
    """Change some preferences by name, save them, and tell the session."""
    settings = replace(desk.session.settings, **values)
    return store(desk, settings)


def store(desk: Desk, settings: Settings) -> Settings:
    """Make these the preferences; what cannot be saved is said and holds until the end."""
    if settings == desk.session.settings:
        return settings
    desk.session.set_settings(settings)
    try:
        save_settings(settings, folders().settings_file)
    except SettingsError as error:
        cause, remedy = words_of(error)
        desk.session.tell(cause, "warning", remedy=remedy, detail=error.detail)
    return settings


def set_blind(desk: Desk, blind: bool) -> None:
    """Hide every guess of the model, or show them; kept for the next time."""
    change(desk, blind=blind)
    desk.session.set_blind(blind)
