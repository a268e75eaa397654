"""The tables of asking and hearing again: queues, second judgments, predictions before decisions.

Also rules between words, listening tests of two of them, and what was heard before a decision.
SQL that a migration runs, never changed. No row stands in place of one in annotations.
"""

from __future__ import annotations

# A song judged again by the same ear; first_state and first_at are what stood then.
REPEATS = """
CREATE TABLE repeats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unsure')),
    first_state TEXT NOT NULL CHECK (first_state IN ('yes', 'no', 'unsure')),
    first_at TEXT NOT NULL,
    guess_visible INTEGER NOT NULL CHECK (guess_visible IN (0, 1)),
    model_id INTEGER REFERENCES models(id),
    codebook_version INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX repeats_song ON repeats(song_id)

CREATE INDEX repeats_tag ON repeats(tag_id, annotator_id, song_id)
"""

# position: where the annotator is. last_...: the newest rows when it was drawn, so that what is
# decided later is known without a clock. Songs and tags are named, not referred to: a removal that
# is undone brings them back.
QUEUES = """
CREATE TABLE queues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    kind TEXT NOT NULL CHECK (kind IN ('songs', 'word')),
    tag_id INTEGER,
    seed INTEGER NOT NULL,
    random_share REAL NOT NULL CHECK (random_share BETWEEN 0 AND 1),
    model_id INTEGER REFERENCES models(id),
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
    last_annotation_id INTEGER NOT NULL DEFAULT 0,
    last_repeat_id INTEGER NOT NULL DEFAULT 0,
    last_dispute_id INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    closed_at TEXT,
    CHECK ((kind = 'word') = (tag_id IS NOT NULL))
) STRICT

CREATE INDEX queues_annotator ON queues(annotator_id, closed_at)

CREATE INDEX queues_tag ON queues(tag_id) WHERE tag_id IS NOT NULL

CREATE TABLE queue_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    queue_id INTEGER NOT NULL REFERENCES queues(id),
    position INTEGER NOT NULL CHECK (position >= 0),
    song_id INTEGER NOT NULL,
    reason TEXT NOT NULL
        CHECK (reason IN ('unsure', 'disagree', 'unlike', 'rare', 'again', 'random', 'stratum')),
    score REAL,
    stratum INTEGER,
    skipped_at TEXT,
    shown_at TEXT,
    UNIQUE (queue_id, position)
) STRICT

CREATE INDEX queue_items_song ON queue_items(song_id)
"""

# What was predicted before a decision was made, and that decision. It belongs to the annotation of
# the same created_at; n_decisions: from how many the live heads had learned.
PREQUENTIAL = """
CREATE TABLE prequential (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    model_id INTEGER REFERENCES models(id),
    n_decisions INTEGER NOT NULL CHECK (n_decisions >= 0),
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unsure')),
    guess_visible INTEGER NOT NULL CHECK (guess_visible IN (0, 1)),
    is_random INTEGER NOT NULL CHECK (is_random IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX prequential_song ON prequential(song_id)

CREATE INDEX prequential_tag ON prequential(tag_id, annotator_id)
"""

# parts: JSON [[start_s, end_s], ...] of the song, heard before the decision of that created_at.
LISTENED_PARTS = """
CREATE TABLE listened_parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    parts TEXT NOT NULL,
    listened_s REAL NOT NULL CHECK (listened_s >= 0),
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX listened_parts_song ON listened_parts(song_id)

CREATE INDEX listened_parts_tag ON listened_parts(tag_id, annotator_id)
"""

# excludes and together have no direction: tag_id is the smaller one.
WORD_RULES = """
CREATE TABLE word_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('implies', 'excludes', 'together')),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    other_tag_id INTEGER NOT NULL REFERENCES tags(id),
    origin TEXT NOT NULL CHECK (origin IN ('found', 'written')),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'dismissed')),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    created_at TEXT NOT NULL,
    CHECK (tag_id <> other_tag_id),
    UNIQUE (kind, tag_id, other_tag_id)
) STRICT

CREATE INDEX word_rules_tag ON word_rules(tag_id)

CREATE INDEX word_rules_other ON word_rules(other_tag_id)
"""

# trials: JSON, what was heard and answered in each of them. Songs are named by their sound, so that
# a removed one leaves the test as it was.
ABX_TESTS = """
CREATE TABLE abx_tests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    other_tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    n_trials INTEGER NOT NULL CHECK (n_trials > 0),
    n_correct INTEGER NOT NULL CHECK (n_correct BETWEEN 0 AND n_trials),
    seed INTEGER NOT NULL,
    trials TEXT NOT NULL,
    codebook_version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    CHECK (tag_id <> other_tag_id)
) STRICT

CREATE INDEX abx_tests_tag ON abx_tests(tag_id, other_tag_id)

CREATE INDEX abx_tests_other ON abx_tests(other_tag_id)
"""

# What was unclear before was never left out of learning; that it stays so, it counts as settled.
WHO_AND_SETTLED = """
ALTER TABLE disputes ADD COLUMN settled_at TEXT

UPDATE disputes SET settled_at = created_at WHERE verdict = 'unclear'

CREATE INDEX disputes_open ON disputes(annotator_id, tag_id)
    WHERE verdict = 'unclear' AND settled_at IS NULL

ALTER TABLE codebook_versions ADD COLUMN annotator_id INTEGER REFERENCES annotators(id)

CREATE INDEX codebook_versions_tag ON codebook_versions(tag_id)

ALTER TABLE anchors ADD COLUMN annotator_id INTEGER REFERENCES annotators(id)
"""
