"""Preferences: changed, saved, and announced to the session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.errors import SettingsError
from core.paths import folders
from core.settings import Settings, save_settings
from rhythmcap_gui.core_text import error_texts
from rhythmcap_gui.operations.context import AppContext


def change(context: AppContext, **values: Any) -> Settings:
    """Change some preferences by name; see store."""
    settings = replace(context.session.settings, **values)
    return store(context, settings)


def store(context: AppContext, settings: Settings) -> Settings:
    """Make these the preferences; if they cannot be saved they hold until the program ends."""
    if settings == context.session.settings:
        return settings
    context.session.set_settings(settings)
    try:
        save_settings(settings, folders().settings_file)
    except SettingsError as error:
        cause, remedy = error_texts(error)
        context.session.notify(cause, "warning", remedy=remedy, detail=error.detail)
    return settings


def set_blind(context: AppContext, blind: bool) -> None:
    """Hide every guess of the model, or show them, and store the choice."""
    change(context, blind=blind)
    context.session.set_blind(blind)


def toggle_live(context: AppContext) -> None:
    """Let words follow each decision, or no longer, and store the choice."""
    change(context, live_learning=not context.session.settings.live_learning)
