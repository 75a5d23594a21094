"""The command that finds what identifies someone: what it takes, what it answers, and that it opens nothing."""

import io
import json
import sys
from pathlib import Path

import pytest

from vpjournal import cli

TEXT = "Één 🙂\nschrijf aan kok@voorbeeld.example"
FOUND = {
    "start": 18,
    "end": 39,
    "text": "kok@voorbeeld.example",
    "kind": "email",
    "certainty": "identifies",
}


def ask(monkeypatch: pytest.MonkeyPatch, data: bytes, *arguments: object) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    return cli.main(["identifiers", *map(str, arguments)])


def test_a_text_gives_a_list_of_what_was_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert ask(monkeypatch, TEXT.encode()) == 0
    assert json.loads(capsys.readouterr().out) == [FOUND]
    file = tmp_path / "tekst.txt"
    file.write_bytes(TEXT.encode())
    assert ask(monkeypatch, b"", file) == 0
    assert json.loads(capsys.readouterr().out) == [FOUND]


def test_offsets_are_those_of_the_text_as_it_was_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "a\r\ne\u0301\u200b\u2028schrijf kok@voorbeeld.example"
    assert ask(monkeypatch, text.encode()) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert text[found["start"] : found["end"]] == found["text"] == "kok@voorbeeld.example"


def test_each_line_of_json_is_answered_by_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"id": "a", "text": TEXT}, {"id": 7, "text": ""}, {"id": None, "text": "\ud800 niets"}]
    data = "\n\n".join(json.dumps(line) for line in lines).encode()
    assert ask(monkeypatch, data, "--jsonl") == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert answers == [{"id": "a", "found": [FOUND]}, {"id": 7, "found": []}, {"id": None, "found": []}]


@pytest.mark.parametrize(
    "line", [b"kok", b'{"id": 1}', b'{"id": 1, "text": 5}', b"[]", b'"x"', b'{"id": 1, "text": "\xff"}', b"[" * 100_000]
)
def test_a_line_that_is_no_record_is_refused_by_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    assert ask(monkeypatch, b'{"id": 1, "text": ""}\n' + line, "--jsonl") == 2
    told = capsys.readouterr()
    assert "2" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "é".encode("latin-1")])
def test_what_is_no_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes, tmp_path: Path
) -> None:
    assert ask(monkeypatch, data) == 2
    assert ask(monkeypatch, b"", tmp_path / "is er niet.txt") == 2
    assert ask(monkeypatch, b"", tmp_path) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 3


def test_a_byte_order_mark_is_no_part_of_a_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(monkeypatch, b"\xef\xbb\xbf" + TEXT.encode()) == 0
    assert json.loads(capsys.readouterr().out) == [FOUND]
