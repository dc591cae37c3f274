-- A file of schema 1 with one article, as that version wrote it.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, published TEXT,
  source TEXT, section TEXT, language TEXT, author TEXT, url TEXT,
  entities TEXT NOT NULL DEFAULT '[]', origin_file TEXT, origin_record INTEGER,
  origin_offset INTEGER, extra TEXT, standfirst TEXT, entity_terms TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL
);
CREATE INDEX articles_published ON articles(published);
CREATE INDEX articles_source ON articles(source, published);
CREATE TABLE entities (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL
);
CREATE TABLE mentions (
  entity_id INTEGER NOT NULL REFERENCES entities(id),
  article_id INTEGER NOT NULL REFERENCES articles(id),
  count INTEGER NOT NULL, title_weight INTEGER NOT NULL, lead_weight INTEGER NOT NULL,
  body_weight INTEGER NOT NULL, PRIMARY KEY (entity_id, article_id)
) WITHOUT ROWID;
CREATE TABLE superseded (
  key TEXT NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (key, digest)
) WITHOUT ROWID;
CREATE TABLE dateline_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE "articles_fts" USING fts5(body, title, entity_terms, content="articles", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2");
INSERT INTO articles_fts(articles_fts, rank) VALUES ('rank', 'bm25(1.0, 5.0, 2.0)');
CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, body, title, entity_terms)
  VALUES ('delete', old.id, old.body, old.title, old.entity_terms);
END;
CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts(rowid, body, title, entity_terms)
  VALUES (new.id, new.body, new.title, new.entity_terms);
END;
CREATE TRIGGER articles_au AFTER UPDATE OF id, body, title, entity_terms ON articles BEGIN
  INSERT INTO articles_fts(articles_fts, rowid, body, title, entity_terms)
  VALUES ('delete', old.id, old.body, old.title, old.entity_terms);
  INSERT INTO articles_fts(rowid, body, title, entity_terms)
  VALUES (new.id, new.body, new.title, new.entity_terms);
END;
INSERT INTO dateline_meta VALUES ('schema_version', '1');
INSERT INTO dateline_meta VALUES ('analyzer', 'porter unicode61 remove_diacritics 2');
PRAGMA user_version = 1;
INSERT INTO articles (key, title, published, author, origin_file, origin_record, body)
VALUES ('old', 'Old title', '2016-05-04', 'Ada Marsh', 'dump.jsonl', 7, 'Harbour news.');
