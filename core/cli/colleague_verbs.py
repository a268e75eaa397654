"""What can be typed about several annotators: the arguments and help of these verbs."""

from __future__ import annotations

from core.cli.verb_parser import (
    Subparsers,
    Verb,
    VerbParser,
    add_dry_run,
    add_file,
    file_path,
    make_verb,
    whole_number,
)

AGREEMENT = Verb(
    "agreement", "agreement:agreement", "say how far the annotators of a library agree, tag by tag",
    (
        "rhythmcap agreement",
        "rhythmcap agreement --tags kick piano --between Ann Bo",
        "rhythmcap agreement --songs  # the songs they disagree on, too",
        "rhythmcap agreement --own  # with oneself, where songs were judged again",
        "rhythmcap agreement --json",
    ),
)  # fmt: skip
ASK = Verb(
    "ask", "colleague:ask", "write a request for a colleague's ears: songs, tags, meanings",
    (
        "rhythmcap ask bo.rhythmcap-ask --tags kick piano --songs 20",
        "rhythmcap ask bo.rhythmcap-ask 'year:1960..1969' --tags kick --songs 50 --blind --seed 7",
    ),
)  # fmt: skip
ANSWER = Verb(
    "answer", "colleague:answer", "find a request's songs among your files, and write your answer",
    (
        "rhythmcap answer ann.rhythmcap-ask --audio ~/Music  # once, then decide in the window",
        "rhythmcap answer ann.rhythmcap-ask  # how far it is",
        "rhythmcap answer ann.rhythmcap-ask --write bo.rhythmcap-answer",
    ),
)  # fmt: skip
MERGE = Verb(
    "merge-answer", "colleague:merge_answer", "take in a colleague's answer, beside your decisions",
    (
        "rhythmcap merge-answer --dry-run bo.rhythmcap-answer",
        "rhythmcap merge-answer bo.rhythmcap-answer",
    ),
)  # fmt: skip


def add_colleague_verbs(verbs: Subparsers, shared: VerbParser) -> None:
    """Add ask, answer, merge-answer and agreement."""
    _add_ask(verbs, shared)
    verb = make_verb(verbs, shared, ANSWER)
    verb.set_defaults(new_annotator=True)
    add_file(verb, "request", "FILE", "the request, a .rhythmcap-ask")
    verb.add_argument(
        "--audio", nargs="+", type=file_path, metavar="FOLDER",
        help="look for its songs here, by sound, or by name and length (default: look nowhere)",
    )  # fmt: skip
    verb.add_argument(
        "--write", type=file_path, metavar="OUT",
        help="write what you decided as an answer to send back (default: only say how far it is)",
    )  # fmt: skip
    verb = make_verb(verbs, shared, MERGE)
    add_file(verb, "answer", "FILE", "the answer, a .rhythmcap-answer")
    add_dry_run(verb)
    verb = make_verb(verbs, shared, AGREEMENT)
    verb.add_argument(
        "--tags", nargs="+", metavar="TAG", help="only these (default: all that two decided on)"
    )
    verb.add_argument(
        "--between", nargs="+", metavar="NAME",
        help="only these annotators (default: all who decided anything)",
    )  # fmt: skip
    verb.add_argument(
        "--songs", action="store_true",
        help="list the songs on which they disagree (default: only the tags)",
    )  # fmt: skip
    verb.add_argument(
        "--own", action="store_true",
        help="the annotator's second judgments beside the first (default: several annotators)",
    )  # fmt: skip
    verb.add_argument(
        "--seed", type=whole_number(0), default=0, metavar="S", help="of the ranges' resamples"
    )


def _add_ask(verbs: Subparsers, shared: VerbParser) -> None:
    verb = make_verb(verbs, shared, ASK)
    add_file(verb, "path", "FILE", "the request to write, a .rhythmcap-ask")
    verb.add_argument(
        "query", nargs="?", default="", metavar="QUERY",
        help="songs of a search (default: those you judged on the tags)",
    )  # fmt: skip
    verb.add_argument(
        "--tags", nargs="+", metavar="TAG", help="what to judge (default: all tags in use)"
    )
    verb.add_argument(
        "--songs", type=whole_number(1), default=0, metavar="N",
        help="draw so many of them (default: all)",
    )  # fmt: skip
    verb.add_argument(
        "--blind", action="store_true",
        help="without your own decisions (default: shown once your colleague has decided)",
    )  # fmt: skip
    verb.add_argument("--seed", type=whole_number(0), default=0, metavar="S", help="of the draw")
    verb.add_argument("--note", default="", metavar="TEXT", help="a greeting (default: none)")
