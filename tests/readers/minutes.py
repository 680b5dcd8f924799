"""Invented minutes as one neutral value, and writers that save it in every format that is read."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape

from ingest.document import BlockKind, Document, MarkKind

STRUCK, BOLD, ITALIC, UNDERLINED = 1, 2, 4, 8

Words = list[tuple[str, int]]
"""Pieces of a line: text and style bits."""


def words(*pieces: str | tuple[str, int]) -> Words:
    return [(piece, 0) if isinstance(piece, str) else piece for piece in pieces]


def struck(text: str) -> tuple[str, int]:
    return text, STRUCK


def bold(text: str) -> tuple[str, int]:
    return text, BOLD


def italic(text: str) -> tuple[str, int]:
    return text, ITALIC


@dataclass(frozen=True)
class Part:
    """kind: heading, paragraph, item (numbered), bullet or table. `number` is what the format counts by itself."""

    kind: str
    words: Words = field(default_factory=list)
    level: int = 0
    number: str | None = None
    rows: Sequence[Sequence[Words]] = ()


def heading(level: int, *pieces: str | tuple[str, int]) -> Part:
    return Part("heading", words(*pieces), level)


def para(*pieces: str | tuple[str, int]) -> Part:
    return Part("paragraph", words(*pieces))


def bullet(*pieces: str | tuple[str, int]) -> Part:
    return Part("bullet", words(*pieces))


def item(number: str, level: int, *pieces: str | tuple[str, int]) -> Part:
    return Part("item", words(*pieces), level, number)


def grid(*rows: Sequence[Words | str]) -> Part:
    return Part("table", rows=[[words(cell) if isinstance(cell, str) else cell for cell in row] for row in rows])


LONG = (
    "Arbetsgruppen har under våren samlat in synpunkter från samtliga berörda verksamheter och föreslår att den gemensamma "
    "planen prövas i två delar, först i de norra orterna och sedan i hela området, så att erfarenheterna hinner tas tillvara. "
    "Ledamöterna ställde frågor om tidplanen, om kostnaden för de två tjänsterna och om hur uppföljningen ska redovisas för rådet."
)

MINUTES: list[Part] = [
    heading(1, "Minnesanteckningar Omsorgsrådet i Granlandet"),
    para(bold("Datum:"), " 2031-03-12"),
    para(bold("Plats:"), " Sammanträdesrummet Linden, Granstad"),
    para(bold("Närvarande:"), " (", struck("överstruken"), " = frånvarande)"),
    grid(
        ["Ort", "Ledamot", "Ersättare"],
        ["Granstad", words("Maja Ekdal (ordf)"), words(struck("Otto Lind"))],
        ["Norrbäcken", words(struck("Signe Alm")), words("Vera Holm")],
        ["Sjövik-Berga", words("Elis Björk"), ""],
        ["Ådalen", words(struck("Åke Öberg")), words(struck("Ärla Dahl"))],
    ),
    heading(2, "1. Mötets öppnande"),
    para("Omsorgsrådet beslutade"),
    para(bold("att öppna mötet")),
    heading(2, "2. Gemensam plan för hemgång"),
    para(italic("Föredragande: Tore Gran, utvecklingsledare")),
    para(LONG),
    bullet("första delen omfattar tre orter"),
    bullet("andra delen omfattar hela området"),
    para("Omsorgsrådet beslutade"),
    para(bold("att rekommendera kommunerna att pröva planen")),
    heading(2, "3. Mötets avslutande"),
    para("Ordföranden tackade för visat intresse."),
]

FULL: list[Part] = [
    heading(1, "Minnesanteckningar Omsorgsrådet i Granlandet"),
    para(bold("Datum:"), " 2031-09-18"),
    para(bold("Tid:"), " 09.00-12.00"),
    para(bold("Plats:"), " Sammanträdesrummet Linden, Granstad"),
    para(bold("Närvarande:"), " (", struck("överstruken"), " = frånvarande)"),
    grid(
        ["Kommun", "Ledamot", "Ersättare"],
        ["Mora", words("Maja Ekdal (ordf)"), words(struck("Otto Lind"))],
        ["Orsa", words(struck("Signe Alm")), words("Vera Holm")],
        ["Malung-Sälen", words("Elis Björk"), ""],
        ["Säter", words(struck("Åke Öberg")), words(struck("Ärla Dahl"))],
        ["Tjänstepersoner", words("Tore Gran"), words(struck("Lo Frisk"))],
    ),
    heading(2, "1. Mötets öppnande"),
    para("Omsorgsrådet beslutade"),
    para(bold("att öppna mötet")),
    heading(2, "2. Val av justerare"),
    para("Omsorgsrådet beslutade"),
    para(bold("att utse Vera Holm till justerare")),
    heading(2, "3. Skriftlig information"),
    para(bold("a) Information: Årsrapport stödboende 2030")),
    para("Omsorgsrådet beslutade"),
    para(bold("att lägga årsrapporten till handlingarna")),
    para(bold("b) Beslut: Handlingsplan för trygg hemgång")),
    para(LONG),
    para("Omsorgsrådet beslutade"),
    para(bold("att anta handlingsplanen")),
    para(bold("att rekommendera kommunerna att pröva handlingsplanen")),
    heading(2, "4. Beslut: Trygg hemgång - Delrapport, bilaga 4 B"),
    para(italic("Föredragande: Tore Gran, utvecklingsledare, Region Dalarna")),
    para(italic("Lo Frisk, avdelningschef, Mora kommun")),
    para("Frågan återrapporteras på rådets möte den 12 november 2031."),
    bullet("första delen omfattar tre orter"),
    bullet("andra delen omfattar hela området"),
    para("Omsorgsrådet beslutade"),
    para(bold("att ge Region Dalarna i uppdrag att redovisa delrapporten")),
    heading(2, "5. Ärenden till kommande möten"),
    grid(
        ["Ärende", "Ansvarig", "Möte"],
        ["Trygg hemgång", "Tore Gran", "2031-11-12"],
        ["Stödboende", "Lo Frisk", "2032-02-10"],
        ["Digital vårdplanering", "Vera Holm", "2032-04-20"],
    ),
    heading(2, "6. Övriga frågor"),
    para(bold("6. a) Information: Boende för unga")),
    para("Rådet tog del av informationen."),
    para(bold("6. b) Dialog: Resor mellan kommunerna")),
    para("Omsorgsrådet beslutade"),
    para(bold("att bjuda in Lo Frisk till nästa möte")),
    heading(2, "7. Mötets avslutande"),
    para("Ordföranden tackade för visat intresse."),
]
"""Minutes with what real ones have: struck names, items with parts, several decisions, presenters on several lines, a table of matters."""


def pieces(part: Part) -> Words:
    return [*part.words, *(piece for row in part.rows for cell in row for piece in cell)]


def struck_words(parts: Sequence[Part]) -> list[str]:
    """Every struck word, in text order."""
    return [word for part in parts for text, style in pieces(part) if style & STRUCK for word in text.split()]


# -- HTML, Markdown, text ----------------------------------------------------------------------------------------------


def _html(line: Words) -> str:
    out = ""
    for text, style in line:
        piece = html.escape(text).replace("\n", "<br>")
        for bit, tag in ((STRUCK, "del"), (BOLD, "b"), (ITALIC, "i"), (UNDERLINED, "u")):
            if style & bit:
                piece = f"<{tag}>{piece}</{tag}>"
        out += piece
    return out


def to_html(parts: Sequence[Part], *, font: str = "Liberation Sans", border: bool = True, extra_css: str = "") -> bytes:
    rule = "border: 1px solid #444;" if border else ""
    out = [
        "<!DOCTYPE html><html lang=sv><head><meta charset=utf-8><title>m</title><style>",
        f"body {{ font: 11pt '{font}' }} table {{ border-collapse: collapse }} td {{ {rule} padding: 2px 8px; text-align: left }}{extra_css}",
        "</style></head><body>",
    ]
    listing = ""
    for part in parts:
        wanted = "ul" if part.kind == "bullet" else ""
        if wanted != listing:
            out.append((f"</{listing}>" if listing else "") + (f"<{wanted}>" if wanted else ""))
            listing = wanted
        if part.kind == "heading":
            out.append(f"<h{part.level}>{_html(part.words)}</h{part.level}>")
        elif part.kind == "bullet":
            out.append(f"<li>{_html(part.words)}</li>")
        elif part.kind == "table":
            rows = "".join("<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in part.rows)
            out.append(f"<table>{rows}</table>")
        else:
            number = f"{part.number} " if part.number else ""
            out.append(f"<p>{number}{_html(part.words)}</p>")
    out.append((f"</{listing}>" if listing else "") + "</body></html>")
    return "\n".join(out).encode()


def _markdown(line: Words) -> str:
    out = ""
    for text, style in line:
        piece = text.replace("\n", "<br>")
        for bit, sign in ((STRUCK, "~~"), (ITALIC, "*"), (BOLD, "**")):
            if style & bit:
                piece = f"{sign}{piece}{sign}"
        out += piece
    return out


def to_markdown(parts: Sequence[Part]) -> bytes:
    out: list[str] = []
    for part in parts:
        if part.kind == "heading":
            out.append("#" * part.level + " " + _markdown(part.words).replace(". ", "\\. ", 1))
        elif part.kind == "bullet":
            out.append("- " + _markdown(part.words))
        elif part.kind == "table":
            lines = ["| " + " | ".join(_markdown(cell) for cell in row) + " |" for row in part.rows]
            lines.insert(1, "|" + "---|" * len(part.rows[0]))
            out.append("\n".join(lines))
        else:
            out.append((f"{part.number} " if part.number else "") + _markdown(part.words))
    return "\n\n".join(out).encode()


def to_text(parts: Sequence[Part]) -> bytes:
    out: list[str] = []
    for part in parts:
        if part.kind == "heading":
            out.append("#" * part.level + " " + _markdown(part.words))
        elif part.kind == "table":
            out.append("\n".join("\t".join(_html(cell) for cell in row) for row in part.rows))
        else:
            out.append(("- " if part.kind == "bullet" else "") + _markdown(part.words))
    return "\n\n".join(out).encode()


def to_overlaid_text(parts: Sequence[Part]) -> bytes:
    """Plain text without any sign but U+0336 after each struck character, as one copies out of some editors."""

    def plain(line: Words) -> str:
        return "".join("".join(c + "\u0336" for c in text) if style & STRUCK else text for text, style in line)

    out: list[str] = []
    for part in parts:
        if part.kind == "table":
            out.append("\n".join("\t".join(plain(cell) for cell in row) for row in part.rows))
        else:
            lead = "- " if part.kind == "bullet" else f"{part.number} " if part.number else ""
            out.append(lead + plain(part.words))
    return "\n\n".join(out).encode()


# -- DOCX --------------------------------------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "{overrides}</Types>"
)
RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = f"""<w:styles {W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="FONT" w:hAnsi="FONT" w:cs="FONT"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="34"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="27"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="StrukenRad"><w:name w:val="Struken rad"/><w:basedOn w:val="Normal"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="StrukenArv"><w:name w:val="Struken arv"/><w:basedOn w:val="StrukenRad"/></w:style>
<w:style w:type="character" w:styleId="Struken"><w:name w:val="Struken"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="StrukenBarn"><w:name w:val="Struken barn"/><w:basedOn w:val="Struken"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1. %2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="444444"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def run(text: str, style: int = 0, properties: str = "") -> str:
    inside = properties
    inside += "<w:b/>" if style & BOLD else ""
    inside += "<w:i/>" if style & ITALIC else ""
    inside += "<w:strike/>" if style & STRUCK else ""
    inside += '<w:u w:val="single"/>' if style & UNDERLINED else ""
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(line) for line in text.split("\n"))
    return f'<w:r>{f"<w:rPr>{inside}</w:rPr>" if inside else ""}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def numbered(content: str, number_id: int, level: int = 0) -> str:
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(rows: Sequence[Sequence[str]], borders: bool = True) -> str:
    width = max(len(row) for row in rows)
    columns = f'<w:gridCol w:w="{9000 // width}"/>' * width
    inside = "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/>{BORDERS if borders else ""}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{inside}</w:tbl>'


