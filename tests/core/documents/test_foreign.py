"""Words of files that others made, and files that were made to do harm."""

import contextlib
import io
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from vpjournal.documents import foreign
from vpjournal.errors import (
    Cancelled,
    DeviceFailed,
    FileLocked,
    NotAFileOfText,
    OlderFileFormat,
    TextTooLong,
)

WORD = "word/document.xml"
HEAD = '<?xml version="1.0"?>'


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def a_word_file(path: Path, fill: Callable[[docx.document.Document], None]) -> Path:
    document = docx.Document()
    fill(document)
    document.save(str(path))
    return path


def a_package(path: Path, body: str, **others: str) -> Path:
    """Make a Word file with this as its text, all else as it should be."""
    whole = a_word_file(path, lambda _: None)
    with (
        zipfile.ZipFile(io.BytesIO(whole.read_bytes())) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in before.infolist():
            new.writestr(part.filename, body if part.filename == WORD else before.read(part))
        for name, data in others.items():
            new.writestr(name, data)
    return path


def test_plain_text_is_read_as_windows_and_others_write_it(tmp_path: Path) -> None:
    words = "één café – tien\r\nregels\ttab"
    for number, encoding in enumerate(("utf-8", "utf-8-sig", "utf-16", "cp1252")):
        file = saved(tmp_path / f"{number}.txt", words.encode(encoding))
        assert foreign.read(file) == "één café – tien\nregels\ttab"


def test_a_word_text_keeps_its_order_its_tables_and_what_was_added_but_not_what_was_struck_out(tmp_path: Path) -> None:
    def fill(document: docx.document.Document) -> None:
        document.add_heading("Gesprek", 1)
        paragraph = document.add_paragraph("voor ")
        for tag, text in (("w:ins", "erbij"), ("w:del", "eruit")):
            kind = "t" if tag == "w:ins" else "delText"
            xml = f'<{tag} {nsdecls("w")} w:id="1"><w:r><w:{kind}>{text}</w:{kind}></w:r></{tag}>'
            paragraph._p.append(parse_xml(xml))
        paragraph.add_run().add_break()
        paragraph.add_run("na\teen tab")
        table = document.add_table(2, 2)
        for cell, words in zip(table._cells, ("a", "b", "c", "d"), strict=True):
            cell.text = words
        table._cells[3].add_paragraph("e")
        document.add_paragraph("slot")

    file = a_word_file(tmp_path / "x.docx", fill)
    assert foreign.read(file) == "Gesprek\nvoor erbij\nna\teen tab\na\tb\nc\td e\nslot"


def test_what_word_draws_twice_is_read_once(tmp_path: Path) -> None:
    box = (
        f'{HEAD}<w:document {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<w:body><w:p><w:r><mc:AlternateContent><mc:Choice><w:t>kader</w:t></mc:Choice>"
        "<mc:Fallback><w:t>kader</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"
    )
    assert foreign.read(a_package(tmp_path / "x.docx", box)) == "kader"


def test_a_workbook_gives_a_line_for_each_row_that_holds_something_and_no_hidden_sheet(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["dag", "uren", None, "wat"])
    sheet.append([])
    sheet.append([date(2024, 3, 5), 2.0, 1.5, "twee\nregels"])
    sheet.append([datetime(2024, 3, 5, 14, 30, tzinfo=UTC).replace(tzinfo=None), True, None, None])
    hidden = book.create_sheet("verborgen")
    hidden.append(["geheim"])
    hidden.sheet_state = "hidden"
    book.create_sheet("leeg")
    book.save(tmp_path / "x.xlsx")
    assert (
        foreign.read(tmp_path / "x.xlsx")
        == "dag\turen\t\twat\n5-3-2024\t2\t1.5\ttwee regels\n2024-03-05 14:30:00\tTrue"
    )


def test_nothing_of_another_kind_is_taken_for_text(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    refused: dict[str, tuple[bytes, type[Exception]]] = {
        "pdf": (b"%PDF-1.7 en dan", NotAFileOfText),
        "rtf": (b"{\\rtf1 en dan}", NotAFileOfText),
        "nul": (b"tekst\x00met", NotAFileOfText),
        "zip": (b"PK\x03\x04 niets", NotAFileOfText),
        "doc": (ole + b"\x00" * 600, OlderFileFormat),
        "locked": (ole + "EncryptedPackage".encode("utf-16-le"), FileLocked),
        "utf16": (b"\xff\xfe\x00", NotAFileOfText),
    }
    for name, (data, error) in refused.items():
        with pytest.raises(error):
            foreign.read(saved(tmp_path / name, data))
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("../../weg.txt", "x")
    for path in (tmp_path / "other.zip", tmp_path):
        with pytest.raises(NotAFileOfText):
            foreign.read(path)
    with pytest.raises((NotAFileOfText, DeviceFailed)):
        foreign.read(tmp_path / "is er niet.docx")


def test_more_than_a_note_holds_is_refused_and_reading_can_be_stopped(tmp_path: Path) -> None:
    with pytest.raises(TextTooLong):
        foreign.read(saved(tmp_path / "x.txt", b"a" * 2_000_001))
    assert len(foreign.read(saved(tmp_path / "x.txt", b"a" * 2_000_000))) == 2_000_000
    whole = a_word_file(tmp_path / "x.docx", lambda document: document.add_paragraph("x"))
    with pytest.raises(Cancelled):
        foreign.read(whole, stop=lambda: True)


@pytest.mark.parametrize("cut", [30, 200, 2_000, 20_000])
def test_a_file_that_was_cut_or_changed_is_refused_or_read_and_nothing_else(tmp_path: Path, cut: int) -> None:
    word = a_word_file(tmp_path / "x.docx", lambda document: document.add_paragraph("woorden")).read_bytes()
    book = Workbook()
    book.active.append(["woorden"])
    book.save(tmp_path / "x.xlsx")
    for whole in (word, (tmp_path / "x.xlsx").read_bytes()):
        flipped = bytearray(whole)
        flipped[min(cut, len(whole) - 1)] ^= 0x55
        for data in (whole[:cut] if cut < len(whole) else whole[:-40], bytes(flipped)):
            with contextlib.suppress(NotAFileOfText):
                assert foreign.read(saved(tmp_path / "y", data)) == "woorden"


def _deep(depth: int) -> str:
    return f"{HEAD}<w:document {nsdecls('w')}><w:body>{'<w:p>' * depth}x{'</w:p>' * depth}</w:body></w:document>"


def _laughing() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'{HEAD}<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>&l11;</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )


def _reading_out(target: Path) -> str:
    return (
        f'{HEAD}<!DOCTYPE d [<!ENTITY x SYSTEM "{target.as_uri()}">]><w:document {nsdecls("w")}><w:body><w:p><w:r>'
        "<w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    )


SAID = {
    "deep": "NotAFileOfText",
    "laughing": "NotAFileOfText",
    "pictures": "0",
    "large": "TooLargeToRead",
    "empty": "TooLargeToRead",
    "lying": "NotAFileOfText",
    "huge": "TooLargeToRead",
    "many": "TooLargeToRead",
    "far": "7",
    "wide": "TooLargeToRead",
    "strange": "NotAFileOfText",
    "reading out": "0",
}


def bombs(folder: Path) -> dict[str, Path]:
    made = {
        "deep": a_package(folder / "deep.docx", _deep(100_000)),
        "laughing": a_package(folder / "laughing.docx", _laughing()),
        "pictures": a_package(folder / "pictures.docx", _deep(1), **{"word/media/x.png": "0" * 250_000_000}),
        "large": a_package(folder / "large.docx", _deep(1), **{"word/x.xml": " " * 61_000_000}),
        "empty": a_package(folder / "empty.docx", _deep(1).replace("<w:p>", "<w:p/>" * 9_000_000 + "<w:p>")),
        "lying": _lying(a_package(folder / "lying.docx", "<a/>" + " " * 250_000_000)),
    }
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(1_000_000_000)
    many = folder / "many.docx"
    with zipfile.ZipFile(many, "w") as parts:
        for number in range(6_000):
            parts.writestr(f"word/{number}.xml", "")
    book = Workbook()
    book.active.cell(1_048_576, 16_384, "ver weg")
    book.save(folder / "far.xlsx")
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 2_001))
    wide = _with_rows(folder, "wide.xlsx", rows)
    strange = _with_rows(folder, "strange.xlsx", '<row r="2"><c r="A1"><v>NaN</v></c></row><row r="1"/>')
    return {
        **made,
        "huge": folder / "huge.txt",
        "many": many,
        "far": folder / "far.xlsx",
        "wide": wide,
        "strange": strange,
    }


def _lying(path: Path) -> Path:
    """Let a package say of its largest part that it is small."""
    data = bytearray(path.read_bytes())
    size = (250_000_004).to_bytes(4, "little")
    place = data.find(size)
    while place >= 0:
        data[place : place + 4] = (1_000).to_bytes(4, "little")
        place = data.find(size)
    path.write_bytes(data)
    return path


def _with_rows(folder: Path, name: str, rows: str) -> Path:
    """Make a workbook of these rows, as XML."""
    with zipfile.ZipFile(folder / "far.xlsx") as before, zipfile.ZipFile(folder / name, "w") as new:
        for part in before.infolist():
            data = before.read(part).decode()
            if part.filename.endswith("sheet1.xml"):
                data = f"{data[: data.index('<sheetData>')]}<sheetData>{rows}{data[data.index('</sheetData>') :]}"
            new.writestr(part.filename, data)
    return folder / name


READ = textwrap.dedent(
    """
    import sys, time
    from pathlib import Path
    from vpjournal.documents import foreign
    from vpjournal.errors import JournalError
    began = time.process_time()
    try:
        said = repr(len(foreign.read(Path(sys.argv[1]))))
    except JournalError as error:
        said = type(error).__name__
    # Not getrusage, which begins with what the parent had.
    most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(said, time.process_time() - began, int(most.split()[1]) // 1024)
    """
)


def test_a_file_that_was_made_to_do_harm_is_refused_soon_and_in_little_memory(
    tmp_path: Path, tried: Callable[..., None]
) -> None:
    secret = saved(tmp_path / "geheim.txt", b"GEHEIM")
    files = bombs(tmp_path)
    files["reading out"] = a_package(tmp_path / "out.docx", _reading_out(secret))
    for name, file in files.items():
        out = subprocess.run(
            [sys.executable, "-c", READ, str(file)], capture_output=True, text=True, check=True, timeout=60
        )
        said, seconds, megabytes = out.stdout.split()
        assert said == SAID[name], name
        # Ten times what it may take: a machine may be busy.
        assert float(seconds) < 20, name
        assert int(megabytes) < 200, name
    tried(45, "files made to do harm, read by a process of their own", len(files))
    assert foreign.read(files["reading out"]) == ""
