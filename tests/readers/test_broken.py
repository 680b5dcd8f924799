"""A short run of broken input; `benchmarks/readers/fuzz.py` is the long one."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ReadError
from ingest.readers import READERS, read_document
from ingest.readers.detect import Format, detect
from tests.readers.checks import assert_sound
from tests.readers.mutations import FORMATS, mutated, read_broken, seeds

RUN = 300


@pytest.mark.parametrize("kind", FORMATS)
def test_unbroken_seeds_are_read(kind: str) -> None:
    for data in seeds(kind):
        assert_sound(read_broken(kind, data))


@pytest.mark.parametrize("kind", FORMATS)
def test_broken_files_give_a_sound_document_or_a_read_error(kind: str) -> None:
    read = refused = 0
    for number in range(RUN):
        data = mutated(kind, number)
        try:
            document = read_broken(kind, data)
        except ReadError:
            refused += 1
            continue
        read += 1
        assert_sound(document)
    assert read > RUN / 10
    assert kind == "markdown" or refused > 0


@given(
    st.binary(max_size=300),
    st.sampled_from(["a.pdf", "a.docx", "a.html", "a.md", "a.txt", "a.doc", "a.rtf", "a.odt", "a", "a.xyz"]),
)
@settings(deadline=None)
def test_any_bytes_under_any_name(data: bytes, file: str) -> None:
    with contextlib.suppress(ReadError):
        if detect(data, file) not in (Format.DOC, Format.RTF):  # those start LibreOffice
            assert_sound(read_document(data, file))


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(Format)


@pytest.mark.parametrize(
    ("data", "file", "reason"),
    [
        (b"", "a.pdf", "tom"),
        (b"", "a.docx", "tom"),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", "PNG"),
        (b"\xff\xd8\xff\xe0", "a.docx", "JPEG"),
        (b"\x00\x01\x02\x03", "a.xyz", "okänt format"),
        (b"text", "a.xlsx", "okänt format"),
        (b"PK\x03\x04 och sedan inget", "a.docx", "avbruten"),
        (b"%PDF-1.7 och sedan inget", "a.pdf", "skadad"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "a.xls", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_".encode("utf-16-le"), "a.msg", "Outlook"),
        (bytes(2000), "a.html", "binära"),
        (bytes(range(1, 256)) * 9, "a.md", "binära"),
    ],
)
def test_what_is_not_read_is_named_with_reason_and_remedy(data: bytes, file: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_document(data, file)
    assert caught.value.file == file
    assert caught.value.remedy
    assert str(caught.value).startswith(f"{file}: ")


LARGE = 15_000
REPEATED = [
    "<!--", "<!-- -->", "<del>", "</del>", "<s>x\n", "~~", "~~ \n", "**", "*a", "_", "[", "[a](", "![", "](", "\\", "&amp", "`", "``a", "> ", "- ", "1. ", "#",
    "# ", " ", "\t", "\t\n", "a\tb\n", "a   b\n", "a  b   c\nd\n", "|", "| a |\n", "|-", "-", "- - ", "=", "---\n", "\n", " \n", "\f", "\u0336", "a\u0308", "/*",
    "<style>/*", "{", "}", "a{", "<p>", "<b><p>", "<table>", "<tr><td>", "<td>", "<ol><li>", "<li>", "<a>", "<x>", "<?xml", "<svg>", "<br>", "&#1;", "    x\n", "\u00ad",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
@pytest.mark.parametrize("piece", REPEATED)
def test_repetition_takes_time_in_proportion(piece: str, kind: str) -> None:
    """A pattern that runs away on these would not come to an end within any test run."""
    for text in (
        piece * (LARGE // len(piece)),
        "x" + piece * (LARGE // len(piece)) + "y",
        f"---\n{piece * (LARGE // len(piece))}\nx",
    ):
        with contextlib.suppress(ReadError):
            read_broken(kind, text.encode())
