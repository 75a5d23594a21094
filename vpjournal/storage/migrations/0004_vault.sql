-- Backups that were made of this journal and that it does not know to be gone: where each lies, and whether it still
-- holds something that was destroyed since, and how often the passphrase had been changed when it was made.
CREATE TABLE backup (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  made_on TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  to_renew INTEGER NOT NULL DEFAULT 0 CHECK (to_renew IN (0, 1)),
  passphrase INTEGER NOT NULL DEFAULT 0 CHECK (passphrase >= 0),
  UNIQUE (folder, name)
) STRICT;
