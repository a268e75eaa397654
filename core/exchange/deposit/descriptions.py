"""What a deposit says of itself, in English: README, data sheet, citation, Zenodo's record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.durations import clock_text
from core.exchange.deposit.creator_records import Creator
from core.exchange.deposit.deposit_records import WRITTEN_LAST, Contents, DepositOptions
from core.exchange.deposit.markdown_text import one_line
from core.exchange.deposit.measures import ModelMeasures
from core.exchange.deposit.song_files import SongSummary

SOURCES = {
    "ear": "by ear, song by song",
    "accepted": "a model's suggestion, accepted",
    "rejected": "a model's suggestion, rejected",
    "import": "imported from elsewhere",
    "rest": "“the rest is no”: not judged one by one",
    "rule": "implied by a rule between tags that the annotator accepted: not judged one by one",
}
STATES = {"yes": "yes", "no": "no", "unsure": "unsure"}
SOFTWARE = "RhythmCap"


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the texts tell. agreement: lines on how far annotators agree, [] for one alone.

    listening: on second judgments and listening tests, [] where there were none.
    """

    options: DepositOptions
    summary: SongSummary
    n_tags: int
    headline: Mapping[str, float]
    agreement: tuple[str, ...] = ()
    measures: ModelMeasures | None = None
    listening: tuple[str, ...] = ()


def write_descriptions(contents: Contents, facts: Facts) -> None:
    """Write CITATION.cff, .zenodo.json, datasheet.md and README.md. Raises OSError."""
    for name, what, text in (
        ("CITATION.cff", "how to cite it", citation(facts.options)),
        (".zenodo.json", "its record at Zenodo", zenodo(facts)),
        ("datasheet.md", "the data sheet", data_sheet(facts)),
    ):
        contents.add(name, what).write_text(text, encoding="utf-8")
    path = contents.add("README.md", "this text")
    path.write_text(readme(facts, contents.files | WRITTEN_LAST), encoding="utf-8")


def citation(options: DepositOptions) -> str:
    """Return a Citation File Format 1.2.0 text; JSON strings are valid YAML."""
    lines = [
        "cff-version: 1.2.0",
        "message: Please cite this data set as below.",
        "type: dataset",
        f"title: {_quoted(options.title)}",
        f"version: {_quoted(options.version)}",
        f"date-released: {_quoted(options.published)}",
        f"license: {_quoted(options.licence)}",
        *([f"abstract: {_quoted(options.description)}"] if options.description else []),
        "authors:",
        *(line for creator in options.creators for line in _author(creator)),
    ]
    return "\n".join(lines) + "\n"


