"""Every reason that a record gives has its English: why a passage was not understood, why a municipality counts as present."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from api.texts import Language, Own, Texts
from graph.english import reason_in_english
from graph.lexicon import load_lexicon
from ingest.readers import read_document
from ingest.record import read_record
from ingest.synthetic import LEXICON, compose_corpus

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "graph" / "reference" / "reasons_in_english.yaml"


def _strings(node: ast.AST) -> Iterator[str]:
    """The texts under an expression, with "Anna Ek och Bo Alm" for each value."""
    match node:
        case ast.Constant(value=str(text)) if " " in text:
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "Anna Ek och Bo Alm" for one in values)
        case ast.IfExp(body=body, orelse=otherwise):
            yield from _strings(body)
            yield from _strings(otherwise)


def _reasons() -> Iterator[str]:
    """What the code of ingest gives as a reason: to `Unread`, `unread`, `miss` and `_entry`, in names that end in "why", and what
    functions that tell a reason return."""
    for path in sorted((ROOT / "ingest").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Unread"), keywords=keywords):
                    for one in keywords:
                        if one.arg == "why":
                            yield from _strings(one.value)
                case (
                    ast.Call(func=ast.Name(id="unread"), args=[*_, last])
                    | ast.Call(func=ast.Attribute(attr="miss"), args=[_, last])
                    | ast.Call(func=ast.Name(id="_entry"), args=[_, _, last, _])
                ):
                    yield from _strings(last)
                case ast.Assign(targets=[ast.Name(id=name)], value=value) if re.search(r"(?i)(^|_)why(_|$)", name):
                    yield from _strings(value)
                case ast.FunctionDef(name=name) if name in {"_why", "_all_absent"}:
                    for inner in ast.walk(node):
                        if isinstance(inner, ast.Return) and inner.value is not None:
                            yield from _strings(inner.value)


REASONS = sorted(set(_reasons()))


def test_the_code_is_searched() -> None:
    assert len(REASONS) >= 28


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_of_the_code_has_its_english(reason: str) -> None:
    english = reason_in_english(reason)
    assert english is not None
    assert not re.search(r"[åäö]", english)


def test_both_languages_take_the_same_values() -> None:
    for swedish, english in yaml.safe_load(CATALOGUE.read_text(encoding="utf-8")).items():
        assert swedish.count("{}") == english.count("{}"), swedish


def test_records_give_no_reason_without_english() -> None:
    lexicon = load_lexicon([("synthetic", LEXICON)])
    given = set[str]()
    for sample in compose_corpus(80, noise="noisy"):
        record = read_record(read_document(sample.data, sample.file), lexicon)
        given |= {one.why for one in record.unread}
        given |= {one.reason for meeting in record.meetings for one in meeting.municipalities if one.reason}
    assert len(given) > 20
    assert [one for one in sorted(given) if reason_in_english(one) is None] == []


@pytest.mark.parametrize(
    ("swedish", "english"),
    [
        ("Anna Ek närvarande", "Anna Ek present"),
        ("Anna Ek, Bo Alm och Cecilia Dahl närvarande", "Anna Ek, Bo Alm and Cecilia Dahl present"),
        ("Anna Ek och Bo Alm var båda frånvarande", "Anna Ek and Bo Alm were both absent"),
        ("Anna Ek närvarande; uppges ha varit representerad", "Anna Ek present; is said to have been represented"),
    ],
)
def test_names_stay_as_they_are(swedish: str, english: str) -> None:
    assert reason_in_english(swedish) == english


def test_a_reason_that_is_not_known_stays_words_of_the_document() -> None:
    texts = Texts(Language.ENGLISH)
    assert texts.reason("något helt annat") == "något helt annat"
    assert not isinstance(texts.reason("något helt annat"), Own)
    assert texts.reason("tabellrad utan datum") == "a row of a table without a date"
    assert isinstance(texts.reason("tabellrad utan datum"), Own)
    assert Texts(Language.SWEDISH).reason("tabellrad utan datum") == "tabellrad utan datum"