def docx(
    body: str,
    *,
    styles: str | None = STYLES.replace("FONT", "Liberation Sans"),
    numbering: str | None = NUMBERING,
    parts: dict[str, tuple[str, str]] | None = None,
) -> bytes:
    """A DOCX around body XML. `parts` maps further part names (in word/) to (relationship kind, XML)."""
    extra: dict[str, tuple[str, str]] = dict(parts or {})
    if styles:
        extra["styles.xml"] = ("styles", styles)
    if numbering:
        extra["numbering.xml"] = ("numbering", numbering)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kinds = {"styles.xml": "styles", "numbering.xml": "numbering"}
        overrides = "".join(
            f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
            f'{kinds.get(name, kind)}+xml"/>'
            for name, (kind, _) in extra.items()
        )
        archive.writestr("[Content_Types].xml", CONTENT_TYPES.format(overrides=overrides))
        archive.writestr(
            "_rels/.rels", RELS.format(f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>')
        )
        relations = "".join(
            f'<Relationship Id="x{i}" Type="{OFFICE}/{kind}" Target="{name}"/>'
            for i, (name, (kind, _)) in enumerate(extra.items())
        )
        archive.writestr("word/_rels/document.xml.rels", RELS.format(relations))
        for name, (_, xml) in extra.items():
            archive.writestr(f"word/{name}", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}')
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W} xmlns:r="{OFFICE}" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
            'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<w:body>{body}</w:body></w:document>",
        )
    return out.getvalue()