def zenodo(facts: Facts) -> str:
    """Return the record that Zenodo reads from a repository or an upload form."""
    options = facts.options
    record = {
        "upload_type": "dataset",
        "title": options.title,
        "description": options.description or _sentence(facts),
        "creators": [_zenodo_creator(creator) for creator in options.creators],
        "license": options.licence.casefold(),
        "publication_date": options.published,
        "version": options.version,
        "keywords": ["music", "tagging", "musicology", "music information retrieval"],
        "access_right": "open",
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def data_sheet(facts: Facts) -> str:
    """Return the data sheet: what there is, who decided, how, and how far one may trust it."""
    summary = facts.summary
    years = sorted(summary.years)
    span = f"{years[0]} to {years[-1]}" if years else "not known"
    lines = [
        f"# Data sheet: {one_line(facts.options.title)}",
        "",
        "## What there is",
        "",
        f"* songs: {summary.n_songs}, of these {summary.n_judged} with decisions;"
        f" {clock_text(summary.duration_s)} of sound (not included)",
        f"* artists: {len(summary.artists)}; years: {span}",
        f"* tags: {facts.n_tags}; decisions: {summary.n_decisions}"
        f" ({_counted(summary.states, STATES)}); on parts of songs: {summary.n_parts}",
        "* A tag that is not listed for a song was not judged. It is not a “no”.",
        "",
        "## Who decided, and how",
        "",
        *(f"* {one_line(name) or 'an annotator without a name'}: {n} decisions"
          for name, n in sorted(summary.annotators.items())),
        *(f"* {SOURCES.get(source, source)}: {n}" for source, n in sorted(summary.sources.items())),
        f"* with a model's guess on the screen: {summary.n_with_guess} of {summary.n_decisions}",
        *facts.listening,
        "",
        "## How far annotators agree",
        "",
        *(facts.agreement or ("Fewer than two annotators judged the same songs.",)),
        "",
        *_model_lines(facts.measures),
        "## What is not in it",
        "",
        "* No audio. Songs are told by the hash of their decoded samples (audio_hash), artist,"
        " title and length, by which others find their own copies.",
        "* No paths of the computer it was made on.",
    ]  # fmt: skip
    return "\n".join(lines).rstrip() + "\n"


def readme(facts: Facts, files: Mapping[str, str]) -> str:
    """Return the text that a visitor reads first."""
    options = facts.options
    names = "; ".join(creator.name for creator in options.creators)
    headline = [f"| {name} | {value:.4g} |" for name, value in facts.headline.items()]
    lines = [
        f"# {one_line(options.title)}",
        "",
        one_line(options.description) or _sentence(facts),
        "",
        f"{one_line(names)}, {options.published[:4]}. Version {options.version}."
        f" Licence: {options.licence} ({options.licence_page}). To cite it, see CITATION.cff.",
        "",
        "## Files",
        "",
        "| file | what it is |",
        "|---|---|",
        *(f"| `{name}` | {what} |" for name, what in _told(files)),
        "",
        "## Numbers",
        "",
        "`python reproduce.py` (pandas is all it needs) works these out again from the tables:",
        "",
        "| number | value |",
        "|---|---|",
        *headline,
        "",
        "What they rest on is in `datasheet.md`.",
        "",
        "## Loading it",
        "",
        "```python",
        "from load import load, tags_of",
        'for song in load(".")["songs"].values():',
        '    print(song["title"], tags_of(song))',
        "```",
        "",
        "`load.py` needs only csv and json. `SHA256SUMS` is checked by `sha256sum -c SHA256SUMS`.",
        f"Made with {SOFTWARE}.",
    ]
    return "\n".join(lines) + "\n"


def _told(files: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Yield the files in order, one line for all of a folder that hold the same."""
    seen: set[tuple[str, str]] = set()
    for name, what in files.items():
        folder, _, _ = name.rpartition("/")
        key = (folder, what)
        if folder and key in seen:
            continue
        seen.add(key)
        n_same = sum(other.rpartition("/")[0] == folder and text == what
                     for other, text in files.items())  # fmt: skip
        yield (f"{folder}/…" if folder and n_same > 1 else name), what


def _model_lines(measures: ModelMeasures | None) -> list[str]:
    if measures is None:
        return []
    card = measures.card
    told = measures.note or (
        f"{measures.n_scores} scores of songs by models that had not learned from their artists"
        " (cross-validation grouped by artist; by song where artists are few)"
    )
    return [
        "## The model",
        "",
        f"* “{one_line(card.name)}”, {len(card.words)} tags, licence:"
        f" {one_line(card.licence) or 'not stated'}",
        f"* {told}.",
        "",
    ]


def _sentence(facts: Facts) -> str:
    return (
        f"{facts.summary.n_decisions} decisions on {facts.n_tags} tags of music,"
        f" heard in {facts.summary.n_judged} songs."
    )


def _author(creator: Creator) -> list[str]:
    if not creator.family:
        lines = [f"  - name: {_quoted(creator.given)}"]
    else:
        lines = [
            f"  - family-names: {_quoted(creator.family)}",
            f"    given-names: {_quoted(creator.given)}",
        ]
    if creator.orcid:
        lines.append(f"    orcid: {_quoted('https://orcid.org/' + creator.orcid)}")
    if creator.affiliation:
        lines.append(f"    affiliation: {_quoted(creator.affiliation)}")
    return lines


def _zenodo_creator(creator: Creator) -> dict[str, str]:
    name = creator.sorted_name
    known = {"name": name, "orcid": creator.orcid, "affiliation": creator.affiliation}
    return {key: text for key, text in known.items() if text}


def _counted(counts: Mapping[str, int], names: Mapping[str, str]) -> str:
    return ", ".join(f"{counts.get(key, 0)} {name}" for key, name in names.items())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
