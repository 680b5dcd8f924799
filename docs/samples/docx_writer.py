"""A source as a DOCX file, built the way a word processor does it: styles, numbering, tables, tracked changes.

Only the standard library is used, and the same source always gives the same members with the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from minutes_markup import Block, Heading, Line, Look, Numbered, Paragraph, Run, Source, Table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHANGED = 'w:author="Sekreteraren" w:date="2025-03-14T09:12:00Z"'
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)

_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{part}{suffix}.xml" ContentType="{_TYPE}.{part}+xml"/>'
        for part, suffix in (("styles", ""), ("numbering", ""), ("settings", ""), ("header", "1"), ("footer", "1"))
    )
    + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONSHIPS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONSHIPS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for i, (kind, target) in enumerate(
            (
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("settings", "settings"),
                ("header", "header1"),
                ("footer", "footer1"),
            ),
            start=1,
        )
    )
    + "</Relationships>"
)
_SETTINGS = (
    f'{_HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1304"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:themeFontLang w:val="sv-SE"/></w:settings>'
)


def _paragraph_style(name: str, label: str, run: str, extra: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{label}"/><w:basedOn w:val="Normal"/>'
        f"{extra}<w:rPr>{run}</w:rPr></w:style>"
    )


_STYLES = (
    f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="sv-SE"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        _paragraph_style(
            f"Rubrik{level}",
            f"heading {level}",
            f'<w:b/><w:sz w:val="{36 - 4 * level}"/>',
            f'<w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>',
        )
        for level in (1, 2, 3)
    )
    + _paragraph_style("Liststycke", "List Paragraph", "<w:b/>", "<w:pPr><w:keepNext/></w:pPr>")
    + _paragraph_style("Sidhuvud", "header", '<w:color w:val="666666"/>')
    + _paragraph_style("Sidfot", "footer", '<w:color w:val="666666"/>')
    + '<w:style w:type="character" w:styleId="Utgende"><w:name w:val="Utgående"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style></w:styles>"
)
_NUMBERING = (
    f'{_HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def build_docx(source: Source, title: str) -> bytes:
    """The file's bytes."""
    writer = _Writer()
    body = "".join(writer.block(block) for block in source.blocks)
    document = (
        f"{_HEAD}<w:document {_W} {_R}><w:body>{body}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    page = (
        '<w:r><w:t xml:space="preserve"> – sida </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONSHIPS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
        "word/styles.xml": _STYLES,
        "word/numbering.xml": _NUMBERING,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": f"{_HEAD}<w:hdr {_W}>{_aside('Sidhuvud', source.header)}</w:hdr>",
        "word/footer1.xml": f"{_HEAD}<w:ftr {_W}>{_aside('Sidfot', source.footer, page)}</w:ftr>",
        "docProps/core.xml": (
            f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode("utf-8"))
    return buffer.getvalue()


def _aside(style: str, text: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{escape(text)}</w:t></w:r>{more}</w:p>'


class _Writer:
    """Counts what must be told apart in one file: tracked changes, and struck runs, whose looks come by turns from the
    run itself, from a character style and from a double strike, since all three occur."""

    def __init__(self) -> None:
        self._changes = 100
        self._struck = 0

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, line):
                return self._paragraph((line,), f'<w:pStyle w:val="Rubrik{level}"/>')
            case Numbered(level, line):
                number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
                return self._paragraph((line,), f'<w:pStyle w:val="Liststycke"/>{number}')
            case Paragraph(lines):
                return self._paragraph(lines)
            case Table(rows):
                return self._table(rows)

    def _paragraph(self, lines: Iterable[Line], properties: str = "") -> str:
        inside = "<w:r><w:br/></w:r>".join("".join(self._run(run) for run in line) for line in lines)
        head = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f'<w:p w:rsidR="00A41C77" w:rsidRDefault="00A41C77">{head}{inside}</w:p>'

    def _run(self, run: Run) -> str:
        properties = self._properties(run.looks)
        if Look.DELETED in run.looks:
            self._changes += 1
            words = f'<w:r>{properties}<w:delText xml:space="preserve">{escape(run.text)}</w:delText></w:r>'
            return f'<w:del w:id="{self._changes}" {_CHANGED}>{words}</w:del>'
        # A long run is cut in two, as editing and spell-checking leave it.
        middle = len(run.text) // 2 if len(run.text) > 30 else len(run.text)
        pieces = [piece for piece in (run.text[:middle], run.text[middle:]) if piece]
        words = '<w:proofErr w:type="spellStart"/>'.join(
            f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces
        )
        if Look.INSERTED in run.looks:
            self._changes += 1
            return f'<w:ins w:id="{self._changes}" {_CHANGED}>{words}</w:ins>'
        return words

    def _properties(self, looks: frozenset[Look]) -> str:
        style = inside = ""
        if Look.BOLD in looks:
            inside += "<w:b/>"
        if Look.ITALIC in looks:
            inside += "<w:i/>"
        if Look.STRUCK in looks:
            self._struck += 1
            if self._struck % 3 == 0:
                style = '<w:rStyle w:val="Utgende"/>'
            else:
                inside += "<w:strike/>" if self._struck % 3 == 1 else "<w:dstrike/>"
        return f"<w:rPr>{style}{inside}</w:rPr>" if style or inside else ""

    def _table(self, rows: tuple[tuple[Line | None, ...], ...]) -> str:
        columns = max(len(row) for row in rows)
        width = 9070 // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        body = "".join(f"<w:tr>{''.join(self._cell(rows, r, c, width) for c in range(columns))}</w:tr>" for r in range(len(rows)))
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Tabellrutnt"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{self._paragraph(())}"
        )

    def _cell(self, rows: tuple[tuple[Line | None, ...], ...], r: int, c: int, width: int) -> str:
        line = rows[r][c] if c < len(rows[r]) else ()
        goes_on = r + 1 < len(rows) and c < len(rows[r + 1]) and rows[r + 1][c] is None
        merge = "<w:vMerge/>" if line is None else '<w:vMerge w:val="restart"/>' if goes_on else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{self._paragraph((line or (),))}</w:tc>'
