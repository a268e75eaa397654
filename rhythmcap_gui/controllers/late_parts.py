"""What the first window does not show: controllers and the contents of docks, made when wanted.

Each is a property that imports and makes its part as it is first asked for: by an action, by a
dock that is shown, or by make_next(), which is called while nobody waits.
"""

from __future__ import annotations

import importlib
import sys
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from rhythmcap_gui.controllers.changed_controller import ChangedController
    from rhythmcap_gui.controllers.codebook_controller import CodebookController
    from rhythmcap_gui.controllers.codebook_tools import CodebookTools
    from rhythmcap_gui.controllers.colleague_controller import ColleagueController
    from rhythmcap_gui.controllers.forecast_controller import ForecastController
    from rhythmcap_gui.controllers.grammar_controller import GrammarController
    from rhythmcap_gui.controllers.graphics_controller import GraphicsController
    from rhythmcap_gui.controllers.labels_controller import LabelsController
    from rhythmcap_gui.controllers.models_controller import ModelsController
    from rhythmcap_gui.controllers.review_controller import ReviewController
    from rhythmcap_gui.controllers.robustness_controller import RobustnessController
    from rhythmcap_gui.controllers.songs_controller import SongsController
    from rhythmcap_gui.controllers.system_controller import SystemController
    from rhythmcap_gui.controllers.tags_controller import TagsController
    from rhythmcap_gui.menus import ActionSet
    from rhythmcap_gui.operations.context import AppContext
    from rhythmcap_gui.operations.files.importing import Importer
    from rhythmcap_gui.operations.review.review import Review
    from rhythmcap_gui.operations.sliced_edits import SlicedEdits
    from rhythmcap_gui.views.files.import_panel import ImportPanel
    from rhythmcap_gui.views.listening.deform_strip import DeformStrip
    from rhythmcap_gui.views.models.learn_dock import LearnDock
    from rhythmcap_gui.views.models.model_list import ModelList
    from rhythmcap_gui.views.shell.columns import Columns
    from rhythmcap_gui.views.shell.status_line import StatusLine
    from rhythmcap_gui.views.similar.map_dock import MapDock
    from rhythmcap_gui.views.similar.similar_dock import SimilarDock
    from rhythmcap_gui.views.tags.suggestion_panel import SuggestionPanel
    from rhythmcap_gui.views.tags.word_actions import Word

DOCKED = {
    "learn": "training", "models": "models", "similar": "similar", "map": "map",
    "deform": "deform_strip", "import": "import_panel",
}  # fmt: skip
VIEWS, CONTROLLERS = "rhythmcap_gui.views", "rhythmcap_gui.controllers"
LATE = {  # property -> module
    "training": f"{VIEWS}.models.learn_dock",
    "models": f"{VIEWS}.models.model_list",
    "similar": f"{VIEWS}.similar.similar_dock",
    "map": f"{VIEWS}.similar.map_dock",
    "deform_strip": f"{VIEWS}.listening.deform_strip",
    "import_panel": f"{VIEWS}.files.import_panel",
} | {
    name: f"{CONTROLLERS}.{name}"
    for name in (
        "tags_controller", "codebook_controller", "codebook_tools", "models_controller",
        "songs_controller", "labels_controller", "colleague_controller", "grammar_controller",
        "robustness_controller", "system_controller", "changed_controller", "forecast_controller",
        "graphics_controller",
    )
}  # fmt: skip

View = TypeVar("View", bound=QWidget)
Controller = TypeVar("Controller", bound=QObject)


