"""The losses a library remembers: what repairs could not bring back, commits that went missing.

Never deleted: what was lost stays lost. Counting a loss is recovery's business.
"""

from __future__ import annotations

from core.library.db.database import Database
from core.library.loss_records import NO_LOSS, Loss, loss_from_json, loss_to_json
from core.library.text import utc_now


class LossRows:
    """Reading and adding losses. Every method may raise LibraryError.

    new: what was found to be missing when the library was opened.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.new = NO_LOSS
        if missing := database.missing:
            n, since, until = missing.n_commits, missing.since, missing.until
            self.new = Loss(n_commits=n, since=since, until=until)
            if not database.read_only:
                self._add(self.new)

    def list(self) -> list[Loss]:
        """Return all losses, the oldest first."""
        if not self._database.has_column("losses", "loss"):
            return []  # an older library, open for reading
        rows = self._database.rows("SELECT loss, found_at FROM losses ORDER BY id")
        return [loss_from_json(loss, found_at) for loss, found_at in rows]

    def _add(self, loss: Loss) -> None:
        sql = "INSERT INTO losses (found_at, loss) VALUES (?, ?)"
        self._database.write(sql, (utc_now(), loss_to_json(loss)))
