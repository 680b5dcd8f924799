"""Which words are struck: a thin line through the middle of the letters, or a StrikeOut annotation over them.

The band and the shares are measured on many producers: strikes lie 0.16 to 0.34 em above the baseline, underlines at
-0.05 em or lower, overlines above 0.6 em.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ingest.readers.pdf.extract import PageReader, Rule, Word

MAX_THICKNESS_EM = 0.16
LOW_EM, HIGH_EM = 0.07, 0.48
MIN_LENGTH_EM = 0.4
GLYPH_SHARE = 0.5  # of a glyph's width that a line must cover
WORD_SHARE = 0.6  # of a word's glyphs
PARTIAL_SHARE = 0.3  # less than a word, but more than the end of the neighbour's line
PARTIAL_GLYPHS = 3
LINE_SHARE = 0.5  # of the line's own length that lies over words: a rule across the page is no strike


def mark_struck(reader: PageReader) -> set[int]:
    """Note on each word which of its characters are struck; the indices of the rules that did so."""
    content = reader.content
    if not content.words or not (content.rules or content.quads):
        return set()
    words = sorted(content.words, key=lambda word: word.base)
    bases = [word.base for word in words]
    largest = max(word.size for word in words)
    cover: dict[int, list[tuple[float, float]]] = {}
    cause: dict[int, list[int]] = {}
    for number, rule in enumerate(content.rules):
        if rule.x1 - rule.x0 < 1.0 or rule.x1 - rule.x0 < abs(rule.y1 - rule.y0):
            continue
        low, high = min(rule.y0, rule.y1) - HIGH_EM * largest, max(rule.y0, rule.y1)
        crossed: list[int] = []
        for index in range(bisect_left(bases, low), bisect_right(bases, high)):
            word = words[index]
            if word.x1 > rule.x0 and word.x0 < rule.x1 and _runs_through(rule, word):
                crossed.append(index)
        if crossed and _share_over(rule, [words[index] for index in crossed]) >= LINE_SHARE:
            for index in crossed:
                cover.setdefault(index, []).append((rule.x0, rule.x1))
                cause.setdefault(index, []).append(number)
    for x0, y0, x1, y1 in content.quads:
        for index in range(bisect_left(bases, y0 - 0.3 * largest), bisect_right(bases, y1)):
            word = words[index]
            if word.x1 > x0 and word.x0 < x1 and y0 <= word.base + 0.25 * word.size <= y1:
                cover.setdefault(index, []).append((x0, x1))
    used: set[int] = set()
    for index, spans in cover.items():
        word = words[index]
        word.struck = _struck_characters(reader, word, _merged(spans))
        if word.struck:
            word.reach = max(end for _, end in spans)
            used.update(cause.get(index, ()))
    return used


def _runs_through(rule: Rule, word: Word) -> bool:
    if rule.thickness > MAX_THICKNESS_EM * word.size or rule.x1 - rule.x0 < MIN_LENGTH_EM * word.size:
        return False
    middle = (max(rule.x0, word.x0) + min(rule.x1, word.x1)) / 2
    slope = (rule.y1 - rule.y0) / (rule.x1 - rule.x0)
    height = rule.y0 + slope * (middle - rule.x0) - word.base
    return LOW_EM * word.size <= height <= HIGH_EM * word.size


def _share_over(rule: Rule, words: list[Word]) -> float:
    """How much of the line lies between the first and the last word that it crosses."""
    first, last = min(word.x0 for word in words), max(word.x1 for word in words)
    return (min(rule.x1, last) - max(rule.x0, first)) / (rule.x1 - rule.x0)


def _merged(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1] + 0.3:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _struck_characters(reader: PageReader, word: Word, spans: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """Half-open runs of characters of the word: all of it, some of it, or none."""
    length = len(word.text)
    if any(start <= word.x0 + 0.1 * word.size and end >= word.x1 - 0.1 * word.size for start, end in spans):
        return [(0, length)]
    glyphs = reader.glyphs(word)
    hit = [_covered(left, right, spans) for left, right in glyphs]
    letters = [is_hit for is_hit, sign in zip(hit, word.text, strict=False) if sign.isalnum()] or hit
    share = sum(letters) / max(1, len(letters))  # brackets and commas beside the word do not count
    if share >= WORD_SHARE:
        first, last = 0, length
        if len(hit) == length:  # the line ends before a bracket or comma: the sign is not struck
            while first < last and not hit[first] and not word.text[first].isalnum():
                first += 1
            while last > first and not hit[last - 1] and not word.text[last - 1].isalnum():
                last -= 1
        return [(first, last)]
    if share < PARTIAL_SHARE or len(hit) != length:
        return []
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, is_hit in enumerate([*hit, False]):
        if is_hit and start is None:
            start = index
        elif not is_hit and start is not None:
            if index - start >= PARTIAL_GLYPHS:
                runs.append((start, index))
            start = None
    return runs


def _covered(left: float, right: float, spans: list[tuple[float, float]]) -> bool:
    width = right - left
    if width <= 0:
        return any(start <= left <= end for start, end in spans)
    return sum(max(0.0, min(right, end) - max(left, start)) for start, end in spans) >= GLYPH_SHARE * width
