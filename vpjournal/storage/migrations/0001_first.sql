-- The first schema. Row numbers are random, days are the finest time there is, codes are stable identifiers.
-- Long texts stand in tables of their own, so that lists never read them, and carry a SHA-256 digest, because a
-- damaged last overflow page comes back as NUL characters without any error.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded_name TEXT NOT NULL,
  headcount INTEGER CHECK (headcount BETWEEN 0 AND 100000000),
  sector TEXT NOT NULL CHECK (sector IN (
    'unknown', 'care', 'education', 'government', 'business', 'industry', 'culture', 'sport', 'other')),
  year_starts INTEGER NOT NULL CHECK (year_starts BETWEEN 1 AND 12),
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??')
) STRICT;

CREATE UNIQUE INDEX organisation_name ON organisation (folded_name) WHERE deleted_on IS NULL;

CREATE TABLE organisation_text (
  organisation_id INTEGER PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  recipients TEXT NOT NULL,
  substitute TEXT NOT NULL,
  remarks TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE organisation_route (
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  route TEXT NOT NULL CHECK (route IN (
    'manager', 'higher_manager', 'hr', 'complaints_procedure', 'reporting_procedure', 'works_council',
    'supervisory_board', 'compliance_officer', 'confidential_channel', 'anonymous_channel', 'other_advisers')),
  presence TEXT NOT NULL CHECK (presence IN ('unknown', 'exists', 'absent')),
  remark TEXT NOT NULL,
  PRIMARY KEY (organisation_id, rank),
  UNIQUE (organisation_id, route)
) STRICT, WITHOUT ROWID;

CREATE TABLE guided_case (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  folded_code TEXT NOT NULL UNIQUE,
  word TEXT NOT NULL,
  folded_word TEXT NOT NULL,
  organisation_id INTEGER REFERENCES organisation ON DELETE SET NULL,
  track TEXT NOT NULL CHECK (track IN ('behaviour', 'integrity')),
  position TEXT NOT NULL CHECK (position IN ('unknown', 'experienced', 'witness', 'manager', 'accused')),
  danger TEXT NOT NULL CHECK (danger IN ('not_asked', 'no', 'yes')),
  hurry TEXT NOT NULL CHECK (hurry IN ('not_asked', 'no', 'yes')),
  closed_on TEXT CHECK (closed_on GLOB '????-??-??'),
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??')
) STRICT;

CREATE INDEX guided_case_word ON guided_case (folded_word) WHERE folded_word <> '';
CREATE INDEX guided_case_organisation ON guided_case (organisation_id, closed_on, deleted_on);
CREATE INDEX guided_case_deleted ON guided_case (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE case_text (
  case_id INTEGER PRIMARY KEY REFERENCES guided_case ON DELETE CASCADE,
  about TEXT NOT NULL,
  hurry_words TEXT NOT NULL,
  hopes TEXT NOT NULL,
  reach TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- What a list of cases shows beside the case itself, worked out again in every transaction that touches it.
CREATE TABLE case_row (
  case_id INTEGER PRIMARY KEY REFERENCES guided_case ON DELETE CASCADE,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  last_precision TEXT CHECK (last_precision IN ('day', 'month', 'unknown')),
  last_contact TEXT CHECK (last_contact GLOB '????-??-??'),
  next_step TEXT NOT NULL,
  next_day TEXT CHECK (next_day GLOB '????-??-??')
) STRICT;

CREATE INDEX case_row_last ON case_row (last_contact);

CREATE TABLE phase_mark (
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  state TEXT NOT NULL CHECK (state IN ('enough', 'not_needed')),
  PRIMARY KEY (case_id, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE told_point (
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  point TEXT NOT NULL CHECK (point <> ''),
  PRIMARY KEY (case_id, point)
) STRICT, WITHOUT ROWID;

-- What happened and stands nowhere else; the rest of the timeline follows from the records.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'closed', 'reopened')),
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  rank INTEGER NOT NULL,
  UNIQUE (case_id, rank)
) STRICT;

-- rank is the order of recording within one case: numbers are random, and days are coarse.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  precision TEXT NOT NULL CHECK (precision IN ('day', 'month', 'unknown')),
  day TEXT CHECK (day GLOB '????-??-??'),
  channel TEXT NOT NULL CHECK (channel IN (
    'phone', 'in_person', 'video', 'email', 'message', 'letter', 'unknown')),
  note_state TEXT NOT NULL CHECK (note_state IN ('unwritten', 'written', 'finished', 'left_out')),
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??'),
  CHECK ((day IS NULL) = (precision = 'unknown'))
) STRICT;

CREATE INDEX contact_case ON contact (case_id, deleted_on);
CREATE INDEX contact_unwritten ON contact (note_state) WHERE note_state = 'unwritten' AND deleted_on IS NULL;
CREATE INDEX contact_deleted ON contact (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE note (
  contact_id INTEGER PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
  text TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  edited_on TEXT NOT NULL CHECK (edited_on GLOB '????-??-??'),
  has_history INTEGER NOT NULL DEFAULT 0 CHECK (has_history IN (0, 1))
) STRICT;

CREATE INDEX note_history ON note (edited_on) WHERE has_history = 1;

CREATE TABLE note_version (
  contact_id INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
  number INTEGER NOT NULL,
  saved_on TEXT NOT NULL CHECK (saved_on GLOB '????-??-??'),
  text TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (contact_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_check (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  position TEXT NOT NULL CHECK (position IN ('unknown', 'experienced', 'witness', 'manager', 'accused')),
  decision TEXT CHECK (decision IN (
    'my_role', 'ask_consent', 'refer', 'other_adviser', 'decline', 'think')),
  UNIQUE (case_id, rank)
) STRICT;

CREATE TABLE role_check_text (
  role_check_id INTEGER PRIMARY KEY REFERENCES role_check ON DELETE CASCADE,
  words TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE role_answer (
  role_check_id INTEGER NOT NULL REFERENCES role_check ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('not_asked', 'no', 'yes')),
  PRIMARY KEY (role_check_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE goals (
  case_id INTEGER PRIMARY KEY REFERENCES guided_case ON DELETE CASCADE,
  needs TEXT NOT NULL,
  good_enough TEXT NOT NULL,
  never TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE board_option (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  library TEXT NOT NULL,
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??'),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX board_option_case ON board_option (case_id, deleted_on, rank);
CREATE INDEX board_option_deleted ON board_option (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE board_text (
  option_id INTEGER NOT NULL REFERENCES board_option ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN (
    'title', 'who_knows', 'who_decides', 'reversible', 'says', 'pro', 'con', 'consequence')),
  text TEXT NOT NULL,
  library TEXT NOT NULL,
  PRIMARY KEY (option_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE choice (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('undecided', 'step', 'nothing', 'heard', 'other')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??')
) STRICT;

CREATE INDEX choice_case ON choice (case_id, deleted_on);
CREATE INDEX choice_deleted ON choice (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE choice_text (
  choice_id INTEGER PRIMARY KEY REFERENCES choice ON DELETE CASCADE,
  words TEXT NOT NULL,
  reason TEXT NOT NULL,
  may_know TEXT NOT NULL,
  may_not_know TEXT NOT NULL,
  good_sign TEXT NOT NULL,
  stop_sign TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES guided_case ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('appointment', 'action')),
  doer TEXT NOT NULL CHECK (doer IN ('reporter', 'adviser', 'together', 'other')),
  due TEXT CHECK (due GLOB '????-??-??'),
  phase TEXT NOT NULL CHECK (phase IN (
    'first_contact', 'first_conversation', 'second_conversation', 'choice', 'follow_up', 'closure')),
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  deleted_on TEXT CHECK (deleted_on GLOB '????-??-??')
) STRICT;

CREATE INDEX agreement_case ON agreement (case_id, deleted_on);
CREATE INDEX agreement_due ON agreement (due) WHERE due IS NOT NULL AND done_on IS NULL AND deleted_on IS NULL;
CREATE INDEX agreement_deleted ON agreement (deleted_on) WHERE deleted_on IS NOT NULL;

CREATE TABLE agreement_text (
  agreement_id INTEGER PRIMARY KEY REFERENCES agreement ON DELETE CASCADE,
  what TEXT NOT NULL,
  may_know TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE follow_up (
  case_id INTEGER PRIMARY KEY REFERENCES guided_case ON DELETE CASCADE,
  after_care TEXT NOT NULL CHECK (after_care IN ('not_discussed', 'wanted', 'not_wanted')),
  how TEXT NOT NULL,
  until_day TEXT CHECK (until_day GLOB '????-??-??'),
  disadvantage TEXT NOT NULL CHECK (disadvantage IN ('not_asked', 'no', 'yes')),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE follow_up_referral (
  case_id INTEGER NOT NULL REFERENCES follow_up ON DELETE CASCADE,
  rank INTEGER NOT NULL,
  referral TEXT NOT NULL CHECK (referral IN (
    'general_practitioner', 'company_doctor', 'social_work', 'psychologist', 'lawyer', 'union', 'mediator',
    'complaints_committee', 'other_adviser', 'accused_support', 'whistleblowers_authority', 'anti_discrimination',
    'labour_inspectorate', 'sexual_assault_centre', 'victim_support', 'police', 'other')),
  PRIMARY KEY (case_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
  case_id INTEGER PRIMARY KEY REFERENCES guided_case ON DELETE CASCADE,
  leaving TEXT CHECK (leaving IN ('can_go_on', 'partly', 'not', 'stopped', 'not_heard')),
  words TEXT NOT NULL,
  left_undone TEXT NOT NULL,
  expects_procedure TEXT NOT NULL CHECK (expects_procedure IN ('not_asked', 'no', 'yes')),
  card_destroyed TEXT NOT NULL CHECK (card_destroyed IN ('not_asked', 'no', 'yes')),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- The number of an entry begins with its day, so that the newest comes first without sorting. No cascade from the
-- case: whoever deletes one has to take its words out of the index first, and this makes forgetting it an error.
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN (
    'case', 'organisation', 'note', 'board', 'choice', 'agreement', 'goals', 'follow_up', 'role_check', 'closure')),
  record INTEGER NOT NULL,
  case_id INTEGER REFERENCES guided_case,
  UNIQUE (kind, record)
) STRICT;

CREATE INDEX search_entry_case ON search_entry (case_id);

-- Both hold folded words with one space between them and at both ends. Parts of words are found by three characters
-- at a time, a space among them, so that short beginnings are found too; whole words by themselves.
CREATE VIRTUAL TABLE search_part USING fts5 (
  words, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE search_word USING fts5 (
  words, content='', contentless_delete=1, tokenize='ascii', detail='none'
);
