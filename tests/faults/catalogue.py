"""The rows of the fault catalogue: what each of them does to the journal, and where it is tried."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One fault or attack. ``elsewhere`` says who or what tries it when no test can yet."""

    number: int
    fault: str
    elsewhere: str = ""


ROWS = tuple(
    Row(number, fault, elsewhere)
    for number, (fault, elsewhere) in enumerate(
        [
            ("each bit of the header and its copy flipped", ""),
            ("a bit flipped on every page", ""),
            ("the last page of a long note damaged", ""),
            ("each page zeroed", ""),
            ("cut off at every page and a byte beside it", ""),
            ("bytes added at the end", ""),
            ("each old page put back", ""),
            ("the whole folder rolled back", ""),
            ("old header with new database, and the reverse", ""),
            ("key derivation asked too cheap, too dear, or as no number", ""),
            ("slots dropped or swapped, another recipient", ""),
            ("header too large, doubled keys, BOM, CRLF", ""),
            ("header lost, copy there", ""),
            ("killed while saving", ""),
            ("killed while the keys change", ""),
            ("killed while backing up, restoring, exporting", ""),
            ("power lost, replayed from system calls", ""),
            ("each n-th call fails with an I/O error", ""),
            ("each n-th write finds the disk full", ""),
            ("folder read-only, stick pulled out", ""),
            ("too little memory for the key derivation", ""),
            ("a second program, of the same and of another user", ""),
            ("the lock of a program that was killed", ""),
            ("another file renamed over the open journal", ""),
            ("the open journal overwritten in place", ""),
            ("rollback journal gone after a crash", ""),
            ("links, pipes and folders in the place of files", ""),
            ("modes under umask 0", ""),
            ("a whole session traced for text of the journal", ""),
            ("home, temporary folders and caches searched", ""),
            ("jump lists, recent files, prefetch", "by hand on Windows"),
            ("the program crashes", ""),
            ("memory scanned after locking", ""),
            ("an error with a note at hand", ""),
            ("cut, copied, selected; then locked or left", ""),
            ("idle, asleep, screen locked", ""),
            ("the clock set wrong", ""),
            ("a screenshot while open", "by hand on Windows"),
            ("wrong passphrases", ""),
            ("passphrases of every kind of character", ""),
            ("raw keys of another length", ""),
            ("a database that opens without a key", ""),
            ("searches made to break out", ""),
            ("notes of every kind of character", ""),
            ("hostile files to import", ""),
            ("foreign databases as a backup", ""),
            ("each byte of a backup flipped", ""),
            ("backups of every release restored", ""),
            ("each mistyped character of a recovery code", ""),
            ("old passphrases and backups after the keys changed", ""),
            ("what a paper tells of its maker", ""),
            ("what a paper hides", ""),
            ("markup in notes on paper", ""),
            ("a case destroyed, every page looked through", ""),
            ("no network, and every connection traced", ""),
            ("headers, backups and imports made up at random", ""),
            ("killed while an older journal is upgraded", ""),
            ("yearly figures attacked", "there are no figures yet"),
            ("texts made up at random, looked through for names", ""),
        ],
        start=1,
    )
)
