"""A question in words: where one is, what is in dispute, what a score rests on, the summary."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.library.queue_records import Reason
from core.library.review_records import ScoreSource
from core.sampling.sampling_records import FEW_YES
from rhythmcap_gui import key_names
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import counted, number_text
from rhythmcap_gui.question_queue import Answer, Question, QueueKind, SongQueue, StopAdvice
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.review.prevalence_table import share_text
from rhythmcap_gui.views.widgets.score_format import score_text, state_word

if TYPE_CHECKING:
    from core.evaluation.prevalence_records import StrataYield

RANDOM_LIKE = (Reason.RANDOM, Reason.AGAIN)  # who hears a song again is not told so
SAME_SCORE = 0.001  # the stored ones are rounded to half precision
SENTENCE_ENDS = (".", "!", "?", "…", "。")


def _tr(text: str) -> str:
    return QCoreApplication.translate("question_texts", text)


def title_text(queue: SongQueue) -> str:
    """Return what the questions are about, and how far one is: “… · 3 of 12”."""
    titles = {
        QueueKind.SONGS: _tr("What to judge next"),
        QueueKind.WORD: _tr("Judge “{tag}”").replace("{tag}", queue.name),
        QueueKind.DISPUTES: _tr("Where the model disagrees"),
        QueueKind.REDEFINED: _tr("Hear “{tag}” again").replace("{tag}", queue.name),
        QueueKind.FLIPS: _tr("What changed its mind"),
    }
    title, n_questions = titles[queue.kind], len(queue.questions)
    if queue.question is None:
        return title
    text = _tr("{title} · {number} of {n}")
    values = {"number": number_text(queue.index + 1), "n": number_text(n_questions)}
    text = text.replace("{title}", title).format(**values)
    if queue.kind is QueueKind.WORD and queue.question.reason in RANDOM_LIKE:
        text += " · " + _tr("drawn at random")
    return text


def answer_words(kind: QueueKind) -> dict[Answer, str]:
    """Return what the buttons of a kind of question are called."""
    words = {
        QueueKind.SONGS: (_tr("Next song"), ""),
        QueueKind.WORD: (_tr("Yes"), _tr("No")),
        QueueKind.DISPUTES: (_tr("Keep"), _tr("Change")),
        QueueKind.REDEFINED: (_tr("Keep"), _tr("Change")),
        QueueKind.FLIPS: (_tr("Right"), _tr("Wrong")),
    }
    first, second = words[kind]
    if kind is QueueKind.SONGS:
        return {Answer.FIRST: first}
    return {Answer.FIRST: first, Answer.SECOND: second, Answer.UNSURE: _tr("Unsure")}


def answered_words(kind: QueueKind) -> dict[Answer, str]:
    """Return what was done by an answer, in a word."""
    words = {
        QueueKind.SONGS: (_tr("judged"), ""),
        QueueKind.WORD: (_tr("yes"), _tr("no")),
        QueueKind.DISPUTES: (_tr("kept"), _tr("changed")),
        QueueKind.REDEFINED: (_tr("kept"), _tr("changed")),
        QueueKind.FLIPS: (_tr("right"), _tr("wrong")),
    }
    first, second = words[kind]
    return {Answer.FIRST: first, Answer.SECOND: second, Answer.UNSURE: _tr("unsure")}


def question_text(session: Session, queue: SongQueue, answer: Answer | None) -> str:
    """Return the question, and its answer where it has one."""
    question = queue.question
    if question is None or session.library is None:
        return queue.message
    if queue.kind is QueueKind.SONGS:
        if question.reason is Reason.AGAIN and answer is not None and not session.covered_here:
            return _told_text(session, queue, question)
        about = disputed_tag(session, question) or rare_tag(session, question)
        text = reason_text(question.reason, about)
        return text if answer is None else f"{text}  –  {answered_words(queue.kind)[answer]}"
    if not session.library.codebook.has_tag(question.tag_id):
        return _tr("This tag is gone.")
    tag = session.library.codebook.tag(question.tag_id).name
    text = _template(session, queue.kind, question)
    score = _now(session, queue.kind, question)
    score = "" if score is None else score_text(score)
    former = "" if question.former is None else score_text(question.former)
    state = state_word(question.state)
    values = {"tag": tag, "state": state, "score": score, "before": former}
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    if answer is not None:
        text += "  –  " + answered_words(queue.kind)[answer]
    return text


def _told_text(session: Session, queue: SongQueue, question: Question) -> str:
    """Say of a whole song that was judged again how far both times agree."""
    if session.library is None or queue.kept_id is None:
        return ""
    second = session.library.queues.second_states(queue.kept_id, question.song_id)
    first = session.library.annotations.of_song(question.song_id)
    alike = [tag for tag, state in second.items() if tag in first and first[tag].state is state]
    text = _tr(
        "You have heard this song before: {alike} of {n:# tag|# tags} as then. What you said then"
        " is shown, and kept beside what you say now."
    )
    return counted(text, n=len(second), alike=number_text(len(alike)))


def disputed_tag(session: Session, question: Question) -> str:
    """Name the tag of a song on which the model contradicts most; "" where it does on none."""
    library, model = session.library, session.model
    if question.reason is not Reason.DISAGREE or library is None or model is None:
        return ""
    decisions = library.annotations.of_song(question.song_id)
    states = {tag_id: decision.state for tag_id, decision in decisions.items()}
    found = library.search.disagreements_of(question.song_id, states, model)
    known = {tag.id: tag.name for tag in library.codebook.tags()}
    return next((known[one.tag_id] for one in found if one.tag_id in known), "")


def rare_tag(session: Session, question: Question) -> str:
    """Name the rare tag that chose a song, known by its score; "" where that has changed since.

    While guesses are covered it is not named: it is one.
    """
    library, song = session.library, session.song
    chosen_by = question.score if question.reason is Reason.RARE else None
    if chosen_by is None or library is None or not session.guesses_visible:
        return ""
    scores = session.tag_scores() if song is not None and song.id == question.song_id else {}
    near = {tag for tag, score in scores.items() if abs(score - chosen_by) <= SAME_SCORE}
    n_yes = library.search.facets()
    rare = [one for one in library.codebook.tags() if one.id in near]
    rare = [one for one in rare if n_yes.get(one.id, 0) < FEW_YES]
    return min(rare, key=lambda one: n_yes.get(one.id, 0)).name if rare else ""


def reason_text(reason: Reason | None, about: str = "") -> str:
    """Say why a whole song is asked about. One to be heard again comes as if it were drawn.

    about: the tag that is in dispute, or rare; "" where none is to be named.
    """
    if about:
        texts = {
            Reason.DISAGREE: _tr("You disagree on “{tag}”: the model is sure of the contrary."),
            Reason.RARE: _tr("A rare tag: the model hears “{tag}”, which few songs have so far."),
        }
        return texts[reason].replace("{tag}", about) if reason in texts else ""
    texts = {
        Reason.UNSURE: _tr("Unsure: the model could go either way on several tags here."),
        Reason.DISAGREE: _tr("You disagree: the model is sure of the contrary of a decision."),
        Reason.UNLIKE: _tr("Nothing like it yet: no song that is judged sounds like this one."),
        Reason.RARE: _tr("A rare tag: the model hears one that few songs have so far."),
    }
    return texts.get(reason, _tr("Drawn at random.")) if reason else ""


def _now(session: Session, kind: QueueKind, question: Question) -> float | None:
    """Return the score that the question names: of one tag over many songs the one of its chip.

    That which chose the song grows old with every answer, and is another tag's once it was merged.
    """
    if kind is not QueueKind.WORD or session.song is None or session.song.id != question.song_id:
        return question.score
    return session.tag_scores().get(question.tag_id)


def _template(session: Session, kind: QueueKind, question: Question) -> str:
    covered = not session.guesses_visible or _now(session, kind, question) is None
    if kind is QueueKind.WORD:
        return _tr("“{tag}”?") if covered else _tr("“{tag}”? The model hears {score}.")
    if kind is QueueKind.REDEFINED:
        return _tr("You said “{tag}”: {state}. Is it, as its meaning is now?")
    if kind is QueueKind.DISPUTES:
        if covered:
            return _tr("You said “{tag}”: {state}. Is it?")
        return _tr("You said “{tag}”: {state}. The model hears {score}.")
    if covered:
        return _tr("“{tag}”: {state}. Is that right?")
    return _tr("“{tag}”: {before} → {score}, so {state} now. Is that right?")


def caption_text(session: Session, queue: SongQueue) -> str:
    """Return what is to be known beside the question: the word's meaning, the score's source."""
    question = queue.question
    if question is None or session.library is None:
        return queue.remedy
    if queue.kind is QueueKind.SONGS:
        return _songs_caption(queue)
    parts = [_random_sentence(queue)] if queue.index == 0 else []
    if not session.guesses_visible:
        parts.append(_tr("Blind: no scores, and the song from its middle."))
        return " ".join(part for part in parts if part)
    tells_meaning = queue.kind in (QueueKind.WORD, QueueKind.REDEFINED)
    if tells_meaning and session.library.codebook.has_tag(question.tag_id):
        definition = session.library.codebook.tag(question.tag_id).definition
        ends = not definition or definition.endswith(SENTENCE_ENDS)
        parts.append(definition if ends else f"{definition}.")
    if question.tag_id not in session.model_tags:
        parts.append(_tr("The model does not know this word: the song plays from its middle."))
    elif question.source is not None:
        parts.append(_source_sentence(question.source))
    if queue.kind is QueueKind.FLIPS:
        parts.append(_tr("The score of the former model, then of “{new}”.").replace(
            "{new}", queue.name
        ))  # fmt: skip
    if queue.n_more and queue.index == 0:
        more = _tr("The first {n} of {all}; the others come when you begin again.")
        n_all = number_text(len(queue.questions) + queue.n_more)
        parts.append(more.format(n=number_text(len(queue.questions)), all=n_all))
    return " ".join(part for part in parts if part)


def _songs_caption(queue: SongQueue) -> str:
    parts = [_random_sentence(queue)] if queue.index == 0 else []
    parts.append(_tr("Judge the tags that you hear or miss, then go on."))
    return " ".join(part for part in parts if part)


def _random_sentence(queue: SongQueue) -> str:
    """Say what part of a queue is drawn, and what for; "" where nothing is."""
    if not queue.n_random:
        return ""
    text = _tr(
        "{n:# of {all} songs is|# of {all} songs are} drawn at random: only these tell how common"
        " a tag is."
    )
    return counted(text, n=queue.n_random, all=number_text(len(queue.questions)))


def advice_text(queue: SongQueue, advice: StopAdvice) -> str:
    """Say how far one is with a word, how fast, and when it is enough."""
    is_over = queue.question is None  # the summary counts the answers, then
    text = "" if is_over else _tr("{yes} yes, {no} no")
    parts = [counted(text, yes=number_text(advice.n_yes), no=number_text(advice.n_no))]
    if advice.pace is not None:
        parts.append(_tr("{n} a minute").format(n=number_text(round(advice.pace))))
    parts = [f"{' · '.join(filter(None, parts))}."] if any(parts) else []
    if advice.n_recent and advice.n_expected is not None:
        text = _tr(
            "In the last {recent:# song|# songs} the model was wrong {wrong:once|# times}. Left:"
            " {left}, with about {expected} yes to come."
        )
        parts.append(
            counted(
                text, recent=advice.n_recent, wrong=advice.n_wrong, left=number_text(advice.n_left),
                expected=number_text(round(advice.n_expected)),
            )
        )  # fmt: skip
    parts.append(_certainty_text(queue, advice))
    if advice.strata is not None:
        parts.append(_strata_text(queue, advice.strata))
    return " ".join(part for part in parts if part)


def _certainty_text(queue: SongQueue, advice: StopAdvice) -> str:
    if not advice.n_needed:
        return ""
    if advice.is_certain:
        text = _tr(
            "You may stop: with 95 % certainty at least 8 of 10 songs with “{tag}” are found."
        )
        return text.replace("{tag}", queue.name)
    text = _tr(
        "It is certain that 8 of 10 are found once {needed} songs with the tag that were drawn at"
        " random are among those found: {found} so far."
    )
    return text.format(needed=number_text(advice.n_needed), found=number_text(advice.n_found))


def _strata_text(queue: SongQueue, found: StrataYield) -> str:
    """Say what songs from every tenth of the scores tell, and on how many that rests."""
    if found.share.value is None:
        return translated(found.share.reason or "")
    text = _tr(
        "Of the songs not judged before, {share} of 100 have “{tag}”, and the model puts {pairs} of"
        " 100 pairs in order: from {n:# song|# songs} of every tenth of the scores, {yes} with it."
    )
    share, pairs = share_text(found.share), share_text(found.auc)
    yes = number_text(found.n_yes)
    return counted(text, n=found.n_songs, share=share, pairs=pairs, yes=yes, tag=queue.name)


def _source_sentence(source: ScoreSource) -> str:
    sentences = {
        ScoreSource.HELD_OUT: _tr(
            "It learned from this song; the score is of models that had not learned from its"
            " artist."
        ),
        ScoreSource.UNLEARNED: _tr("It has not learned this tag from this song."),
        ScoreSource.LEARNED: _tr(
            "It learned from this song, and only its own score is known: it may repeat what you"
            " said."
        ),
    }
    return sentences[source]


def summary_text(queue: SongQueue, answers: Mapping[int, Answer]) -> str:
    """Return what became of the questions: “12 questions: 7 kept, 3 changed, 2 skipped”."""
    words, n_open = answered_words(queue.kind), len(queue.questions) - len(answers)
    given = list(answers.values())
    parts = [
        f"{number_text(given.count(answer))} {word}"
        for answer, word in words.items()
        if answer in given
    ]
    if n_open:
        parts.append(counted(_tr("{n:# skipped|# skipped}"), n=n_open))
    whole = counted(_tr("Through: {n:# question|# questions}"), n=len(queue.questions))
    return f"{whole} – {', '.join(parts)}."


def summary_caption(queue: SongQueue) -> str:
    """Return what can be done at the end."""
    parts = []
    if key := key_names.key_of("edit.undo"):
        parts.append(_tr("{key} takes the last answer back.").format(key=key))
    if queue.n_more:
        parts.append(counted(_tr("{n:# more waits|# more wait}: begin again."), n=queue.n_more))
    return " ".join(parts)
