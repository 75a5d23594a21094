-- Parts of words are looked up among the words themselves, and the index of words says where those stand. The index of
-- every three letters is gone: it was larger than all texts together, and most of what a save had to write.

DROP TABLE search_part;

-- Every word of the index, once. Numbers are never given out twice, so that a reader knows which words are new.
CREATE TABLE search_vocabulary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  word TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search_term USING fts5vocab (search_word, row);

INSERT INTO search_vocabulary (word) SELECT term FROM search_term;

-- A piece of the index fits in a page of the database, without one more page for its last few bytes.
INSERT INTO search_word (search_word, rank) VALUES ('pgsz', 3900);

-- Notes whose words in the index are older than their text: they are done before the next search.
CREATE TABLE search_pending (
  contact_id INTEGER PRIMARY KEY REFERENCES contact ON DELETE CASCADE
) STRICT;
