"""Styles of DOCX: what a chain of styles says of runs, headings and lists, and the small values of its properties."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.xml import Element, integer

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING_NAMES = ("heading ", "rubrik ", "überschrift ", "titre ")
_TITLE_NAMES = frozenset({"title", "titel", "rubrik"})


@dataclass(slots=True)
class Style:
    """What a style chain says. A toggle that no style of the chain mentions is None."""

    bold: bool | None = None
    italic: bool | None = None
    strike: bool | None = None
    double: bool | None = None
    hidden: bool | None = None
    outline: int | None = None
    number_id: str | None = None
    number_level: int | None = None
    number_style: str | None = None  # the style of the chain that names the list


class Styles:
    """The styles of a document by their ids. `root` is the part that holds them, None where there is none."""

    def __init__(self, root: Element | None, ns: str) -> None:
        self._ns = ns
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        self.defaults = Style()
        if root is None:
            return
        for element in root.iterfind(f"{ns}style"):
            key = element.get(f"{ns}styleId") or ""
            self._elements[key] = element
            if element.get(f"{ns}type") == "paragraph" and (element.get(f"{ns}default") or "0") not in _OFF:
                self.default_paragraph = key
        self._run(root.find(f"{ns}docDefaults/{ns}rPrDefault/{ns}rPr"), self.defaults)

    def _run(self, properties: Element | None, into: Style) -> None:
        if properties is None:
            return
        into.bold = toggle(properties, f"{self._ns}b", into.bold)
        into.italic = toggle(properties, f"{self._ns}i", into.italic)
        into.strike = toggle(properties, f"{self._ns}strike", into.strike)
        into.double = toggle(properties, f"{self._ns}dstrike", into.double)
        into.hidden = toggle(properties, f"{self._ns}vanish", into.hidden)

    def get(self, key: str | None) -> Style:
        """The style with everything it is based on; an empty one when it is unknown."""
        if key is None:
            return Style()
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._resolve(key)
        return found

    def _resolve(self, key: str) -> Style:
        ns = self._ns
        chain: list[tuple[str, Element]] = []
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at in self._elements and at not in seen and len(chain) < 50:
            seen.add(at)
            element = self._elements[at]
            chain.append((at, element))
            based = element.find(f"{ns}basedOn")
            at = None if based is None else based.get(f"{ns}val")
        style = Style()
        for name, element in reversed(chain):
            self._run(element.find(f"{ns}rPr"), style)
            level = heading_level(element.find(f"{ns}name"), ns)
            if level is not None:
                style.outline = level
            properties = element.find(f"{ns}pPr")
            if properties is None:
                continue
            outline = properties.find(f"{ns}outlineLvl")
            if outline is not None:
                style.outline = integer(outline.get(f"{ns}val"), 9)
            numbers = properties.find(f"{ns}numPr")
            if numbers is not None:
                number_id, index = numbers.find(f"{ns}numId"), numbers.find(f"{ns}ilvl")
                if number_id is not None:
                    style.number_id, style.number_style = number_id.get(f"{ns}val"), name
                if index is not None:
                    style.number_level = integer(index.get(f"{ns}val"), 0)
        return style


def heading_level(name: Element | None, ns: str) -> int | None:
    """The outline level (0 first) that a style's name tells: "heading 2", "Rubrik 2", "Title"."""
    if name is None:
        return None
    words = (name.get(f"{ns}val") or "").lower()
    if words in _TITLE_NAMES:
        return 0
    for prefix in _HEADING_NAMES:
        if words.startswith(prefix) and words[len(prefix) :].strip().isdigit():
            return int(words[len(prefix) :].strip()[:2]) - 1
    return None


def toggle(properties: Element, tag: str, default: bool | None) -> bool | None:
    """An on/off property: present without value means on."""
    element = properties.find(tag)
    if element is None:
        return default
    value = element.get(tag.rpartition("}")[0] + "}val")
    return value is None or value.lower() not in _OFF
