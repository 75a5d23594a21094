-- Summaries, what the reporter approved of them, and the register of all that left.
-- An approval keeps its own copy of the words; whether a summary is approved now is worked out, never stored.

CREATE TABLE summary (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  recipient TEXT NOT NULL CHECK (recipient IN (
    'reporter', 'manager', 'higher_manager', 'hr', 'complaints_committee', 'reporting_point', 'company_doctor',
    'other_adviser', 'outside_body', 'other')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  checked TEXT NOT NULL,
  read_together TEXT NOT NULL,
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??')
) STRICT;

CREATE INDEX summary_case ON summary (case_id, deleted_on);
CREATE INDEX summary_deleted ON summary (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE summary_text (
  summary_id INTEGER PRIMARY KEY REFERENCES summary ON DELETE CASCADE,
  text TEXT NOT NULL,
  recipient_words TEXT NOT NULL,
  purpose TEXT NOT NULL,
  why_not_self TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- The trace: codes, a day or a month, and a fingerprint. It outlives the summary; its words do not.
CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES guided_case ON DELETE SET NULL,
  summary_id INTEGER REFERENCES summary ON DELETE SET NULL,
  rank INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  recipient TEXT NOT NULL CHECK (recipient IN (
    'reporter', 'manager', 'higher_manager', 'hr', 'complaints_committee', 'reporting_point', 'company_doctor',
    'other_adviser', 'outside_body', 'other')),
  language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
  precision TEXT NOT NULL CHECK (precision IN ('day', 'month')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  given TEXT NOT NULL CHECK (given IN ('in_conversation', 'by_phone', 'in_writing')),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 8),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '????-??-??')
) STRICT;

CREATE INDEX approval_case ON approval (case_id);
CREATE INDEX approval_summary ON approval (summary_id);
CREATE INDEX approval_fingerprint ON approval (fingerprint);

CREATE TABLE approval_text (
  approval_id INTEGER PRIMARY KEY REFERENCES approval ON DELETE CASCADE,
  text TEXT NOT NULL,
  recipient_words TEXT NOT NULL,
  purpose TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE handed_out (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES guided_case ON DELETE SET NULL,
  approval_id INTEGER REFERENCES approval ON DELETE SET NULL,
  rank INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  kind TEXT NOT NULL CHECK (kind IN (
    'options_overview', 'option_cards', 'summary', 'key_card', 'pocket_card', 'reporter_log', 'talk_preparation',
    'what_i_write')),
  recipient TEXT NOT NULL CHECK (recipient IN (
    'reporter', 'manager', 'higher_manager', 'hr', 'complaints_committee', 'reporting_point', 'company_doctor',
    'other_adviser', 'outside_body', 'other', 'adviser')),
  fingerprint TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('printed', 'file', 'unknown')),
  outcome TEXT NOT NULL CHECK (outcome IN ('unsure', 'done', 'partly')),
  protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  afterwards TEXT NOT NULL CHECK (afterwards IN ('not_asked', 'no', 'yes')),
  content BLOB NOT NULL,
  words BLOB NOT NULL
) STRICT;

CREATE INDEX handed_out_case ON handed_out (case_id);
CREATE INDEX handed_out_approval ON handed_out (approval_id);
CREATE INDEX handed_out_day ON handed_out (day);

CREATE TABLE handed_out_text (
  handed_out_id INTEGER PRIMARY KEY REFERENCES handed_out ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  place TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- Papers that were recorded before there was a register: of a case, on a day, and no more is known. The text beside
-- them is empty; its digest is that of two empty texts.
INSERT INTO handed_out (
  id, case_id, approval_id, rank, phase, kind, recipient, fingerprint, way, outcome, protected, day, afterwards,
  content, words)
SELECT id, case_id, NULL, rank, phase, 'options_overview', 'reporter', '', 'unknown', 'done', 0, day, 'not_asked', x'', x''
FROM event WHERE kind = 'paper';
INSERT INTO handed_out_text (handed_out_id, purpose, place, digest)
SELECT id, '', '', x'374708fff7719dd5979ec875d56cd2286f6d3cf7ec317a3b25632aab28ec37bb' FROM handed_out;
DELETE FROM event WHERE kind = 'paper';

-- The index gets one more kind of record.
CREATE TABLE new_search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN (
    'case', 'organisation', 'note', 'board', 'choice', 'agreement', 'goals', 'follow_up', 'role_check', 'closure',
    'summary')),
  record INTEGER NOT NULL,
  case_id INTEGER REFERENCES guided_case,
  UNIQUE (kind, record)
) STRICT;
INSERT INTO new_search_entry (id, kind, record, case_id) SELECT id, kind, record, case_id FROM search_entry;
DROP TABLE search_entry;
ALTER TABLE new_search_entry RENAME TO search_entry;
CREATE INDEX search_entry_case ON search_entry (case_id);

-- Under it the fingerprints are made, so that nobody without this journal can guess at a text, or make one up.
INSERT INTO meta (name, value) VALUES ('fingerprint_key', lower(hex(randomblob(32))));
