"""A colleague's answer, read as decisions under her name; written by colleague_file.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.exchange.colleague.records import ANSWER_FORMAT, ANSWER_SUFFIX
from core.exchange.colleague.shared_file import ANSWER, read_answer
from core.exchange.format_records import LabelFormat
from core.exchange.label_records import LabelFile, LabelledWord
from core.jobs import JobContext
from core.messages import message


def read(path: Path, job: JobContext) -> LabelFile:
    """Read an answer. Raises ExchangeError, Cancelled."""
    job.check()
    answer = read_answer(path)
    file = LabelFile(FORMAT.name)
    songs = [file.add_song(replace(song, path="")) for song in answer.songs]
    words = [
        file.add_word(LabelledWord(tag.name, category.name, tag.definition, tag.aliases))
        for category in answer.words.categories
        for tag in category.tags
    ]
    for decision in answer.decisions:
        file.decide(
            replace(
                decision,
                song=songs[decision.song],
                word=words[decision.word],
                annotator=answer.annotator,
            )
        )
    file.remarks.append(message("colleague.answer_by", name=answer.annotator))
    if answer.n_guess_visible:
        file.remarks.append(message("colleague.guesses_seen", n=answer.n_guess_visible))
    return file


FORMAT = LabelFormat(
    name=ANSWER_FORMAT,
    title="exchange.title_answer",
    suffixes=(ANSWER_SUFFIX,),
    read=read,
    recognises=lambda _path, head: ANSWER.encode() in head,
)
