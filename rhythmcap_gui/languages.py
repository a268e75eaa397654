"""Which language the window speaks. Texts stand in English in the source.

Translations are made in packaging/i18n and shipped as resources/i18n/rhythmcap_XX.qm.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from core.paths import resource

NAMES = {"en": "English", "de": "Deutsch", "it": "Italiano", "es": "Español"}
SOURCE = "en"


def speak(app: QApplication, wanted: str = "") -> str:
    """Speak this language from here on; "" is the system's. Returns the one that is spoken."""
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.setParent(None)
    code = wanted or QLocale.system().name().split("_")[0]
    if code not in NAMES or code == SOURCE:
        return SOURCE
    own = QTranslator(app)
    if not own.load(str(resource("i18n", f"rhythmcap_{code}.qm"))):
        return SOURCE
    qt = QTranslator(app)  # Qt's own words: Cancel, Open, Look in
    if qt.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    app.installTranslator(own)
    return code
