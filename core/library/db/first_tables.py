"""The tables of the first library: songs, codebook, models, decisions and their journal.

Part of the first migration, so never changed once released; later ones add in schema.py.
"""

SONGS = """
CREATE TABLE songs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    audio_hash TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_s REAL NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    artist TEXT NOT NULL DEFAULT '',
    album TEXT NOT NULL DEFAULT '',
    year INTEGER,
    duration_s REAL NOT NULL,
    rate_hz INTEGER NOT NULL,
    channels INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    missing_since TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT

CREATE INDEX songs_path ON songs(path)

CREATE INDEX songs_title ON songs(title COLLATE NOCASE)

CREATE INDEX songs_artist ON songs(artist COLLATE NOCASE, album COLLATE NOCASE)

CREATE INDEX songs_album ON songs(album COLLATE NOCASE)

CREATE INDEX songs_year ON songs(year)

CREATE INDEX songs_duration ON songs(duration_s)

CREATE INDEX songs_added ON songs(added_at)

CREATE INDEX songs_missing ON songs(missing_since) WHERE missing_since IS NOT NULL

CREATE TABLE failed_imports (
    path TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    remedy TEXT NOT NULL,
    failed_at TEXT NOT NULL
) STRICT
"""

CODEBOOK = """
CREATE TABLE categories (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL
) STRICT

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    category_id INTEGER NOT NULL REFERENCES categories(id),
    key TEXT NOT NULL DEFAULT '',
    colour TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    definition TEXT NOT NULL DEFAULT '',
    use_when TEXT NOT NULL DEFAULT '',
    not_when TEXT NOT NULL DEFAULT '',
    retired_at TEXT
) STRICT

CREATE INDEX tags_category ON tags(category_id)

CREATE TABLE tag_aliases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    alias TEXT NOT NULL,
    alias_key TEXT NOT NULL UNIQUE
) STRICT

CREATE INDEX tag_aliases_tag ON tag_aliases(tag_id)

CREATE TABLE codebook_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    change TEXT NOT NULL,
    tag_id INTEGER,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT

CREATE TABLE anchors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    song_id INTEGER NOT NULL REFERENCES songs(id),
    state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unsure')),
    start_s REAL,
    end_s REAL,
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX anchors_tag ON anchors(tag_id)

CREATE INDEX anchors_song ON anchors(song_id)
"""

MODELS = """
CREATE TABLE models (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    architecture TEXT NOT NULL,
    parent_id INTEGER REFERENCES models(id),
    file TEXT NOT NULL,
    words TEXT NOT NULL,
    tag_ids TEXT NOT NULL,
    labels_snapshot TEXT NOT NULL,
    metrics TEXT NOT NULL,
    provenance TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 0 CHECK (active IN (0, 1)),
    created_at TEXT NOT NULL,
    removed_at TEXT
) STRICT

CREATE UNIQUE INDEX models_name ON models(name) WHERE removed_at IS NULL

CREATE UNIQUE INDEX models_active ON models(active) WHERE active = 1

CREATE TABLE word_mappings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT NOT NULL,
    word_key TEXT NOT NULL UNIQUE,
    tag_id INTEGER NOT NULL REFERENCES tags(id)
) STRICT

CREATE INDEX word_mappings_tag ON word_mappings(tag_id)

CREATE TABLE predictions (
    model_id INTEGER NOT NULL REFERENCES models(id),
    song_id INTEGER NOT NULL,
    scores BLOB NOT NULL,
    PRIMARY KEY (model_id, song_id)
) STRICT, WITHOUT ROWID
"""

# song_id leads a full unique index, because a foreign key cannot use a partial one: removing a
# song would otherwise look at every annotation there is.
DECISIONS = """
CREATE TABLE annotators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL DEFAULT ''
) STRICT

CREATE TABLE annotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unsure')),
    intensity REAL CHECK (intensity BETWEEN 0 AND 1),
    start_s REAL,
    end_s REAL,
    source TEXT NOT NULL CHECK (source IN ('ear', 'accepted', 'rejected', 'import')),
    guess_visible INTEGER NOT NULL CHECK (guess_visible IN (0, 1)),
    model_id INTEGER REFERENCES models(id),
    codebook_version INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((start_s IS NULL AND end_s IS NULL) OR (start_s >= 0 AND end_s > start_s))
) STRICT

CREATE UNIQUE INDEX annotations_place
    ON annotations(song_id, tag_id, annotator_id, ifnull(start_s, -1), ifnull(end_s, -1))

CREATE INDEX annotations_tag ON annotations(tag_id, annotator_id, state, song_id, start_s)

CREATE INDEX annotations_intensity
    ON annotations(annotator_id, intensity, song_id, tag_id) WHERE intensity IS NOT NULL

CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    label TEXT NOT NULL,
    edit TEXT NOT NULL,
    rows TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX journal_group ON journal(group_id)

CREATE INDEX journal_undone ON journal(group_id) WHERE state = 'undone'

CREATE INDEX journal_done ON journal(group_id) WHERE state = 'done'

CREATE TABLE saved_searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    query TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT

CREATE TABLE disputes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    model_id INTEGER REFERENCES models(id),
    score REAL,
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'unclear')),
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT

CREATE INDEX disputes_song ON disputes(song_id)

CREATE INDEX disputes_tag ON disputes(tag_id)
"""
