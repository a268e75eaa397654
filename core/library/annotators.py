"""The annotators. A library has one current annotator; others' decisions stay their own."""

from __future__ import annotations

from core.library.db.database import Database
from core.library.records import Annotator
from core.library.text import clean_name


class Annotators:
    """current: the one whose decisions are shown, counted, trained on and written."""

    def __init__(self, database: Database, name: str = "") -> None:
        self._database = database
        self.current = self._choose(name)

    def list(self) -> list[Annotator]:
        """Return all of them, the first to come first."""
        sql = "SELECT id, name, email FROM annotators ORDER BY id"
        return [Annotator(*row) for row in self._database.rows(sql)]

    def use(self, name: str, email: str = "") -> Annotator:
        """Make this one the current one, adding a new name; "" leaves it as it is."""
        self.current = self._choose(name)
        if email and email != self.current.email and not self._database.read_only:
            sql = "UPDATE annotators SET email = ? WHERE id = ?"
            self._database.write(sql, (email, self.current.id))
            self.current = Annotator(self.current.id, self.current.name, email)
        return self.current

    def add(self, name: str) -> Annotator:
        """Make a new name the current one, beside those that have decided here.

        Raises LibraryError for a name that is none.
        """
        name = clean_name(name, "annotator")
        known = {annotator.name for annotator in self.list()}
        self.current = self._choose(name) if name in known else self._add(name)
        return self.current

    def id_of(self, name: str) -> int:
        """Return the id of a name, added if it is new; "" is the current annotator.

        Unlike add() it makes nobody the current one, and renames nobody.
        """
        if not name or name == self.current.name:
            return self.current.id
        name = clean_name(name, "annotator")
        known = {annotator.name: annotator.id for annotator in self.list()}
        return known[name] if name in known else self._add(name).id

    def _choose(self, name: str) -> Annotator:
        """Find or add the annotator of that name.

        An annotator who worked without a name and then gives one keeps all decisions: the nameless
        one is renamed. Without a name, the first annotator of the library goes on.
        """
        known = self.list()
        if not name.strip():
            return known[0] if known else self._add("")
        name = clean_name(name, "annotator")
        for annotator in known:
            if annotator.name == name:
                return annotator
        nameless = next((annotator for annotator in known if annotator.name == ""), None)
        if nameless is None or self._database.read_only:
            return self._add(name)
        sql = "UPDATE annotators SET name = ? WHERE id = ?"
        self._database.write(sql, (name, nameless.id))
        return Annotator(nameless.id, name, nameless.email)

    def _add(self, name: str) -> Annotator:
        if self._database.read_only:
            return Annotator(0, name, "")  # has decided nothing here
        cursor = self._database.write("INSERT INTO annotators (name) VALUES (?)", (name,))
        return Annotator(int(cursor.lastrowid or 0), name, "")
