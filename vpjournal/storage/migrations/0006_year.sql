-- What the year needs, a section for each subject.

-- 1. Counting data: codes of a case that outlive its words. A month is a number, year * 12 + month - 1; once a report of
-- its period is fixed, only the period and its half are left of it.

-- Minutes of a contact in quarters of an hour: a finer number beside a bill would tell which call it was.
ALTER TABLE contact ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440 AND minutes % 15 = 0);

-- Periods of which a report was fixed. They never overlap; the next one follows from the last.
CREATE TABLE fixed_period (
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  start INTEGER NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 12),
  PRIMARY KEY (organisation_id, start)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER fixed_period_apart BEFORE INSERT ON fixed_period
WHEN EXISTS (
  SELECT 1 FROM fixed_period AS f
  WHERE f.organisation_id = new.organisation_id AND f.start < new.start + new.months AND new.start < f.start + f.months)
BEGIN
  SELECT raise(ABORT, 'fixed periods overlap');
END;

-- One row for each time that a case counts. While the case lives and counts, what its own records say is not stored a
-- second time: organisation, month and closing are empty until the row is frozen. 'since' is the month in which a case
-- was opened again that counts anew from then on.
CREATE TABLE counting (
  id INTEGER PRIMARY KEY,
  case_id INTEGER REFERENCES guided_case ON DELETE SET NULL,
  organisation_id INTEGER REFERENCES organisation ON DELETE SET NULL,
  frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  since INTEGER,
  month INTEGER,
  period_start INTEGER,
  period_months INTEGER CHECK (period_months BETWEEN 1 AND 12),
  half INTEGER CHECK (half IN (1, 2)),
  closed INTEGER,
  closed_start INTEGER,
  persons INTEGER NOT NULL DEFAULT 1 CHECK (persons BETWEEN 1 AND 99),
  situation INTEGER,
  counted INTEGER NOT NULL DEFAULT 1 CHECK (counted IN (0, 1)),
  taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1)),
  CHECK (case_id IS NOT NULL OR frozen = 1),
  CHECK (frozen = 0 OR since IS NULL),
  CHECK (month IS NULL OR period_start IS NULL),
  CHECK ((period_start IS NULL) = (half IS NULL) AND (period_start IS NULL) = (period_months IS NULL))
) STRICT;

CREATE UNIQUE INDEX counting_case_now ON counting (case_id) WHERE frozen = 0;
CREATE INDEX counting_case_any ON counting (case_id);
CREATE INDEX counting_organisation ON counting (organisation_id);

-- A code of the organisation's own, below a stable one that it is counted as.
CREATE TABLE own_code (
  id INTEGER PRIMARY KEY,
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  dimension TEXT NOT NULL CHECK (dimension IN ('subject', 'integrity', 'relation', 'step', 'unit')),
  parent TEXT NOT NULL CHECK (parent <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  used INTEGER NOT NULL CHECK (used IN (0, 1))
) STRICT;

CREATE INDEX own_code_organisation ON own_code (organisation_id);

-- What an organisation calls a stable code (empty: as it is), and whether it is offered there.
CREATE TABLE code_wording (
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  dimension TEXT NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  label TEXT NOT NULL,
  used INTEGER NOT NULL CHECK (used IN (0, 1)),
  PRIMARY KEY (organisation_id, dimension, code)
) STRICT, WITHOUT ROWID;

-- What is recorded of a reporter only where the organisation asked for it.
CREATE TABLE asked_dimension (
  organisation_id INTEGER NOT NULL REFERENCES organisation ON DELETE CASCADE,
  dimension TEXT NOT NULL CHECK (dimension IN ('gender', 'contract', 'unit')),
  PRIMARY KEY (organisation_id, dimension)
) STRICT, WITHOUT ROWID;

CREATE TABLE counting_code (
  counting_id INTEGER NOT NULL REFERENCES counting ON DELETE CASCADE,
  dimension TEXT NOT NULL CHECK (dimension IN (
    'contact_kind', 'subject', 'integrity', 'relation', 'step', 'position', 'channel', 'found_via', 'referral',
    'leaving', 'gender', 'contract', 'unit')),
  rank INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  own INTEGER REFERENCES own_code ON DELETE SET NULL,
  PRIMARY KEY (counting_id, dimension, rank)
) STRICT, WITHOUT ROWID;

CREATE INDEX counting_code_own ON counting_code (own) WHERE own IS NOT NULL;

-- Contacts of cases whose words were destroyed.
CREATE TABLE counted_contact (
  id INTEGER PRIMARY KEY,
  counting_id INTEGER NOT NULL REFERENCES counting ON DELETE CASCADE,
  month INTEGER,
  period_start INTEGER,
  period_months INTEGER CHECK (period_months BETWEEN 1 AND 12),
  half INTEGER CHECK (half IN (1, 2)),
  channel TEXT NOT NULL CHECK (channel <> ''),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440 AND minutes % 15 = 0),
  CHECK (month IS NULL OR period_start IS NULL),
  CHECK ((period_start IS NULL) = (half IS NULL) AND (period_start IS NULL) = (period_months IS NULL))
) STRICT;

