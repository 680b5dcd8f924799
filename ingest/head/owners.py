"""The organisation whose forum it is, and its region."""

from __future__ import annotations

import re

from graph.lexicon import Lexicon, MunicipalityEntry
from graph.names import squash
from ingest.document import Document
from ingest.lines import Line

_ORGANISATION = re.compile(
    r"\b(?P<name>Region\s+[A-ZÅÄÖ][\wåäö-]+(?:\s+län|\s+[A-ZÅÄÖ][\wåäö]+)?|[A-ZÅÄÖ][\wåäö-]+s?\s+(?:kommun|stad)"
    r"|(?:[A-ZÅÄÖ][\wåäö]+\s+)*[A-ZÅÄÖ][\wåäö]*regionen|(?:[A-ZÅÄÖ][\wåäö-]*\s+){1,3}[\wåäö]*(?:kommunal|samordnings|räddningstjänst|vård|region|utbildnings|avfalls|hjälpmedels)?förbund)\b"
)


def find_organisation(head: list[Line], document: Document, lexicon: Lexicon) -> str | None:
    for line in head[:10]:
        if re.search(r"(?:närvarande|deltagare|ledamöter|beslutande|frånvarande|förhinder)", line.text, re.IGNORECASE):
            break
        if match := _ORGANISATION.search(line.text):
            known = lexicon.municipality(match["name"])
            if known:
                return known.formal_name
            organisation = lexicon.organisation(match["name"])
            return organisation.name if organisation else squash(match["name"])
    return None


def region_of(organisation: str | None, lexicon: Lexicon) -> str | None:
    if organisation is None:
        return None
    municipality: MunicipalityEntry | None = lexicon.municipality(organisation)
    if municipality:
        return municipality.region
    found = lexicon.organisation(organisation)
    return found.region if found else None