class LateParts(QMainWindow):
    """made(name of the property, part) is emitted to connect a part, before a dock shows it."""

    made = Signal(str, QObject)
    context: AppContext
    importer: Importer
    review: Review
    review_controller: ReviewController
    status: StatusLine
    sliced_edits: SlicedEdits
    action_set: ActionSet
    columns: Columns
    suggestions: SuggestionPanel

    def make_next(self) -> bool:
        """Load or make one part that nobody has asked for yet; whether more is left to do."""
        left = [name for name in LATE if not self.is_made(name)]
        if not left:
            return False
        if LATE[left[0]] not in sys.modules:
            importlib.import_module(LATE[left[0]])
            return True
        getattr(self, left[0])
        return len(left) > 1

    def is_made(self, name: str) -> bool:
        """Whether a part has been made."""
        return name in self.__dict__

    def _docked(self, name: str, view: View) -> View:
        self.made.emit(DOCKED[name], view)
        self.columns.dock_area.fill(name, view)
        return view

    def _made(self, name: str, controller: Controller) -> Controller:
        self.made.emit(name, controller)
        return controller

    def _undo_actions(self) -> list[QAction]:
        """For dialogs whose decisions can be undone."""
        return [self.action_set[action_id] for action_id in ("edit.undo", "edit.redo")]

    # -- the contents of docks ------------------------------------------------------------------
    @cached_property
    def training(self) -> LearnDock:
        """How learning goes, and what came of it."""
        from rhythmcap_gui.views.models.learn_dock import LearnDock

        return self._docked("learn", LearnDock(self.context.session))

    @cached_property
    def models(self) -> ModelList:
        """The library's models."""
        from rhythmcap_gui.views.models.model_list import ModelList

        return self._docked("models", ModelList(self.context.session))

    @cached_property
    def similar(self) -> SimilarDock:
        """Songs like the open one."""
        from rhythmcap_gui.views.similar.similar_dock import SimilarDock

        return self._docked("similar", SimilarDock(self.context.session))

    @cached_property
    def map(self) -> MapDock:
        """All songs, those alike beside each other."""
        from rhythmcap_gui.views.similar.map_dock import MapDock

        return self._docked("map", MapDock(self.context.session))

    @cached_property
    def deform_strip(self) -> DeformStrip:
        """How the sound is changed as it plays."""
        from rhythmcap_gui.views.listening.deform_strip import DeformStrip

        return self._docked("deform", DeformStrip(self.context.session))

    @cached_property
    def import_panel(self) -> ImportPanel:
        """How adding songs goes."""
        from rhythmcap_gui.views.files.import_panel import ImportPanel

        return self._docked("import", ImportPanel(self.context.session))

    # -- controllers ------------------------------------------------------------------------------

    @cached_property
    def tags_controller(self) -> TagsController:
        """Tags in dialogs."""
        from rhythmcap_gui.controllers.tags_controller import TagsController

        controller = TagsController(self.context, self, self.suggestions, self.sliced_edits)
        return self._made("tags_controller", controller)

    @cached_property
    def codebook_controller(self) -> CodebookController:
        """The codebook's window."""
        from rhythmcap_gui.controllers.codebook_controller import CodebookController

        controller = CodebookController(self.context, self, self.tags_controller)
        controller.undo_actions = self._undo_actions()
        controller.opened = lambda dialog: self.codebook_tools.connect_codebook(dialog)
        return self._made("codebook_controller", controller)

    @cached_property
    def codebook_tools(self) -> CodebookTools:
        """Examples of tags, and decisions heard again."""
        from rhythmcap_gui.controllers.codebook_tools import CodebookTools

        return self._made("codebook_tools", CodebookTools(self.context, self, self.suggestions))

    @cached_property
    def models_controller(self) -> ModelsController:
        """What is done with models."""
        from rhythmcap_gui.controllers.models_controller import ModelsController

        show_dock = self.columns.dock_area.show_dock
        controller = ModelsController(self.context, self, self.importer, show_dock)
        controller.undo_actions = self._undo_actions()
        controller.forecasts = self.forecast_controller.forecasts
        return self._made("models_controller", controller)

    @cached_property
    def songs_controller(self) -> SongsController:
        """What is done with songs."""
        from rhythmcap_gui.controllers.songs_controller import SongsController

        return self._made("songs_controller", SongsController(self.context, self))

    @cached_property
    def labels_controller(self) -> LabelsController:
        """Decisions from other programs, and for them."""
        from rhythmcap_gui.controllers.labels_controller import LabelsController

        import_songs = self.models_controller.import_dropped
        controller = LabelsController(self.context, self, import_songs)
        return self._made("labels_controller", controller)

    @cached_property
    def colleague_controller(self) -> ColleagueController:
        """Requests and answers."""
        from rhythmcap_gui.controllers.colleague_controller import ColleagueController

        controller = ColleagueController(self.context, self, self.importer)
        return self._made("colleague_controller", controller)

    @cached_property
    def grammar_controller(self) -> GrammarController:
        """Which tags go together."""
        from rhythmcap_gui.controllers.grammar_controller import GrammarController

        return self._made("grammar_controller", GrammarController(self.context, self))

    @cached_property
    def robustness_controller(self) -> RobustnessController:
        """What a model makes of deformed songs."""
        from rhythmcap_gui.controllers.robustness_controller import RobustnessController

        return self._made("robustness_controller", RobustnessController(self.context, self))

    @cached_property
    def system_controller(self) -> SystemController:
        """Which system suits the tags."""
        from rhythmcap_gui.controllers.system_controller import SystemController

        return self._made("system_controller", SystemController(self.context, self))

    @cached_property
    def graphics_controller(self) -> GraphicsController:
        """The graphics card, and what it needs."""
        from rhythmcap_gui.controllers.graphics_controller import GraphicsController

        controller = GraphicsController(self.context, self, self.status.show_device)
        return self._made("graphics_controller", controller)

    @cached_property
    def changed_controller(self) -> ChangedController:
        """What a new model says otherwise."""
        from rhythmcap_gui.controllers.changed_controller import ChangedController

        controller = ChangedController(self.context, self, self.review, self.review_controller)
        controller.undo_actions = self._undo_actions()
        return self._made("changed_controller", controller)

    @cached_property
    def forecast_controller(self) -> ForecastController:
        """How many more songs tags need."""
        from rhythmcap_gui.controllers.forecast_controller import ForecastController

        def show_codebook(word: Word) -> None:
            self.codebook_controller.show_codebook(word)

        controller = ForecastController(self.context, self, self.review, show_codebook)
        return self._made("forecast_controller", controller)