CREATE INDEX counted_contact_counting ON counted_contact (counting_id);

-- What the records of a living case say by themselves. A case that lies in the bin while it is open was a mistake,
-- unless a report in which it stands was fixed.
CREATE VIEW counting_case AS
SELECT case_id, counting_id, organisation_id, since, month, closed,
  deleted_on IS NOT NULL AND closed IS NULL AND NOT EXISTS (
    SELECT 1 FROM fixed_period AS f
    WHERE f.organisation_id = k.organisation_id AND month >= f.start AND month < f.start + f.months) AS mistake
FROM (
  SELECT c.id AS case_id, n.id AS counting_id, c.organisation_id, n.since, c.deleted_on,
    (SELECT min(CAST(substr(t.day, 1, 4) AS INTEGER) * 12 + CAST(substr(t.day, 6, 2) AS INTEGER) - 1)
     FROM contact AS t
     WHERE t.case_id = c.id AND t.deleted_on IS NULL
       AND (n.since IS NULL
         OR CAST(substr(t.day, 1, 4) AS INTEGER) * 12 + CAST(substr(t.day, 6, 2) AS INTEGER) - 1 >= n.since)) AS month,
    CAST(substr(c.closed_on, 1, 4) AS INTEGER) * 12 + CAST(substr(c.closed_on, 6, 2) AS INTEGER) - 1 AS closed
  FROM guided_case AS c LEFT JOIN counting AS n ON n.case_id = c.id AND n.frozen = 0) AS k;

-- Codes that follow from what was recorded anyway; a code that was chosen for the count goes before them.
CREATE VIEW counting_said AS
SELECT c.id AS case_id, 'channel' AS dimension,
  (SELECT t.channel FROM contact AS t WHERE t.case_id = c.id AND t.deleted_on IS NULL
   ORDER BY t.day IS NULL, t.day, t.rank LIMIT 1) AS code
FROM guided_case AS c
UNION ALL SELECT id, 'position', position FROM guided_case
UNION ALL SELECT case_id, 'referral', referral FROM follow_up_referral
UNION ALL SELECT case_id, 'leaving', leaving FROM closure
UNION ALL SELECT DISTINCT case_id, 'contact_kind', 'conversation' FROM contact
  WHERE deleted_on IS NULL AND phase <> 'first_contact'
UNION ALL SELECT id, 'subject', 'integrity' FROM guided_case WHERE track = 'integrity'
UNION ALL SELECT h.case_id, 'step', iif(h.kind = 'heard', 'told', 'nothing') FROM choice AS h
  WHERE h.deleted_on IS NULL AND h.kind IN ('nothing', 'heard') AND h.rank = (
    SELECT max(rank) FROM choice WHERE case_id = h.case_id AND deleted_on IS NULL);

