-- What the assistant against recognising people knows of this journal alone.

-- The adviser's own list for an organisation: who sits on the board, which departments and sites there are.
CREATE TABLE own_word (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  word TEXT NOT NULL CHECK (word <> ''),
  folded TEXT NOT NULL CHECK (folded <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'department', 'place', 'jobtitle')),
  UNIQUE (organisation_id, folded)
) STRICT;

-- Words of which the adviser said that they identify nobody. One that was said in a case is destroyed with it.
CREATE TABLE not_name (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES guided_case ON DELETE CASCADE,
  word TEXT NOT NULL CHECK (word <> ''),
  folded TEXT NOT NULL CHECK (folded <> ''),
  UNIQUE (folded, case_id)
) STRICT;

CREATE INDEX not_name_case ON not_name (case_id);

-- What the adviser leaves in a note although it may point to someone. The words are not kept here: 'mark' is a keyed
-- digest of them.
CREATE TABLE left_alone (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (contact_id, mark)
) STRICT, WITHOUT ROWID;

-- What was knowingly left in something that leaves, and why. The words are not kept here: 'mark' is a keyed digest of
-- them, by which the same words are known again in the same record and for the same reader.
CREATE TABLE accepted (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  subject TEXT NOT NULL CHECK (subject IN ('options', 'summary', 'hand_over', 'report')),
  record INTEGER NOT NULL,
  phase TEXT NOT NULL,
  kind TEXT NOT NULL,
  mark BLOB NOT NULL CHECK (length(mark) = 32),
  reason TEXT NOT NULL CHECK (reason IN ('reporter_wants', 'recipient_knows', 'points_to_nobody', 'needed', 'other')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  UNIQUE (case_id, subject, record, mark)
) STRICT;

CREATE TABLE accepted_text (
  accepted_id INTEGER PRIMARY KEY REFERENCES accepted ON DELETE CASCADE,
  words TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TRIGGER summary_destroyed AFTER DELETE ON summary BEGIN
  DELETE FROM accepted WHERE subject = 'summary' AND record = old.id;
END;

-- A tick from before there was a gate says nothing of what the gate asks.
UPDATE summary SET checked = '' WHERE checked <> '';
