"""Everything that can go wrong and that the adviser should hear about, kindly and with a next step.

A ``JournalError`` is shown as a sentence on the page where it happened; any other exception is a bug and
ends in the crash dialog. Leaves carry values, never sentences: the words live with the screens, in the
adviser's language, and nothing that a person typed is ever part of an error.
"""

import errno


class JournalError(Exception):
    """Base of all faults that are told to the adviser rather than treated as bugs."""


class WrongPassphrase(JournalError):
    """The passphrase, or the recovery code, does not open this journal."""


class RecoveryCodeMistyped(JournalError):
    """A group of the recovery code fails its checksum; ``group`` counts from 1."""

    def __init__(self, group: int) -> None:
        super().__init__(group)
        self.group = group


class JournalNotFound(JournalError):
    """There is no journal at this place, or a part of it is missing; ``part`` is a file name or ``""``."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


class JournalExists(JournalError):
    """Something already lies where a journal or a file was to be made; it has not been touched."""


class JournalEmptied(JournalError):
    """The adviser was emptying this journal and was interrupted: what opened it is gone, the rest is still there."""


class NotAJournal(JournalError):
    """What lies at this place was not made by this program, or is a link, a device or a folder."""


class NotAnExample(JournalError):
    """The journal at this place is not the example, so it is neither opened without questions nor removed."""


class JournalDamaged(JournalError):
    """A part of the journal is not what was written; ``part`` names it: header, database, note, ..."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class PartsDoNotMatch(JournalDamaged):
    """The header and the database were written for different keys: one of them comes from elsewhere."""

    def __init__(self) -> None:
        super().__init__("database")


class WrongLength(JournalDamaged):
    """The database is shorter or longer than it says itself: a part is missing, or something came after it."""

    def __init__(self) -> None:
        super().__init__("database")


class JournalTooNew(JournalError):
    """A newer version of the program made this journal; this one leaves it alone."""


class JournalInUse(JournalError):
    """Another process has this journal open."""


class OnlyToLook(JournalError):
    """The journal was opened to look at what is whole; nothing is saved in it."""


class JournalReplaced(JournalError):
    """The database file is not the one that was opened: a sync program or a copy took its place."""


class BackupFolderGone(JournalError):
    """The folder for backups is not there: a stick that is not plugged in, or a folder that was moved."""


class ReadOnly(JournalError):
    """The folder or the file cannot be written to."""


class DiskFull(JournalError):
    """The disk has no room left; nothing was half written."""


class DeviceFailed(JournalError):
    """Reading or writing failed in the device itself, or the device is gone."""


class TooLittleMemory(JournalError):
    """There is not enough memory to derive the key."""


class TextTooLong(JournalError):
    """A text is longer than its field keeps; ``limit`` is in characters. The text stays where it was typed."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class TooMany(JournalError):
    """There are more entries than a list keeps; ``limit`` counts them. They stay where they were typed."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class FieldMissing(JournalError):
    """A field that cannot be empty is empty; ``field`` is its name in the draft."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class AlreadyTaken(JournalError):
    """A value that has to be unique exists already; ``field`` is its name in the draft."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class CodeUnknown(JournalError):
    """There is no other case of a code that was typed."""


class NameStays(JournalError):
    """What is to stand in the place of a name holds that name, or would build it again."""


class NoteFinished(JournalError):
    """The note was finished: it has to be reopened before it is written to."""


class NoteWritten(JournalError):
    """The note holds text, so it cannot be left out on purpose."""


class NothingToPrint(JournalError):
    """The board is empty, so there is no paper to make."""


class NothingToApprove(JournalError):
    """There is no text to approve."""


class TextChanged(JournalError):
    """The text is no longer the one that was read through: it was edited since, perhaps by undoing."""


class NotApproved(JournalError):
    """There is no approval for exactly this text, recipient and purpose, so it does not leave."""


class OpenPoints(JournalError):
    """What would leave holds ``count`` points of which nothing was decided; none: it was not looked over as it is."""

    def __init__(self, count: int = 0) -> None:
        super().__init__(count)
        self.count = count


class FingerprintMistyped(JournalError):
    """What was typed is no fingerprint: a character is missing, or its checksum is not right."""


class NotAPaper(JournalError):
    """The file is not a PDF, or one that cannot be read."""


class PaperLocked(JournalError):
    """The PDF asks for a password; ``tried`` says that one was given, which was not the right one."""

    def __init__(self, *, tried: bool) -> None:
        super().__init__(tried)
        self.tried = tried


class NotAFileOfText(JournalError):
    """The file holds no words that can be read here: another kind of file, or a damaged one."""


class OlderFileFormat(JournalError):
    """The file is of a Word or Excel from before 2007; today's can save it as one that can be read."""


class FileLocked(JournalError):
    """The file asks for a password; Word or Excel can save it without one."""


class TooLargeToRead(JournalError):
    """The file is larger, or unpacks to more, than words take."""


class PeriodsOverlap(JournalError):
    """Two periods of one organisation share a month; what is in one and not in the other could be told from both."""


class FiguresUnsafe(JournalError):
    """These figures may not be fixed: beside what was issued they would tell too much, or they are out of date."""


class Gone(JournalError):
    """The record asked for no longer exists: it was deleted or destroyed."""


class KeysChanged(JournalError):
    """What opens the journal did change over, but something failed after that: it has to be opened again."""


class Cancelled(JournalError):
    """The adviser stopped this work; nothing was changed."""


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_A_FILE = frozenset({errno.ELOOP, errno.EISDIR, errno.ENOTDIR})


def translate_os_error(error: OSError) -> JournalError:
    """Return the leaf that tells what the system said; a fault of no known kind is the device's."""
    if error.errno in _NO_ROOM:
        return DiskFull()
    if error.errno in _NOT_ALLOWED:
        return ReadOnly()
    if error.errno in _NOT_A_FILE:
        return NotAJournal()
    if error.errno == errno.EEXIST:
        return JournalExists()
    return DeviceFailed()