-- The codes stay when a row is frozen; it still is not when this looks.
CREATE TRIGGER counting_frozen BEFORE UPDATE OF frozen ON counting WHEN new.frozen = 1 AND old.frozen = 0 BEGIN
  INSERT INTO counting_code (counting_id, dimension, rank, code)
  SELECT new.id, s.dimension, row_number() OVER (PARTITION BY s.dimension ORDER BY s.code), s.code
  FROM counting_said AS s
  WHERE s.case_id = new.case_id AND s.code IS NOT NULL AND s.code <> 'unknown' AND NOT EXISTS (
    SELECT 1 FROM counting_code AS d WHERE d.counting_id = new.id AND d.dimension = s.dimension);
END;

CREATE TRIGGER case_counted BEFORE DELETE ON guided_case BEGIN
  DELETE FROM counting
  WHERE case_id = old.id AND frozen = 0 AND (SELECT mistake FROM counting_case WHERE case_id = old.id);
  INSERT INTO counting (id, case_id)
  SELECT max(1, random() & 4611686018427387903), case_id FROM counting_case
  WHERE case_id = old.id AND counting_id IS NULL AND NOT mistake;
  INSERT INTO counted_contact (id, counting_id, month, channel, minutes)
  SELECT max(1, random() & 4611686018427387903), n.id,
    CAST(substr(t.day, 1, 4) AS INTEGER) * 12 + CAST(substr(t.day, 6, 2) AS INTEGER) - 1, t.channel, t.minutes
  FROM contact AS t JOIN counting AS n ON n.case_id = old.id AND n.frozen = 0
  WHERE t.case_id = old.id AND t.deleted_on IS NULL;
  UPDATE counting SET
    organisation_id = (SELECT organisation_id FROM counting_case WHERE case_id = old.id),
    month = (SELECT month FROM counting_case WHERE case_id = old.id),
    closed = (SELECT closed FROM counting_case WHERE case_id = old.id),
    since = NULL,
    frozen = 1
  WHERE case_id = old.id AND frozen = 0;
END;

-- A month that lies in a fixed period becomes a half of it, whichever comes first.
CREATE TRIGGER counting_settles AFTER UPDATE OF month ON counting WHEN new.month IS NOT NULL BEGIN
  UPDATE counting SET month = NULL, period_start = f.start, period_months = f.months,
    half = 1 + ((new.month - f.start) * 2 >= f.months)
  FROM fixed_period AS f
  WHERE counting.id = new.id AND f.organisation_id = new.organisation_id
    AND new.month >= f.start AND new.month < f.start + f.months;
  UPDATE counting SET closed = NULL, closed_start = f.start
  FROM fixed_period AS f
  WHERE counting.id = new.id AND f.organisation_id = new.organisation_id
    AND new.closed >= f.start AND new.closed < f.start + f.months;
  UPDATE counted_contact SET month = NULL, period_start = f.start, period_months = f.months,
    half = 1 + ((counted_contact.month - f.start) * 2 >= f.months)
  FROM fixed_period AS f
  WHERE counted_contact.counting_id = new.id AND f.organisation_id = new.organisation_id
    AND counted_contact.month >= f.start AND counted_contact.month < f.start + f.months;
END;

CREATE TRIGGER fixed_period_settles AFTER INSERT ON fixed_period BEGIN
  UPDATE counted_contact SET month = NULL, period_start = new.start, period_months = new.months,
    half = 1 + ((month - new.start) * 2 >= new.months)
  WHERE month >= new.start AND month < new.start + new.months
    AND counting_id IN (SELECT id FROM counting WHERE organisation_id = new.organisation_id);
  UPDATE counting SET closed = NULL, closed_start = new.start
  WHERE organisation_id = new.organisation_id AND frozen = 1
    AND closed >= new.start AND closed < new.start + new.months;
  UPDATE counting SET month = NULL, period_start = new.start, period_months = new.months,
    half = 1 + ((month - new.start) * 2 >= new.months)
  WHERE organisation_id = new.organisation_id AND frozen = 1
    AND month >= new.start AND month < new.start + new.months;
END;
