"""Which language the window speaks. Texts stand in English in the source.

Translations are made in packaging/i18n and shipped as resources/i18n/rhythmcap_XX.qm; those of the
core's messages are in resources/messages (core_text.py).
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.paths import resource

NAMES = {"en": "English", "de": "Deutsch", "it": "Italiano", "es": "Español"}
SOURCE = "en"
_current = SOURCE


def current_language() -> str:
    """Return the code of the language the window speaks now."""
    return _current


def set_language(app: QApplication, language: str = "") -> str:
    """Install the translations of a language, "" for the system's; return the code in force."""
    global _current
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.setParent(None)
    code = language or QLocale.system().name().split("_")[0]
    _current = code if code in NAMES and _install_translators(app, code) else SOURCE
    QLocale.setDefault(_locale_of(_current))
    return _current


def _locale_of(code: str) -> QLocale:
    """How numbers and dates are written: the system's way, where it speaks this language."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == code else QLocale(code)


def _install_translators(app: QApplication, code: str) -> bool:
    """Have Qt translate into a language; False if it cannot, or need not."""
    if code == SOURCE:
        return False
    own = QTranslator(app)
    if not own.load(str(resource("i18n", f"rhythmcap_{code}.qm"))):
        return False
    qt = QTranslator(app)  # Qt's own words: Cancel, Open, Look in
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    app.installTranslator(own)
    return True
