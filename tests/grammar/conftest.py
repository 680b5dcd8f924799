"""Minutes in a line or two: text as a copy would have it, read through the real text reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.lexicon import Lexicon, load_lexicon
from graph.record import Item, Meeting, Record
from ingest.readers import read_document
from ingest.record import read_record

HEAD = "Minnesanteckningar Välfärdsrådet\n\nDatum: 12 mars 2024\n\nTid: 09.00-12.00\n\nPlats: Rådhuset\n\n"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def read(lexicon: Lexicon) -> Callable[[str], Record]:
    def _read(text: str) -> Record:
        return read_record(read_document(text.encode(), "prov.txt"), lexicon)

    return _read


@pytest.fixture
def meeting(read: Callable[[str], Record]) -> Callable[[str], Meeting]:
    """The one meeting of minutes with an ordinary head and this body."""

    def _meeting(body: str) -> Meeting:
        return read(HEAD + body).meetings[0]

    return _meeting


@pytest.fixture
def item(meeting: Callable[[str], Meeting]) -> Callable[[str], Item]:
    """The middle one of three items, whose title and text are given ("3. Title\\n\\ntext")."""

    def _item(text: str) -> Item:
        body = f"1. Mötets öppnande\n\nRådet beslutade\natt öppna mötet.\n\n2. {text}\n\n3. Avslutning\n\nRådet beslutade\natt avsluta mötet.\n"
        return next(i for i in meeting(body).items if i.number == "2")

    return _item