def _runs(line: Words) -> str:
    return "".join(run(text, style) for text, style in line)


def to_docx(parts: Sequence[Part], *, font: str = "Liberation Sans", borders: bool = True, sections: str = "") -> bytes:
    body = ""
    for part in parts:
        if part.kind == "heading":
            body += paragraph(_runs(part.words), f'<w:pStyle w:val="Rubrik{part.level}"/>')
        elif part.kind == "bullet":
            body += numbered(_runs(part.words), 1)
        elif part.kind == "item":
            body += numbered(_runs(part.words), 2, part.level)
        elif part.kind == "table":
            body += table([[cell(paragraph(_runs(content))) for content in row] for row in part.rows], borders) + paragraph("")
        else:
            body += paragraph(_runs(part.words))
    return docx(body + sections, styles=STYLES.replace("FONT", font))


# -- ODT ---------------------------------------------------------------------------------------------------------------

_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)


def to_odt(parts: Sequence[Part]) -> bytes:
    def spans(line: Words) -> str:
        out = ""
        for text, style in line:
            piece = escape(text).replace("\n", "<text:line-break/>")
            out += f'<text:span text:style-name="T{style}">{piece}</text:span>' if style else piece
        return out

    automatic = ""
    for style in range(1, 8):
        properties = (' fo:font-weight="bold"' if style & BOLD else "") + (' fo:font-style="italic"' if style & ITALIC else "")
        properties += ' style:text-line-through-style="solid" style:text-line-through-type="single"' if style & STRUCK else ""
        automatic += f'<style:style style:name="T{style}" style:family="text"><style:text-properties{properties}/></style:style>'
    automatic += (
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
        "<style:list-level-properties/></text:list-level-style-bullet></text:list-style>"
    )
    body = ""
    for part in parts:
        if part.kind == "heading":
            body += f'<text:h text:outline-level="{part.level}">{spans(part.words)}</text:h>'
        elif part.kind == "bullet":
            body += f'<text:list text:style-name="L1"><text:list-item><text:p>{spans(part.words)}</text:p></text:list-item></text:list>'
        elif part.kind == "table":
            rows = "".join(
                "<table:table-row>"
                + "".join(f"<table:table-cell><text:p>{spans(c)}</text:p></table:table-cell>" for c in row)
                + "</table:table-row>"
                for row in part.rows
            )
            body += f'<table:table><table:table-column table:number-columns-repeated="{len(part.rows[0])}"/>{rows}</table:table>'
        else:
            body += f"<text:p>{spans(part.words)}</text:p>"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF} office:version="1.3"><office:automatic-styles>{automatic}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        )
    return out.getvalue()


