"""What the words of a file would become: tags that are there, new ones, one for several spellings.

They are compared with the library's words, and with each other.
"""

from __future__ import annotations

from dataclasses import replace

from core.errors import UnusableName
from core.exchange.import_records import WordChoice, WordProposal, WordUse
from core.exchange.label_records import LabelFile, LabelledWord, RowFault
from core.jobs import SILENT, JobContext
from core.library.codebook.codebook_records import TagName
from core.library.codebook.tag_match import look_alikes, look_alikes_among, plain
from core.library.store import Library
from core.library.text import clean_name, name_key

NO_CATEGORY = "Imported"  # where words go that a file gives no category
MAX_COMPARED = 3000  # new words; of more only those of the same letters are found


def propose_words(
    library: Library, file: LabelFile, job: JobContext = SILENT
) -> tuple[tuple[WordProposal, ...], list[RowFault]]:
    """Say what each word of a file would become; words that cannot be a tag's name are faults.

    Raises Cancelled.
    """
    names = [
        TagName(tag, text)
        for tag in library.codebook.tags(include_retired=True)
        for text in (tag.name, *library.codebook.aliases(tag.id))
    ]
    proposals, faults = list[WordProposal](), list[RowFault]()
    made: dict[str, WordChoice] = {}
    for word in file.words:
        job.check()
        known = library.codebook.find(word.name)
        alike = [] if known else look_alikes(word.name, names)
        ids = tuple(dict.fromkeys(name.tag.id for name in alike))
        if known is not None:
            choice = WordChoice(WordUse.TAG, known.id)
        elif same := [name for name in alike if plain(name.text) == plain(word.name)]:
            choice = WordChoice(WordUse.ALIAS, same[0].tag.id)
        else:
            try:
                choice = _new(word, made)
            except UnusableName as error:
                choice = WordChoice(WordUse.IGNORE)
                faults.append(RowFault(0, error.message, word.name))
        proposals.append(WordProposal(choice, ids))
    return tuple(_with_new_look_alikes(proposals)), faults


def _new(word: LabelledWord, made: dict[str, WordChoice]) -> WordChoice:
    """Return the new tag of a word: that of a former word of the same letters, if there is one.

    made: by their letters. Raises UnusableName.
    """
    name = clean_name(word.name, "tag")
    category = clean_name(word.category or NO_CATEGORY, "category")
    choice = WordChoice(WordUse.NEW, name=name, category=category)
    return made.setdefault(plain(name) or name_key(name), choice)


def _with_new_look_alikes(proposals: list[WordProposal]) -> list[WordProposal]:
    """Tell of new words which others of the file are nearly the same."""
    tags: dict[str, list[int]] = {}
    for number, proposal in enumerate(proposals):
        if proposal.choice.use is WordUse.NEW:
            tags.setdefault(proposal.choice.name, []).append(number)
    if len(tags) > MAX_COMPARED:
        return proposals
    names = list(tags)
    for numbers, alike in zip(tags.values(), look_alikes_among(names), strict=True):
        others = tuple(tags[names[other]][0] for other in alike)
        for number in numbers:
            proposals[number] = replace(proposals[number], alike_words=others)
    return proposals
