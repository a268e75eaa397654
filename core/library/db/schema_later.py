"""What later migrations of schema.py add: tables and indexes, statement by statement.

Once released, nothing here is changed.
"""

# The same recording in another file (another format or rip), once the user has joined the two.
JOINED = """
CREATE TABLE joined_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    audio_hash TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_s REAL NOT NULL
) STRICT

CREATE INDEX joined_files_song ON joined_files(song_id)
"""

# Songs that sound alike and are different recordings, as the user has said; by their sound, so
# that it stays true whatever becomes of the songs. one_hash sorts before other_hash.
APART = """
CREATE TABLE told_apart (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    one_hash TEXT NOT NULL,
    other_hash TEXT NOT NULL,
    UNIQUE (one_hash, other_hash)
) STRICT
"""

# Parts of songs are few beside whole songs; with this a search need not look at all decisions.
REGIONS = """
CREATE INDEX annotations_region
    ON annotations(tag_id, annotator_id, state, song_id) WHERE start_s IS NOT NULL
"""

# A word may mean no tag at all (NULL): the user's own tag of that name is another thing.
MEANINGS = """
CREATE TABLE word_meanings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT NOT NULL,
    word_key TEXT NOT NULL UNIQUE,
    tag_id INTEGER REFERENCES tags(id)
) STRICT

INSERT INTO word_meanings SELECT id, word, word_key, tag_id FROM word_mappings

DROP TABLE word_mappings

ALTER TABLE word_meanings RENAME TO word_mappings

CREATE INDEX word_mappings_tag ON word_mappings(tag_id)

UPDATE models SET tag_ids = '[]' WHERE parent_id IS NULL
"""

SEARCH_ORDER = """
ALTER TABLE saved_searches ADD COLUMN position INTEGER NOT NULL DEFAULT 0

UPDATE saved_searches SET position = id
"""
