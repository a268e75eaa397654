"""What tables were given after the first ones: SQL that the migrations run, never changed."""

from __future__ import annotations

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

# Songs that sound alike and are different recordings, as the user has decided; by their sound, so
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

# A label stays English; of what it was made (the id of its message and the parameters, JSON)
# stands beside it, so that the window can translate it after a restart.
LABEL_MESSAGES = """
ALTER TABLE journal ADD COLUMN label_message TEXT
"""

# SQLite cannot change a CHECK, so the table is made anew; the new source is "rest". No other table
# names this one. Its sequence goes on: ids of deleted rows stand in the journal, for redo.
REST_IS_NO = """
CREATE TABLE annotations_with_rest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    song_id INTEGER NOT NULL REFERENCES songs(id),
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    annotator_id INTEGER NOT NULL REFERENCES annotators(id),
    state TEXT NOT NULL CHECK (state IN ('yes', 'no', 'unsure')),
    intensity REAL CHECK (intensity BETWEEN 0 AND 1),
    start_s REAL,
    end_s REAL,
    source TEXT NOT NULL
        CHECK (source IN ('ear', 'accepted', 'rejected', 'import', 'rest')),
    guess_visible INTEGER NOT NULL CHECK (guess_visible IN (0, 1)),
    model_id INTEGER REFERENCES models(id),
    codebook_version INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((start_s IS NULL AND end_s IS NULL) OR (start_s >= 0 AND end_s > start_s))
) STRICT

INSERT INTO annotations_with_rest (
    id, song_id, tag_id, annotator_id, state, intensity, start_s, end_s, source, guess_visible,
    model_id, codebook_version, note, created_at, updated_at
) SELECT
    id, song_id, tag_id, annotator_id, state, intensity, start_s, end_s, source, guess_visible,
    model_id, codebook_version, note, created_at, updated_at
FROM annotations ORDER BY id

DELETE FROM sqlite_sequence WHERE name = 'annotations_with_rest'

INSERT INTO sqlite_sequence (name, seq)
    SELECT 'annotations_with_rest', seq FROM sqlite_sequence WHERE name = 'annotations'

DROP TABLE annotations

ALTER TABLE annotations_with_rest RENAME TO annotations

CREATE UNIQUE INDEX annotations_place
    ON annotations(song_id, tag_id, annotator_id, ifnull(start_s, -1), ifnull(end_s, -1))

CREATE INDEX annotations_tag ON annotations(tag_id, annotator_id, state, song_id, start_s)

CREATE INDEX annotations_intensity
    ON annotations(annotator_id, intensity, song_id, tag_id) WHERE intensity IS NOT NULL

CREATE INDEX annotations_region
    ON annotations(tag_id, annotator_id, state, song_id) WHERE start_s IS NOT NULL
"""

# The same again; the new source is "rule".
_WITH_RULE = REST_IS_NO.replace("annotations_with_rest", "annotations_with_rule")
RULE_DECISIONS = _WITH_RULE.replace("'import', 'rest')", "'import', 'rest', 'rule')")

# exhaustive: leaving a song on which the category was judged means no for the rest of it. weak_no:
# songs not judged on this tag count a little as no when it is learned.
ONLY_YES = """
ALTER TABLE categories
    ADD COLUMN exhaustive INTEGER NOT NULL DEFAULT 0 CHECK (exhaustive IN (0, 1))

ALTER TABLE tags ADD COLUMN weak_no INTEGER NOT NULL DEFAULT 0 CHECK (weak_no IN (0, 1))
"""

# title, artist, album and year are what is shown and searched: the user's own word where there
# is one (own_words, JSON by column), else the file's (file_words). Triggers keep it so, whoever
# writes. artist names all artists of a song, joined by "; " (core/audio/artists.py).
SONG_WORDS = """
ALTER TABLE songs ADD COLUMN album_artist TEXT NOT NULL DEFAULT ''

ALTER TABLE songs ADD COLUMN track INTEGER

ALTER TABLE songs ADD COLUMN file_words TEXT NOT NULL DEFAULT '{}'

ALTER TABLE songs ADD COLUMN own_words TEXT NOT NULL DEFAULT '{}'

UPDATE songs SET
    file_words = json_object('title', title, 'artist', artist, 'album', album, 'year', year)

CREATE TRIGGER songs_first_worded AFTER INSERT ON songs WHEN new.file_words = '{}'
BEGIN
    UPDATE songs SET file_words = json_object(
        'title', new.title, 'artist', new.artist, 'album', new.album, 'year', new.year
    ) WHERE id = new.id;
END

CREATE TRIGGER songs_worded AFTER UPDATE OF file_words, own_words ON songs
    WHEN old.file_words <> '{}' OR new.own_words <> '{}'
BEGIN
    UPDATE songs SET
        title = coalesce(json_extract(new.own_words, '$.title'),
            json_extract(new.file_words, '$.title'), title),
        artist = coalesce(json_extract(new.own_words, '$.artist'),
            json_extract(new.file_words, '$.artist'), artist),
        album = coalesce(json_extract(new.own_words, '$.album'),
            json_extract(new.file_words, '$.album'), album),
        year = CASE
            WHEN json_type(new.own_words, '$.year') IS NOT NULL
                THEN json_extract(new.own_words, '$.year')
            WHEN json_type(new.file_words, '$.year') IS NOT NULL
                THEN json_extract(new.file_words, '$.year')
            ELSE year
        END
    WHERE id = new.id;
END
"""