# -- from a document back to parts -------------------------------------------------------------------------------------


def parts_of(document: Document) -> list[Part]:
    """The flow of a document as parts, to be written again in another format. Headers, footers and notes are left out."""
    bits = {MarkKind.STRUCK: STRUCK, MarkKind.BOLD: BOLD, MarkKind.ITALIC: ITALIC}

    def pieces_of(start: int, end: int) -> Words:
        ends = {place for mark in document.marks for place in (mark.start, mark.end) if start < place < end}
        cuts = sorted({start, end} | ends)
        return [
            (document.text[a:b], sum(bits[mark.kind] for mark in document.marks if mark.start <= a and b <= mark.end))
            for a, b in pairwise(cuts)
        ]

    parts: list[Part] = []
    for block in document.blocks:
        if block.kind in (BlockKind.HEADER, BlockKind.FOOTER, BlockKind.FOOTNOTE):
            continue
        if block.kind is BlockKind.TABLE:
            width = max(len(row) for row in block.rows)
            rows = [[pieces_of(c.start, c.end) for c in row] + [[] for _ in range(width - len(row))] for row in block.rows]
            parts.append(Part("table", rows=rows))
        elif block.kind is BlockKind.HEADING:
            parts.append(Part("heading", pieces_of(block.start, block.end), min(block.level or 1, 3)))
        elif document.text.startswith("- ", block.start):
            parts.append(Part("bullet", pieces_of(block.start + 2, block.end)))
        else:
            parts.append(Part("paragraph", pieces_of(block.start, block.end)))
    return parts
