-- What version 2 had more than version 1.
ALTER TABLE articles ADD COLUMN modified TEXT;
ALTER TABLE articles ADD COLUMN image_url TEXT;
ALTER TABLE articles ADD COLUMN hints TEXT NOT NULL DEFAULT '[]';
ALTER TABLE articles ADD COLUMN evidence TEXT;
ALTER TABLE articles ADD COLUMN origin_hash TEXT;
ALTER TABLE articles ADD COLUMN extractor TEXT;
CREATE TABLE import_checkpoints (
  file TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, options TEXT NOT NULL,
  records INTEGER NOT NULL, rejected INTEGER NOT NULL, finished INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE site_memory (source TEXT PRIMARY KEY, content BLOB NOT NULL);
UPDATE dateline_meta SET value = '2' WHERE key = 'schema_version';
PRAGMA user_version = 2;