# Thresholds name no other table's rows: a tag that was merged may come back by undo.
EVALUATION = """
CREATE TABLE split_sides (
    id INTEGER PRIMARY KEY,
    group_key TEXT NOT NULL UNIQUE,
    side TEXT NOT NULL CHECK (side IN ('learn', 'kept')),
    seed INTEGER NOT NULL
) STRICT

CREATE TABLE test_looks (
    id INTEGER PRIMARY KEY,
    model_id INTEGER REFERENCES models(id),
    digest TEXT NOT NULL,
    what TEXT NOT NULL,
    n_songs INTEGER NOT NULL,
    looked_at TEXT NOT NULL
) STRICT

CREATE INDEX test_looks_digest ON test_looks(digest)

CREATE TABLE thresholds (
    model_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    score REAL NOT NULL,
    set_at TEXT NOT NULL,
    PRIMARY KEY (model_id, tag_id)
) STRICT
"""

# What tells whether a file is still the one that was read, where size and mtime are the same; ""
# and NULL where it was read before this was kept.
FILES = """
ALTER TABLE songs ADD COLUMN ctime_s REAL

ALTER TABLE songs ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''

ALTER TABLE joined_files ADD COLUMN ctime_s REAL

ALTER TABLE joined_files ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''
"""

# What only the rows themselves could say is kept beside them: how many there are in every block of
# ids, and what they add up to (row_digests.py); how often was committed (commit_mark.py).
COUNTED = """
CREATE TABLE row_digests (
    table_name TEXT NOT NULL,
    block INTEGER NOT NULL,
    n INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    PRIMARY KEY (table_name, block)
) STRICT, WITHOUT ROWID

CREATE TABLE commits (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    library_id TEXT NOT NULL,
    n INTEGER NOT NULL
) STRICT

CREATE TABLE losses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    found_at TEXT NOT NULL,
    loss TEXT NOT NULL
) STRICT
"""

REMARKS_OUTLIVE_SONGS = """
ALTER TABLE song_remarks RENAME TO former_remarks

CREATE TABLE song_remarks (song_id INTEGER PRIMARY KEY, remarks TEXT NOT NULL) STRICT

INSERT INTO song_remarks (song_id, remarks) SELECT song_id, remarks FROM former_remarks

DROP TABLE former_remarks
"""

# A row's own number is given once only, and stays what it is: the journal names rows by it.
NUMBERED_THRESHOLDS = """
ALTER TABLE thresholds RENAME TO former_thresholds

CREATE TABLE thresholds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    model_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    score REAL NOT NULL,
    set_at TEXT NOT NULL,
    UNIQUE (model_id, tag_id)
) STRICT

INSERT INTO thresholds (id, model_id, tag_id, score, set_at)
SELECT rowid, model_id, tag_id, score, set_at FROM former_thresholds

DROP TABLE former_thresholds
"""

# The sides of published splits, by sound, so that a song that is removed and added again has its.
NAMED_SPLITS = """
CREATE TABLE named_splits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    audio_hash TEXT NOT NULL,
    side TEXT NOT NULL,
    UNIQUE (name, audio_hash)
) STRICT
"""

# What was written into a file's own tags: the fields before and after (JSON), and how the file
# looks after it. The row is there before the file is replaced: whether it was, the file says.
FILE_FRAMES = """
CREATE TABLE file_frames (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    audio_hash TEXT NOT NULL,
    path TEXT NOT NULL,
    written_at TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_s REAL NOT NULL,
    fingerprint TEXT NOT NULL,
    reverted_at TEXT
) STRICT

CREATE INDEX file_frames_sound ON file_frames(audio_hash)
"""

# Songs that the user took out, and how their files looked: a watched folder does not bring them
# back by itself.
REMOVED_FILES = """
CREATE TABLE removed_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    audio_hash TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_s REAL NOT NULL,
    ctime_s REAL,
    fingerprint TEXT NOT NULL DEFAULT '',
    removed_at TEXT NOT NULL
) STRICT
"""
