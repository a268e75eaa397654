"""What was measured of a tag, and of all tags together, as records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from core import messages

Interval = tuple[float, float]

CELLS = ("true_positives", "false_negatives", "false_positives", "true_negatives")


def decimal_cell(number: float | None) -> str:
    """Write a number as a table has it, to four digits; "" for none."""
    return "" if number is None else f"{number:.4f}"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its 95 % interval. reason: why the number or the interval is missing."""

    value: float | None
    low: float | None = None
    high: float | None = None
    reason: str | None = None

    @property
    def interval(self) -> Interval | None:
        return None if self.low is None or self.high is None else (self.low, self.high)

    def cells(self) -> tuple[str, str, str]:
        """Return number and interval as a table has them, to four digits; "" for none."""
        return decimal_cell(self.value), decimal_cell(self.low), decimal_cell(self.high)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers; without what is not known."""
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return messages.to_stored({"value": self.value, **known})

    @classmethod
    def from_json(cls, stored: object) -> Estimate:
        """Read to_json's form; anything else is a number not known."""
        record = messages.from_stored(stored) if isinstance(stored, Mapping) else {}
        reason = record.get("reason")
        return cls(
            _number(record.get("value")),
            _number(record.get("low")),
            _number(record.get("high")),
            reason if isinstance(reason, str) else None,
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far annotators agree on one tag.

    n_songs: that two or more judged with yes or no; n_agreed, n_disagreed: of these. yes_share: of
    their decisions, None without any. raw: share of agreeing pairs. kappa: Cohen's, of two
    annotators; alpha: Krippendorff's; ac1: Gwet's.
    """

    n_annotators: int
    n_songs: int
    n_agreed: int
    n_disagreed: int
    yes_share: float | None
    raw: Estimate
    kappa: Estimate
    alpha: Estimate
    ac1: Estimate

    def to_json(self) -> dict[str, Any]:
        """Plain numbers by name."""
        return {
            name: value.to_json() if isinstance(value := getattr(self, name), Estimate) else value
            for name in self.__slots__
        }


@dataclass(frozen=True, slots=True)
class TagMetrics:
    """One tag on some judged songs. None where the songs do not allow the number.

    support: songs with the tag. auc: area under the ROC curve. ap: average precision. n: judged
    songs. threshold: of the best F1. bins: see reliability_bins. f1, precision, recall, mcc and the
    four counts: of decisions from decision_threshold on (0.5 where a record says none). n_artists:
    of the judged songs. intervals: 95 %, by the metric's name; exact: those of them that take songs
    as independent; reasons: why a metric has none. precise: the score for 90 % right.
    """

    support: int
    auc: float | None
    ap: float | None
    f1: float | None
    n: int
    threshold: float | None = None
    bins: tuple[tuple[int, int], ...] = ()
    decision_threshold: float = 0.5
    true_positives: int | None = None
    false_negatives: int | None = None
    false_positives: int | None = None
    true_negatives: int | None = None
    precision: float | None = None
    recall: float | None = None
    mcc: float | None = None
    n_artists: int = 0
    intervals: Mapping[str, Interval] = field(default_factory=dict)
    exact: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    precise: Estimate = Estimate(None)

    def estimate(self, metric: str) -> Estimate:
        """Return a metric by its name with its interval, or with the reason for none."""
        low, high = self.intervals.get(metric, (None, None))
        return Estimate(getattr(self, metric), low, high, self.reasons.get(metric))

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, under the names that model cards and libraries store."""
        numbers = asdict(self)
        numbers["like"] = numbers.pop("bins")
        numbers["intervals"] = {name: list(pair) for name, pair in self.intervals.items()}
        numbers["exact"] = list(self.exact)
        numbers["reasons"] = messages.to_stored(self.reasons)
        numbers["precise"] = self.precise.to_json()
        return numbers

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> TagMetrics:
        """Read what a card stores, also an older or a damaged one: what is missing is None."""
        reasons, pairs = stored.get("reasons"), stored.get("intervals")
        threshold = _number(stored.get("decision_threshold"))
        return cls(
            support=_count(stored.get("support")) or 0,
            auc=_number(stored.get("auc")),
            ap=_number(stored.get("ap")),
            f1=_number(stored.get("f1")),
            n=_count(stored.get("n")) or 0,
            threshold=_number(stored.get("threshold")),
            bins=_bins(stored.get("like")),
            decision_threshold=0.5 if threshold is None else threshold,
            **{name: _count(stored.get(name)) for name in CELLS},
            precision=_number(stored.get("precision")),
            recall=_number(stored.get("recall")),
            mcc=_number(stored.get("mcc")),
            n_artists=_count(stored.get("n_artists")) or 0,
            intervals=_intervals(pairs),
            exact=tuple(str(name) for name in _list(stored.get("exact"))),
            reasons={
                name: text
                for name, text in (
                    messages.from_stored(reasons) if isinstance(reasons, Mapping) else {}
                ).items()
                if isinstance(text, str)
            },
            precise=Estimate.from_json(stored.get("precise")),
        )


@dataclass(frozen=True, slots=True)
class Measurement:
    """All tags on some judged songs, and their means.

    means: "wauc", "auc", "ap", "f1", "mcc", "precision", "recall": of the tags that have both a
    yes and a no. n_songs, n_artists: with a decision and a score. n_resamples: behind intervals.
    categories: the same means of the tags of every category.
    """

    tags: dict[str, TagMetrics]
    means: dict[str, Estimate]
    n_songs: int
    n_artists: int
    n_resamples: int
    categories: dict[str, dict[str, Estimate]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Plain numbers: means by name, tags by name."""
        return {
            "means": {name: mean.to_json() for name, mean in self.means.items()},
            "per_tag": {name: tag.to_json() for name, tag in self.tags.items()},
            "n_songs": self.n_songs,
            "n_artists": self.n_artists,
            "n_resamples": self.n_resamples,
            "per_category": {
                category: {name: mean.to_json() for name, mean in means.items()}
                for category, means in self.categories.items()
            },
        }


@dataclass(frozen=True, slots=True)
class MetricChange:
    """After minus before on the same songs, by metric name: of every tag, and of the means."""

    tags: dict[str, dict[str, Estimate]]
    means: dict[str, Estimate]

    @property
    def better(self) -> tuple[str, ...]:
        """Return the tags whose AUC rose by more than its range, the most first."""
        return self._beyond_chance(lambda auc: auc.low is not None and auc.low > 0.0)

    @property
    def worse(self) -> tuple[str, ...]:
        """Return the tags whose AUC fell by more than its range, the most first."""
        return self._beyond_chance(lambda auc: auc.high is not None and auc.high < 0.0)

    def _beyond_chance(self, is_so: Callable[[Estimate], bool]) -> tuple[str, ...]:
        aucs = {tag: own["auc"] for tag, own in self.tags.items() if "auc" in own}
        names = [tag for tag, auc in aucs.items() if is_so(auc)]
        return tuple(sorted(names, key=lambda tag: -abs(aucs[tag].value or 0.0)))

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, by the names of tags and metrics."""
        return {
            "means": {name: change.to_json() for name, change in self.means.items()},
            "per_tag": {
                tag: {name: change.to_json() for name, change in changes.items()}
                for tag, changes in self.tags.items()
            },
        }

    @classmethod
    def from_json(cls, stored: object) -> MetricChange:
        """Read to_json's form; what is missing or damaged is left out."""
        record = stored if isinstance(stored, Mapping) else {}
        return cls(
            {
                str(tag): _estimates(changes)
                for tag, changes in _mapping(record.get("per_tag")).items()
            },
            _estimates(record.get("means")),
        )


@dataclass(frozen=True, slots=True)
class Summary:
    """All tags together; macro is the mean over tags, micro takes all cells as one.

    left_out: tags without both a yes and a no among the songs; they count in no macro number.
    """

    wauc: float | None
    roc_auc_macro: float | None
    roc_auc_micro: float | None
    ap_macro: float | None
    ap_micro: float | None
    f1_macro: float | None
    f1_micro: float | None
    n_songs: int
    left_out: tuple[str, ...]


def _number(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and abs(value) < 1e9 else None  # type: ignore[arg-type]


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _mapping(value: object) -> Mapping[Any, Any]:
    return value if isinstance(value, Mapping) else {}


def _bins(value: object) -> tuple[tuple[int, int], ...]:
    pairs = [_list(pair) for pair in _list(value)]
    whole = all(len(pair) == 2 and None not in map(_count, pair) for pair in pairs)
    return tuple((pair[0], pair[1]) for pair in pairs) if whole else ()


def _intervals(value: object) -> dict[str, Interval]:
    found = {}
    for name, pair in _mapping(value).items():
        numbers = [_number(number) for number in _list(pair)]
        if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
            found[str(name)] = (numbers[0], numbers[1])
    return found


def _estimates(value: object) -> dict[str, Estimate]:
    return {str(name): Estimate.from_json(stored) for name, stored in _mapping(value).items()}
