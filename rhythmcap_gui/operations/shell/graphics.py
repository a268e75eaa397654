"""The graphics card: looked for, its environment installed and removed, and said in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.graphics.graphics_records import GraphicsState


def look(context: AppContext, listeners: Listeners) -> int:
    """Find the card and how far its environment is; done(GraphicsState). Return the job's id."""

    def work(_job: Running) -> GraphicsState:
        from core.graphics.environment import look as look_at

        return look_at()

    title = QCoreApplication.translate("graphics", "Look for a graphics card")
    return context.runner.start(Lane.GRAPHICS, title, work, listeners)


def install(context: AppContext, cuda: str, listeners: Listeners) -> int:
    """Install the environment with wheels such as "cu126", or complete it; done(GraphicsState)."""

    def work(job: Running) -> GraphicsState:
        from core.graphics import environment
        from core.graphics.install import install as install_into
        from core.graphics.install import public_source

        install_into(environment.environment_folder(), public_source(cuda), job)
        return environment.look()

    title = QCoreApplication.translate("graphics", "Install for the graphics card")
    return context.runner.start(Lane.GRAPHICS, title, work, listeners)


def remove(context: AppContext, listeners: Listeners) -> int:
    """Remove the environment; done(GraphicsState)."""

    def work(_job: Running) -> GraphicsState:
        from core.graphics import environment

        environment.remove(environment.environment_folder())
        return environment.look()

    title = QCoreApplication.translate("graphics", "Remove what was installed")
    return context.runner.start(Lane.GRAPHICS, title, work, listeners)


def tell_device(context: AppContext, show: Callable[[str], None]) -> None:
    """Find out beside the window where networks run and learn, and show that sentence."""

    def work(_job: Running) -> str:
        from core.graphics.environment import work_sentence

        return work_sentence(requested)

    requested = context.session.settings.device
    context.runner.start(Lane.UPKEEP, "Ask for a graphics card", work, Listeners(done=show))
