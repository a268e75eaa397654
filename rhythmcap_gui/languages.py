"""Which language the window speaks. Texts stand in English in the source.

Translations are made in packaging/i18n and shipped as resources/i18n/rhythmcap_XX.qm.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.paths import resource

NAMES = {"en": "English", "de": "Deutsch", "it": "Italiano", "es": "Español"}
SOURCE = "en"
_spoken = SOURCE


def spoken() -> str:
    """The code of the language the window speaks now."""
    return _spoken


def speak(app: QApplication, wanted: str = "") -> str:
    """Speak this language from here on; "" is the system's. Returns the one that is spoken."""
    global _spoken
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.setParent(None)
    code = wanted or QLocale.system().name().split("_")[0]
    _spoken = code if code in NAMES and _install(app, code) else SOURCE
    QLocale.setDefault(_numbers_of(_spoken))
    return _spoken


def _numbers_of(code: str) -> QLocale:
    """How numbers and dates are written: the system's way, where it speaks this language."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == code else QLocale(code)


def _install(app: QApplication, code: str) -> bool:
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
