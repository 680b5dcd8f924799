"""Words, thin rules and strike-out annotations of one PDF page, in upright page coordinates (points, y upwards).

PDFium answers one question per call, so a page is asked as little as possible: three calls per word, five per drawn
object, glyph by glyph only where a rule crosses a word.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.styled import BOLD, ITALIC

MAX_OBJECTS = 60_000  # per page; a map or a chart can have millions and says nothing about strikes
MAX_SEGMENTS = 60_000
MAX_CHARACTERS = 400_000  # per page; a page of small print has 10,000
MAX_FORM_DEPTH = 6

_HANDLE = ctypes.c_void_p
_DOUBLES = ctypes.POINTER(ctypes.c_double)
_FLOATS = ctypes.POINTER(ctypes.c_float)
_UINTS = ctypes.POINTER(ctypes.c_uint)


def _bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """The named PDFium function with handles as plain integers, which are hashable and quicker to pass."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    prototype: Any = ctypes.CFUNCTYPE(result, *arguments)
    return prototype(address)  # type: ignore[no-any-return]


_count_chars = _bind("FPDFText_CountChars", ctypes.c_int, _HANDLE)
_get_text = _bind("FPDFText_GetText", ctypes.c_int, _HANDLE, ctypes.c_int, ctypes.c_int, ctypes.c_void_p)
_get_unicode = _bind("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, ctypes.c_int)
_char_object = _bind("FPDFText_GetTextObject", _HANDLE, _HANDLE, ctypes.c_int)
_char_origin = _bind("FPDFText_GetCharOrigin", ctypes.c_int, _HANDLE, ctypes.c_int, _DOUBLES, _DOUBLES)
_char_box = _bind("FPDFText_GetLooseCharBox", ctypes.c_int, _HANDLE, ctypes.c_int, _FLOATS)
_char_matrix = _bind("FPDFText_GetMatrix", ctypes.c_int, _HANDLE, ctypes.c_int, _FLOATS)
_char_size = _bind("FPDFText_GetFontSize", ctypes.c_double, _HANDLE, ctypes.c_int)
_text_font = _bind("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
_text_mode = _bind("FPDFTextObj_GetTextRenderMode", ctypes.c_int, _HANDLE)
_font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, ctypes.c_char_p, ctypes.c_size_t)
_font_weight = _bind("FPDFFont_GetWeight", ctypes.c_int, _HANDLE)
_count_objects = _bind("FPDFPage_CountObjects", ctypes.c_int, _HANDLE)
_get_object = _bind("FPDFPage_GetObject", _HANDLE, _HANDLE, ctypes.c_int)
_count_form = _bind("FPDFFormObj_CountObjects", ctypes.c_int, _HANDLE)
_get_form = _bind("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
_object_type = _bind("FPDFPageObj_GetType", ctypes.c_int, _HANDLE)
_object_bounds = _bind("FPDFPageObj_GetBounds", ctypes.c_int, _HANDLE, _FLOATS, _FLOATS, _FLOATS, _FLOATS)
_object_matrix = _bind("FPDFPageObj_GetMatrix", ctypes.c_int, _HANDLE, _FLOATS)
_draw_mode = _bind("FPDFPath_GetDrawMode", ctypes.c_int, _HANDLE, ctypes.POINTER(ctypes.c_int), ctypes.POINTER(ctypes.c_int))
_fill_color = _bind("FPDFPageObj_GetFillColor", ctypes.c_int, _HANDLE, _UINTS, _UINTS, _UINTS, _UINTS)
_stroke_color = _bind("FPDFPageObj_GetStrokeColor", ctypes.c_int, _HANDLE, _UINTS, _UINTS, _UINTS, _UINTS)
_stroke_width = _bind("FPDFPageObj_GetStrokeWidth", ctypes.c_int, _HANDLE, _FLOATS)
_count_segments = _bind("FPDFPath_CountSegments", ctypes.c_int, _HANDLE)
_get_segment = _bind("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, ctypes.c_int)
_segment_point = _bind("FPDFPathSegment_GetPoint", ctypes.c_int, _HANDLE, _FLOATS, _FLOATS)
_segment_type = _bind("FPDFPathSegment_GetType", ctypes.c_int, _HANDLE)
_segment_close = _bind("FPDFPathSegment_GetClose", ctypes.c_int, _HANDLE)
_annot_count = _bind("FPDFPage_GetAnnotCount", ctypes.c_int, _HANDLE)

_PATH, _IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
_TOKEN = re.compile("[^\\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi(?!-?light)|(?:[-,]|MT)Bd\b|-BdMT|Fett", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv|[-,]It\b|BoldIt\b", re.IGNORECASE)
_RAISED = re.compile(r"(?<=[^\W\d])\d{1,2}$|(?<=[.,;:)”\"])\d{1,2}$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def transform(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


@dataclass(slots=True)
class Word:
    """Characters without white space between them. `order` and `last` are PDFium's indices of the outer characters,
    so that neighbours in drawing order are known; `reach` is how far a strike over the word goes to the right."""

    x0: float
    x1: float
    base: float
    size: float
    text: str
    bits: int
    order: int
    last: int
    struck: list[tuple[int, int]] = field(default_factory=list)
    reach: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line as drawn: its middle from (x0, y0) to (x1, y1), left to right or bottom to top, and its thickness."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float


@dataclass(slots=True)
class PageContent:
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)  # text that does not run from left to right
    rules: list[Rule] = field(default_factory=list)
    quads: list[tuple[float, float, float, float]] = field(default_factory=list)  # StrikeOut: x0, y0, x1, y1
    dots: list[tuple[float, float, float]] = field(default_factory=list)  # drawn bullets: middle x and y, size
    image_share: float = 0.0  # of the page's area, by the largest image
    objects: int = 0  # drawn on the page, text and pictures and all
    invisible: int = 0  # characters of words drawn in no colour: text recognition under a scan
    unmapped: int = 0  # characters without a known Unicode value
    characters: int = 0


@dataclass(frozen=True, slots=True)
class _Face:
    bits: int
    size: float
    upright: bool
    invisible: bool
    matrix: Matrix


class PageReader:
    """Reads one loaded page. Handles are integers, valid while the page and text page are open."""

    def __init__(self, page: int, text_page: int, box: tuple[float, float, float, float], rotation: int) -> None:
        self._page = page
        self._text_page = text_page
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        self._upright: Matrix = (
            (1.0, 0.0, 0.0, 1.0, -left, -bottom),
            (0.0, -1.0, 1.0, 0.0, -bottom, right),
            (-1.0, 0.0, 0.0, -1.0, right, top),
            (0.0, 1.0, -1.0, 0.0, top, -left),
        )[rotation % 4]
        self._turned = rotation % 4 != 0
        if rotation % 2:
            width, height = height, width
        self.content = PageContent(width, height)
        self._faces: dict[int, _Face] = {}
        self._fonts: dict[int, int] = {}
        self._objects_left = MAX_OBJECTS
        self._segments_left = MAX_SEGMENTS
        self._floats = (ctypes.c_float * 8)()
        self._rect = ctypes.cast(self._floats, _FLOATS)
        self._four = [ctypes.c_float() for _ in range(4)]
        self._uints = [ctypes.c_uint() for _ in range(4)]
        self._refs = [ctypes.byref(value) for value in self._four]
        self._uint_refs = [ctypes.byref(value) for value in self._uints]
        self._ints = [ctypes.c_int(), ctypes.c_int()]

    def read(self) -> PageContent:
        self._read_words()
        for index in range(min(_count_objects(self._page), MAX_OBJECTS)):
            self._read_object(_get_object(self._page, index), None, 0)
            if self._objects_left <= 0:
                break
        self.content.objects = MAX_OBJECTS - self._objects_left
        if _annot_count(self._page) > 0:
            self._read_annotations()
        return self.content

    # -- words --------------------------------------------------------------------------------------------------------

    def _text(self) -> tuple[str, bool]:
        """The page's characters, one per PDFium index."""
        count = min(max(_count_chars(self._text_page), 0), MAX_CHARACTERS)
        if not count:
            return "", True
        buffer = ctypes.create_string_buffer(2 * count + 4)
        written = _get_text(self._text_page, 0, count, buffer)
        text = buffer.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text, True
        codes = (_get_unicode(self._text_page, index) for index in range(count))  # some characters are two units or none
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes), False

    def _face(self, handle: int, index: int) -> _Face:
        found = self._faces.get(handle)
        if found is not None:
            return found
        floats = self._floats
        matrix: Matrix = _IDENTITY
        if _char_matrix(self._text_page, index, self._rect):
            matrix = (floats[0], floats[1], floats[2], floats[3], floats[4], floats[5])
        a, b, c, d, _, _ = multiply(matrix, self._upright)
        size = abs(_char_size(self._text_page, index)) * (hypot(c, d) or hypot(a, b) or 1.0)
        mode = _text_mode(handle) if handle else 0
        font = _text_font(handle) if handle else None
        bits = self._font_bits(font) if font else 0
        if mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
            bits |= BOLD  # how a bold face is imitated
        face = _Face(bits, size or 1.0, a > 0 and abs(b) <= 0.1 * a, mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, matrix)
        self._faces[handle] = face
        return face

    def _font_bits(self, font: int) -> int:
        found = self._fonts.get(font)
        if found is None:
            buffer = ctypes.create_string_buffer(256)
            _font_name(font, buffer, 256)
            name = buffer.value.decode("utf-8", errors="replace").rpartition("+")[2]
            bold = bool(_BOLD_NAME.search(name)) or _font_weight(font) >= 600
            found = self._fonts[font] = (BOLD if bold else 0) | (ITALIC if _ITALIC_NAME.search(name) else 0)
        return found

    def _read_words(self) -> None:
        text, _ = self._text()
        content, text_page, floats = self.content, self._text_page, self._floats
        x, y = ctypes.c_double(), ctypes.c_double()
        x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
        shift_x, shift_y = self._upright[4], self._upright[5]
        faces = self._faces
        for match in _TOKEN.finditer(text):
            first, last = match.start(), match.end() - 1
            token = match.group()
            handle = _char_object(text_page, first)
            face = faces.get(handle or 0) or self._face(handle or 0, first)
            if not _char_origin(text_page, first, x_ref, y_ref) or not _char_box(text_page, last, self._rect):
                continue
            if token[-1] in "\x02\ufffe":
                token = token[:-1] + "-"
            if self._turned:
                x0, base = transform(self._upright, x.value, y.value)
                ends = [transform(self._upright, floats[0], floats[1]), transform(self._upright, floats[2], floats[3])]
                x1 = max(ends[0][0], ends[1][0])
            else:
                x0, base, x1 = x.value + shift_x, y.value + shift_y, floats[2] + shift_x
            content.characters += len(token)
            if face.invisible:
                content.invisible += len(token)
            if not token.isascii():
                content.unmapped += sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in token)
            if not face.upright:
                content.turned.append(Word(x0, x1, base, face.size, token, face.bits, first, last))
                continue
            if not (-2.0 <= base <= content.height + 2.0 and x1 >= -2.0 and x0 <= content.width + 2.0):
                continue  # outside the visible page
            if raised := _RAISED.search(token):
                token = self._superscript(token, raised, first, face)
            content.words.append(Word(x0, max(x1, x0), base, face.size, token, face.bits, first, last))

    def _superscript(self, token: str, raised: re.Match[str], first: int, face: _Face) -> str:
        """A note's number behind a word, told by its smaller face, is written raised, lest "plan2" come of it."""
        index = first + raised.start()
        small = self._face(_char_object(self._text_page, index) or 0, index)
        return token[: raised.start()] + raised.group().translate(_SUPERSCRIPT) if small.size < 0.8 * face.size else token

    def glyphs(self, word: Word) -> list[tuple[float, float]]:
        """Left and right edge of each character of the word; asked only where it matters."""
        floats = self._floats
        out: list[tuple[float, float]] = []
        for index in range(word.order, word.last + 1):
            if not _char_box(self._text_page, index, self._rect):
                out.append((word.x0, word.x0))
                continue
            first = transform(self._upright, floats[0], floats[1])
            second = transform(self._upright, floats[2], floats[3])
            out.append((min(first[0], second[0]), max(first[0], second[0])))
        return out

    # -- rules --------------------------------------------------------------------------------------------------------

    def _read_object(self, handle: int | None, outer: Matrix | None, depth: int) -> None:
        self._objects_left -= 1
        if not handle or self._objects_left <= 0:
            return
        kind = _object_type(handle)
        if kind == _PATH:
            self._read_path(handle, outer)
        elif kind == _FORM and depth < MAX_FORM_DEPTH:
            inner = multiply(self._matrix_of(handle), outer or self._upright)
            for index in range(min(max(_count_form(handle), 0), MAX_OBJECTS)):
                self._read_object(_get_form(handle, index), inner, depth + 1)
                if self._objects_left <= 0:
                    return
        elif kind == _IMAGE:
            x0, y0, x1, y1 = self._bounds(handle, outer)
            area = max(0.0, min(x1, self.content.width) - max(x0, 0.0)) * max(0.0, min(y1, self.content.height) - max(y0, 0.0))
            whole = self.content.width * self.content.height
            self.content.image_share = max(self.content.image_share, area / whole if whole > 0 else 0.0)

    def _matrix_of(self, handle: int) -> Matrix:
        floats = self._floats
        if not _object_matrix(handle, self._rect):
            return _IDENTITY
        return floats[0], floats[1], floats[2], floats[3], floats[4], floats[5]

    def _bounds(self, handle: int, outer: Matrix | None) -> tuple[float, float, float, float]:
        if not _object_bounds(handle, *self._refs):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (value.value for value in self._four)
        if outer is None and not self._turned:
            x, y = self._upright[4], self._upright[5]
            return left + x, bottom + y, right + x, top + y
        matrix = outer or self._upright
        corners = [transform(matrix, px, py) for px in (left, right) for py in (bottom, top)]
        return min(c[0] for c in corners), min(c[1] for c in corners), max(c[0] for c in corners), max(c[1] for c in corners)

    def _is_pale(self, handle: int, *, stroke: bool) -> bool:
        """White or fully transparent: a rule that nobody sees strikes nothing."""
        ask = _stroke_color if stroke else _fill_color
        if not ask(handle, *self._uint_refs):
            return False
        red, green, blue, alpha = (value.value for value in self._uints)
        return alpha < 20 or min(red, green, blue) >= 245

    def _read_path(self, handle: int, outer: Matrix | None) -> None:
        x0, y0, x1, y1 = self._bounds(handle, outer)
        width, height = x1 - x0, y1 - y0
        if max(width, height) < 1.0 or not _draw_mode(handle, ctypes.byref(self._ints[0]), ctypes.byref(self._ints[1])):
            return
        filled, stroked = self._ints[0].value != 0, self._ints[1].value != 0
        if not filled and not stroked:
            return
        if min(width, height) <= 2.5 and not stroked:
            if not self._is_pale(handle, stroke=False):
                self._add(x0, y0, x1, y1)
            return
        if filled and max(width, height) <= 9.0 and 0.7 <= width / max(height, 0.1) <= 1.4:
            self.content.dots.append(((x0 + x1) / 2, (y0 + y1) / 2, max(width, height)))
            return
        if not stroked and _count_segments(handle) <= 5:
            return  # one filled shape that is not thin: a background, a highlight, a bar
        if self._is_pale(handle, stroke=stroked):
            return
        matrix = multiply(self._matrix_of(handle), outer or self._upright)
        thickness = 0.0
        if stroked and _stroke_width(handle, self._refs[0]):
            thickness = self._four[0].value * abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
        if stroked and min(width, height) <= thickness + 0.4 and thickness <= 3.0 and _count_segments(handle) <= 2:
            half = thickness / 2
            if width >= height:
                self.content.rules.append(Rule(x0 + half, (y0 + y1) / 2, x1 - half, (y0 + y1) / 2, max(thickness, 0.1)))
            else:
                self.content.rules.append(Rule((x0 + x1) / 2, y0 + half, (x0 + x1) / 2, y1 - half, max(thickness, 0.1)))
            return
        for points, closed in self._subpaths(handle, matrix):
            self._read_subpath(points, closed, stroked, max(thickness, 0.1))

    def _add(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin filled rectangle as a rule along its middle."""
        if x1 - x0 >= y1 - y0:
            self.content.rules.append(Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, y1 - y0))
        else:
            self.content.rules.append(Rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1 - x0))

    def _subpaths(self, handle: int, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
        """Runs of straight segments in page coordinates; a curve ends a run."""
        points: list[tuple[float, float]] = []
        closed = False
        for index in range(min(_count_segments(handle), self._segments_left)):
            self._segments_left -= 1
            segment = _get_segment(handle, index)
            if not segment or not _segment_point(segment, self._refs[0], self._refs[1]):
                continue
            kind = _segment_type(segment)
            point = transform(matrix, self._four[0].value, self._four[1].value)
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                if len(points) > 1:
                    yield points, closed
                points, closed = [], False
            points.append(point)
            closed = closed or bool(_segment_close(segment))
        if len(points) > 1:
            yield points, closed

    def _read_subpath(self, points: list[tuple[float, float]], closed: bool, stroked: bool, thickness: float) -> None:
        if not stroked:
            x0, x1 = min(p[0] for p in points), max(p[0] for p in points)
            y0, y1 = min(p[1] for p in points), max(p[1] for p in points)
            if min(x1 - x0, y1 - y0) <= 2.5:
                self._add(x0, y0, x1, y1)
            return
        if thickness > 3.0:
            return
        if closed and points[0] != points[-1]:
            points = [*points, points[0]]
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(bx - ax) >= abs(by - ay):
                (ax, ay), (bx, by) = sorted(((ax, ay), (bx, by)))
                if abs(by - ay) <= 0.12 * (bx - ax):
                    self.content.rules.append(Rule(ax, ay, bx, by, thickness))
            elif abs(bx - ax) <= 0.02 * abs(by - ay):
                x = (ax + bx) / 2
                self.content.rules.append(Rule(x, min(ay, by), x, max(ay, by), thickness))

    # -- annotations --------------------------------------------------------------------------------------------------

    def _read_annotations(self) -> None:
        page = ctypes.cast(ctypes.c_void_p(self._page), pdfium.FPDF_PAGE)
        for index in range(min(_annot_count(self._page), 5000)):
            annotation = pdfium.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                hidden = pdfium.FPDFAnnot_GetFlags(annotation) & 2
                if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_STRIKEOUT or hidden:
                    continue
                quad = pdfium.FS_QUADPOINTSF()
                for place in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 500)):
                    if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, place, quad):
                        corners = [
                            transform(self._upright, px, py)
                            for px, py in ((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4))
                        ]
                        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
                        self.content.quads.append((min(xs), min(ys), max(xs), max(ys)))
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
