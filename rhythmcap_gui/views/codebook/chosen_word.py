"""The word chosen in the codebook's tree, and what can be done with it."""

from __future__ import annotations

from core.library.records import Category, Tag
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.codebook.codebook_tree import CodebookTree
from rhythmcap_gui.views.tags.word_actions import Word, WordAction


class ChosenWord:
    """Reads the session's library about what the tree has chosen."""

    def __init__(self, session: Session, tree: CodebookTree) -> None:
        self._session, self._tree = session, tree

    def tag(self) -> Tag | None:
        """Return the tag; None while a category or nothing is chosen."""
        word, library = self._tree.chosen, self._session.library
        is_tag = word is not None and not word.is_category and library is not None
        return library.codebook.tag(word.id) if is_tag else None

    def category(self) -> Category | None:
        """Return the category; None while a tag or nothing is chosen."""
        word, library = self._tree.chosen, self._session.library
        is_category = word is not None and word.is_category and library is not None
        return library.codebook.category(word.id) if is_category else None

    def category_id(self) -> int:
        """Return the category that is chosen or has the tag; 0 for none."""
        tag, category = self.tag(), self.category()
        return tag.category_id if tag else category.id if category else 0

    def is_retired(self) -> bool:
        """Whether the chosen tag, or every tag of the chosen category, is retired."""
        tag, category = self.tag(), self.category()
        if category is not None:
            tags = self._own_tags(category.id)
            return bool(tags) and all(own.retired_at for own in tags)
        return tag is not None and tag.retired_at is not None

    def name(self) -> str:
        """Return the name of the word, by which another session knows it; "" for none."""
        chosen = self.tag() or self.category()
        return chosen.name if chosen else ""

    def first(self, name: str) -> Word | None:
        """Return the word to begin with: the one of this name, else one that needs something.

        That is the first that was called unclear, else the first without a definition.
        """
        library = self._session.library
        if library is None:
            return None
        codebook, tags = library.codebook, library.codebook.tags()
        if name and (tag := codebook.find(name)) is not None:
            return Word(tag.id, is_category=False)
        if name and (category := codebook.find_category(name)) is not None:
            return Word(category.id, is_category=True)
        unclear = {dispute.tag_id for dispute in library.disputes.unclear()}
        needy = [tag for tag in tags if tag.id in unclear]
        needy += [tag for tag in tags if not tag.definition]
        return next((Word(tag.id, is_category=False) for tag in (*needy, *tags)), None)

    def possible(self) -> set[str]:
        """Return what can be done: names of buttons, and WordActions."""
        tag, category = self.tag(), self.category()
        library = self._session.library
        if library is None or library.read_only:
            return {"export", "booklet", "pairs"}
        found: set[str] = {"new_tag", "new_category", "add_words", "export", "booklet", "pairs"}
        if tag is not None:
            found |= {"edit", WordAction.MERGE, WordAction.ALIASES}
            is_retired = self.is_retired()
            found |= {WordAction.RESTORE} if is_retired else {WordAction.SPLIT, WordAction.RETIRE}
        if category is not None:
            found |= {"edit", WordAction.MERGE}
            found |= {WordAction.RESTORE} if self.is_retired() else {WordAction.RETIRE}
        if self._can_remove():
            found.add(WordAction.REMOVE)
        return found

    def _own_tags(self, category_id: int) -> list[Tag]:
        tags = self._session.library.codebook.tags(include_retired=True)
        return [tag for tag in tags if tag.category_id == category_id]

    def _can_remove(self) -> bool:
        """Whether nothing was ever decided on the chosen tag, or any tag of the category."""
        tag, category, library = self.tag(), self.category(), self._session.library
        if tag is not None:
            return not library.tag_uses.is_used(tag.id)
        if category is None:
            return False
        own = self._own_tags(category.id)
        return not any(library.tag_uses.is_used(other.id) for other in own)
