"""What a library file keeps up by itself, with triggers: counts of decisions, an index of words.

Parts of migrations, so never changed once released.
"""

# Kept by triggers, so that no key press ever counts a million rows. Whole-song decisions only.
COUNT_TABLES = """
CREATE TABLE tag_counts (
    tag_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (tag_id, annotator_id, state)
) STRICT, WITHOUT ROWID

CREATE TABLE song_counts (
    song_id INTEGER NOT NULL,
    annotator_id INTEGER NOT NULL,
    n_judged INTEGER NOT NULL,
    n_yes INTEGER NOT NULL,
    judged_at TEXT NOT NULL,
    PRIMARY KEY (song_id, annotator_id)
) STRICT, WITHOUT ROWID
"""

ANNOTATION_TRIGGERS = """
CREATE TRIGGER annotations_counted AFTER INSERT ON annotations WHEN new.start_s IS NULL
BEGIN
    INSERT INTO tag_counts VALUES (new.tag_id, new.annotator_id, new.state, 1)
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO song_counts
        VALUES (new.song_id, new.annotator_id, 1, new.state = 'yes', new.updated_at)
        ON CONFLICT DO UPDATE SET n_judged = n_judged + 1, n_yes = n_yes + excluded.n_yes,
            judged_at = max(judged_at, excluded.judged_at);
END

CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations WHEN old.start_s IS NULL
BEGIN
    UPDATE tag_counts SET n = n - 1
        WHERE tag_id = old.tag_id AND annotator_id = old.annotator_id AND state = old.state;
    UPDATE song_counts SET n_judged = n_judged - 1, n_yes = n_yes - (old.state = 'yes')
        WHERE song_id = old.song_id AND annotator_id = old.annotator_id;
    DELETE FROM song_counts
        WHERE song_id = old.song_id AND annotator_id = old.annotator_id AND n_judged = 0;
END

CREATE TRIGGER annotations_recounted
    AFTER UPDATE OF song_id, tag_id, annotator_id, state, start_s, updated_at ON annotations
BEGIN
    UPDATE tag_counts SET n = n - 1 WHERE old.start_s IS NULL
        AND tag_id = old.tag_id AND annotator_id = old.annotator_id AND state = old.state;
    UPDATE song_counts SET n_judged = n_judged - 1, n_yes = n_yes - (old.state = 'yes')
        WHERE old.start_s IS NULL
        AND song_id = old.song_id AND annotator_id = old.annotator_id;
    INSERT INTO tag_counts SELECT new.tag_id, new.annotator_id, new.state, 1
        WHERE new.start_s IS NULL
        ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO song_counts
        SELECT new.song_id, new.annotator_id, 1, new.state = 'yes', new.updated_at
        WHERE new.start_s IS NULL
        ON CONFLICT DO UPDATE SET n_judged = n_judged + 1, n_yes = n_yes + excluded.n_yes,
            judged_at = max(judged_at, excluded.judged_at);
    DELETE FROM song_counts
        WHERE song_id = old.song_id AND annotator_id = old.annotator_id AND n_judged = 0;
END
"""

SONG_TRIGGERS = """
CREATE TRIGGER songs_gone AFTER DELETE ON songs
BEGIN
    DELETE FROM predictions
        WHERE song_id = old.id AND model_id IN (SELECT id FROM models);
END
"""

# An external-content index: the words stand once, in songs. Diacritics do not matter in a search.
WORDS = """
CREATE VIRTUAL TABLE songs_words USING fts5(
    title, artist, album, path, note,
    content='songs', content_rowid='id', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 2"
)

CREATE TRIGGER songs_words_in AFTER INSERT ON songs
BEGIN
    INSERT INTO songs_words(rowid, title, artist, album, path, note)
        VALUES (new.id, new.title, new.artist, new.album, new.path, new.note);
END

CREATE TRIGGER songs_words_out AFTER DELETE ON songs
BEGIN
    INSERT INTO songs_words(songs_words, rowid, title, artist, album, path, note)
        VALUES ('delete', old.id, old.title, old.artist, old.album, old.path, old.note);
END

CREATE TRIGGER songs_words_changed AFTER UPDATE OF title, artist, album, path, note ON songs
BEGIN
    INSERT INTO songs_words(songs_words, rowid, title, artist, album, path, note)
        VALUES ('delete', old.id, old.title, old.artist, old.album, old.path, old.note);
    INSERT INTO songs_words(rowid, title, artist, album, path, note)
        VALUES (new.id, new.title, new.artist, new.album, new.path, new.note);
END
"""

# The words and the sort keys stand in a table of their own, because Python makes them: see
# song_texts.py, which fills it. It names no song, so that rows of either can be missing.
_SONG_WORDS = """
CREATE TABLE {schema}song_texts (
    song_id INTEGER PRIMARY KEY,
    rules INTEGER NOT NULL,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    album TEXT NOT NULL,
    path TEXT NOT NULL,
    note TEXT NOT NULL,
    title_key TEXT NOT NULL,
    artist_key TEXT NOT NULL,
    album_key TEXT NOT NULL
) STRICT

CREATE INDEX {schema}song_texts_title ON song_texts(title_key)

CREATE INDEX {schema}song_texts_artist ON song_texts(artist_key, album_key)

CREATE INDEX {schema}song_texts_album ON song_texts(album_key)

CREATE VIRTUAL TABLE {schema}song_words USING fts5(
    title, artist, album, path, note,
    content='song_texts', content_rowid='song_id', prefix='1 2 3', tokenize='ascii'
)

CREATE TRIGGER {schema}song_words_in AFTER INSERT ON song_texts
BEGIN
    INSERT INTO song_words(rowid, title, artist, album, path, note)
        VALUES (new.song_id, new.title, new.artist, new.album, new.path, new.note);
END

CREATE TRIGGER {schema}song_words_out AFTER DELETE ON song_texts
BEGIN
    INSERT INTO song_words(song_words, rowid, title, artist, album, path, note)
        VALUES ('delete', old.song_id, old.title, old.artist, old.album, old.path, old.note);
END
"""

# What it takes the place of.
NO_OLD_WORDS = """
DROP TRIGGER songs_words_in

DROP TRIGGER songs_words_out

DROP TRIGGER songs_words_changed

DROP TABLE songs_words

DROP INDEX songs_title

DROP INDEX songs_artist

DROP INDEX songs_album
"""


def song_words_statements(schema: str = "") -> list[str]:
    """Return the statements that make the texts and their index. schema: "" or "temp."."""
    return _SONG_WORDS.format(schema=schema).strip().split("\n\n")
