"""Every error tells itself in Swedish and in English."""

from __future__ import annotations

import ast
import errno
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from graph.english import in_english
from graph.errors import ArendegangError, InputError, ReadError
from graph.faults import system_fault
from ingest.forgetting import UnknownDocumentError
from ingest.readers.detect import _SIGNATURES
from ingest.readers.pdf import _ERRORS

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "graph" / "reference" / "errors_in_english.yaml"
_SENTENCES = re.compile(r"(?<=[.!?…]) (?=[A-ZÅÄÖ])")


def _template(node: ast.expr, module: ModuleType) -> str | None:
    """The text that the code writes, with "Värde" for each value; None when it comes from elsewhere."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=values):
            return "".join(str(one.value) if isinstance(one, ast.Constant) else "Värde" for one in values)
        case ast.Name(id=name):
            value = getattr(module, name, None)
            return value if isinstance(value, str) else None
        case ast.BinOp(left=left, right=right):
            parts = [_template(left, module), _template(right, module)]
            return None if None in parts else "".join(str(part) for part in parts)
    return None


def _texts() -> Iterator[tuple[str, str]]:
    """Where, and a text that an error is made of without English beside it. In a ReadError the first argument is the file."""
    for package in ("graph", "ingest", "queries", "api"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            module = importlib.import_module(name)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                    continue
                type_ = getattr(module, node.func.id, None)
                if not (inspect.isclass(type_) and issubclass(type_, ArendegangError)):
                    continue
                if any(one.arg == "message_en" for one in node.keywords):
                    continue
                for argument in node.args[1 if issubclass(type_, ReadError) else 0 :]:
                    text = _template(argument, module)
                    if text and " " in text:
                        yield f"{name}:{node.lineno}", text


TEXTS = list(_texts())


def test_the_code_is_searched() -> None:
    assert len(TEXTS) > 120


@pytest.mark.parametrize("sentence", sorted({text for _, text in TEXTS}))
def test_what_the_code_says_has_its_english(sentence: str) -> None:
    own = [one for one in _SENTENCES.split(sentence) if re.search(r"\w", one.replace("Värde", ""))]
    assert [one for one in own if in_english(one) == one] == []


@pytest.mark.parametrize("words", [*(what for _, what in _SIGNATURES), *(part for pair in _ERRORS.values() for part in pair)])
def test_words_from_tables_have_their_english(words: str) -> None:
    assert in_english(words) != words


def test_both_languages_take_the_same_values() -> None:
    for swedish, english in yaml.safe_load(CATALOGUE.read_text(encoding="utf-8")).items():
        assert swedish.count("{}") == len(re.findall(r"\{\d?\}", english)), swedish
        assert swedish.endswith(".") == english.endswith("."), swedish


def test_a_file_keeps_its_name_and_values_are_put_into_english() -> None:
    error = ReadError(
        "finns inte.txt", "filen är en bild (PNG), inte ett dokument", "Spara den som PDF. Dela den i mindre delar."
    )
    assert str(error) == "finns inte.txt: filen är en bild (PNG), inte ett dokument. Spara den som PDF. Dela den i mindre delar."
    assert error.in_english == (
        "finns inte.txt: the file is a picture (PNG), not a document. Save it as PDF. Split it into smaller parts."
    )
    fault = system_fault(OSError(errno.ENOSPC, "No space left on device"))[0]
    assert InputError(f"a.yaml: går inte att skriva ({fault}).").in_english == "a.yaml: cannot be written (the disk is full)."
    assert UnknownDocumentError("a.txt", ["b.txt", "c.txt"]).in_english == "No document is called a.txt. Nearest: b.txt, c.txt."


def test_what_nobody_foresaw_stays_as_it_is() -> None:
    assert in_english("Okänd mening här.") == "Okänd mening här."
