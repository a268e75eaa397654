"""A model's card as a page to read, in English: what it knows, what that is worth, and where not.

All of it comes from the card and the library's numbers of the model; nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.exchange.deposit.markdown_text import one_line
from core.metrics.metric_records import Estimate, TagMetrics
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES
from core.models.model_records import network_name

FEW_YES = 10  # songs with a tag; with fewer its numbers may be chance
MEANS = (
    ("wauc", "WAUC: area under the ROC curve, tags weighted by their songs"),
    ("auc", "AUC: area under the ROC curve, mean over tags"),
    ("ap", "average precision, mean over tags"),
    ("f1", "F1, mean over tags"),
    ("mcc", "Matthews correlation coefficient, mean over tags"),
)
OF_TAGS = ("auc", "ap", "f1")
PROTOCOLS = {
    "artists": "Cross-validation grouped by artist: every song was scored by a model that had"
    " learned from no song of its artist. The model itself learned from all songs.",
    "songs": "Cross-validation song by song: every song was scored by a model that had not learned"
    " from it, but perhaps from others of its artist, so that the numbers may be too good.",
    "kept": "Songs of artists that were kept aside, from which the model learned nothing.",
}
UNKNOWN_PROTOCOL = "On which songs it was measured is said above, if the card says it."


def model_sheet(card: ModelCard, metrics: Mapping[str, Any], licence: str) -> str:
    """Return a model's card in Markdown.

    metrics: the model's numbers as a card or a library stores them. licence: the deposit's, an
    SPDX id.
    """
    tags = _tags(metrics)
    lines = [
        f"# Model card: {one_line(card.name)}",
        "",
        "## What it knows",
        "",
        *_knowledge(card),
        "",
        "## What it was learned from",
        "",
        *_origin(card, metrics),
        "",
        "## How well it does",
        "",
        *_numbers(metrics, tags),
        "",
        "## Limits",
        "",
        *_limits(card, tags),
        "",
        "## Licence",
        "",
        *_licence(card, licence),
    ]
    return "\n".join(lines) + "\n"


def _knowledge(card: ModelCard) -> list[str]:
    known = ARCHITECTURES.get(network_name(card.architecture))
    title, paper = (known.title, known.paper) if known else (card.architecture, "")
    recipe = card.recipe
    taken = (
        "the waveform" if recipe.is_waveform else f"a spectrogram of {recipe.n_rows} rows a frame"
    )
    return [
        f"* {len(card.words)} {'tag' if len(card.words) == 1 else 'tags'}:"
        f" {', '.join(one_line(word) for word in card.words) or 'none, it is an embedding'}",
        f"* network: {one_line(title)}{f' ({one_line(paper)})' if paper else ''}",
        f"* it takes {taken}, from sound at {recipe.rate_hz} Hz (recipe “{one_line(recipe.name)}”)",
        "* for every tag it gives a score from 0 to 1; F1 and the Matthews coefficient are of yes"
        " and no at the tag's own threshold, the other numbers rest on the order of the scores",
    ]


def _origin(card: ModelCard, metrics: Mapping[str, Any]) -> list[str]:
    counts = card.labels.get("counts")
    judged = [
        f"{one_line(name)} {numbers[0]} yes, {numbers[1]} no"
        for name, numbers in (counts.items() if isinstance(counts, Mapping) else ())
        if isinstance(numbers, list | tuple) and len(numbers) == 2 and any(numbers)
    ]
    facts = (
        ("", one_line(card.description)),
        ("started from", f"“{one_line(card.parent)}”" if card.parent else ""),
        ("songs it learned from", metrics.get("n_train")),
        ("decisions", "; ".join(judged)),
        ("version of the codebook", card.labels.get("codebook_version")),
        ("digest of the decisions", card.labels.get("digest")),
        ("seed", card.seed),
        ("made", card.created_at),
        ("program", f"RhythmCap {card.code_version}" if card.code_version else ""),
    )
    told = [f"* {name}: {what}" if name else f"{what}\n" for name, what in facts
            if what not in ("", None)]  # fmt: skip
    return told or ["Not known."]


def _numbers(metrics: Mapping[str, Any], tags: Mapping[str, TagMetrics]) -> list[str]:
    stored = metrics.get("means")
    means: Mapping[str, Any] = stored if isinstance(stored, Mapping) else {}
    rows = [(title, Estimate.from_json(means.get(name))) for name, title in MEANS]
    known = [(title, mean) for title, mean in rows if mean.value is not None]
    if not known and not tags:
        return ["It was not measured."]
    protocol = PROTOCOLS.get(str(metrics.get("measured_by")), UNKNOWN_PROTOCOL)
    n_songs, n_artists = metrics.get("n_held_out"), metrics.get("n_artists")
    by = f" by {n_artists} artists" if n_artists else ""
    lines = [protocol + (f" Measured on {n_songs} songs{by}." if n_songs else "")]
    has_intervals = any(mean.interval for _, mean in known) or any(
        tag.estimate(name).interval for tag in tags.values() for name in OF_TAGS
    )
    lines.append(
        "Ranges in brackets are 95 % intervals over artists."
        if has_intervals
        else "The card keeps no intervals of these numbers."
    )
    if known:
        lines += ["", "| number | value |", "|---|---|"]
        lines += [f"| {title} | {_text(mean)} |" for title, mean in known]
    if tags:
        lines += ["", "| tag | songs | with it | AUC | AP | F1 |", "|---|---|---|---|---|---|"]
        lines += [_tag_row(name, tag) for name, tag in tags.items()]
    return lines


def _tag_row(name: str, tag: TagMetrics) -> str:
    cells = [one_line(name), tag.n, tag.support, *(_text(tag.estimate(one)) for one in OF_TAGS)]
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _limits(card: ModelCard, tags: Mapping[str, TagMetrics]) -> list[str]:
    few = [one_line(name) for name, tag in tags.items() if 0 < tag.support < FEW_YES]
    without = [one_line(word) for word in card.words
               if word not in tags or tags[word].auc is None]  # fmt: skip
    lines = [
        "* Its tags are those of the people who judged the songs. They are no facts about music,"
        " and others may mean something else by the same word: read the codebook.",
        "* The numbers hold for music like that it learned from. On other music they may be worse.",
        "* A score is no decision. Use it to find and to sort songs, and listen before you count.",
    ]
    if few:
        lines.append(f"* Fewer than {FEW_YES} songs had these tags: {', '.join(few)}. Their"
                     " numbers may be chance.")  # fmt: skip
    if without and tags:
        lines.append(f"* Of these tags it is not known how well it does: {', '.join(without)}.")
    return lines


def _licence(card: ModelCard, licence: str) -> list[str]:
    own = one_line(card.licence)
    if own:
        return [f"The model: {own}", "", f"This card and its numbers: {licence}."]
    return [f"The card of the model states none. This card and its numbers: {licence}."]


def _tags(metrics: Mapping[str, Any]) -> dict[str, TagMetrics]:
    """Return the numbers of the tags, the most used first."""
    stored = metrics.get("per_tag")
    found = {
        str(name): TagMetrics.from_json(tag)
        for name, tag in (stored.items() if isinstance(stored, Mapping) else ())
        if isinstance(tag, Mapping)
    }
    return dict(sorted(found.items(), key=lambda item: (-item[1].support, item[0])))


def _text(estimate: Estimate) -> str:
    if estimate.value is None:
        return "–"
    span = estimate.interval
    return f"{estimate.value:.2f}" + (f" ({span[0]:.2f} to {span[1]:.2f})" if span else "")
