"""The paper as DOCX: the item on one upright page, the tables behind it on pages that lie."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from trinvis.core import clock
from trinvis.reports.paper import Paper, Part, Story, Table

FONT = "Arial"
INK, PETROL, MUTED = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x0B, 0x5A, 0x6E), RGBColor(0x55, 0x59, 0x5C)
_SIDE = Cm(2.4)
_UPRIGHT, _LYING = Cm(16.2), Cm(25.3)


def document(paper: Paper) -> bytes:
    """The bytes of the document."""
    made = docx.Document()
    _styles(made, paper.lang)
    made.core_properties.title = paper.title
    made.core_properties.author = paper.organisation
    made.core_properties.comments = ""
    made.core_properties.language = {"da": "da-DK", "en": "en-GB"}[paper.lang]
    made.core_properties.created = made.core_properties.modified = clock.now().replace(tzinfo=None)
    _page(made.sections[0], lying=False)
    _head(made, made.sections[0], paper)
    _foot(made, made.sections[0], paper)
    made.add_paragraph(paper.title, style="Heading 1")
    made.add_paragraph(paper.meta, style="Meta")
    for part in paper.parts:
        _part(made, part)
    if paper.annexes:
        made.add_paragraph(_annex_line(paper), style="Meta").paragraph_format.space_before = Pt(8)
    lying = False
    for number, annex in enumerate(paper.annexes, 1):
        wants = isinstance(annex, Table) and len(annex.head) > 4
        section = made.add_section(WD_SECTION.NEW_PAGE)
        if wants != lying or number == 1:
            _page(section, lying=wants)
            section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
            _head(made, section, paper)
            _foot(made, section, paper)
            lying = wants
        _annex(made, paper, number, annex, _LYING if lying else _UPRIGHT)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _annex_line(paper: Paper) -> str:
    listed = [f"{number}. {one.title}" for number, one in enumerate(paper.annexes, 1)]
    return f"{paper.annex_words[0]}: {'  '.join(listed)}"


def _styles(made: Any, lang: str) -> None:
    styles = made.styles
    normal = styles["Normal"]
    _font(normal, 10, INK)
    normal.paragraph_format.space_after, normal.paragraph_format.space_before = Pt(5), Pt(0)
    normal.paragraph_format.line_spacing = 1.12
    normal.paragraph_format.widow_control = True
    language = OxmlElement("w:lang")
    for side in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{side}"), {"da": "da-DK", "en": "en-GB"}[lang])
    normal.element.get_or_add_rPr().append(language)
    for name, size, before, after in (("Heading 1", 17, 2, 3), ("Heading 2", 11.5, 9, 3)):
        style = styles[name]
        _font(style, size, PETROL, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.05
        style.paragraph_format.keep_with_next = True
    bullet = styles["List Bullet"]
    _font(bullet, 10, INK)
    bullet.paragraph_format.space_after = Pt(2)
    meta = styles.add_style("Meta", 1)
    meta.base_style = normal
    _font(meta, 9, MUTED)
    cell = styles.add_style("Cell", 1)
    cell.base_style = normal
    _font(cell, 8.5, INK)
    cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1.05


def _font(style: Any, size: float, colour: RGBColor, *, bold: bool | None = None) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    if bold is not None:
        style.font.bold, style.font.italic = bold, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for side in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{side}"), FONT)
    # The template's headings ask for the theme's font, which wins over a name.
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _page(section: Any, *, lying: bool) -> None:
    long, broad = Cm(29.7), Cm(21)
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, broad) if lying else (broad, long)
    section.left_margin = section.right_margin = Cm(2.2) if lying else _SIDE
    section.top_margin, section.bottom_margin = Cm(2.7), Cm(1.7)
    section.header_distance, section.footer_distance = Cm(1.1), Cm(0.8)


def _head(made: Any, section: Any, paper: Paper) -> None:
    """The region's form: hospital and committee to the left, meeting and item to the right."""
    head = section.header
    width = section.page_width - section.left_margin - section.right_margin
    first = head.paragraphs[0]
    second = head.add_paragraph()
    for line, left, right, bold in (
        (first, paper.organisation, paper.meeting, True), (second, paper.committee, paper.item, False),
    ):  # fmt: skip
        line.style = made.styles["Meta"]
        line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        line.paragraph_format.space_after = Pt(1)
        _run(line, left, 9, PETROL if bold else MUTED, bold=bold)
        _run(line, f"\t{right}", 9, MUTED)
    _line(second, ("bottom",))


def _foot(made: Any, section: Any, paper: Paper) -> None:
    line = section.footer.paragraphs[0]
    line.style, line.alignment = made.styles["Meta"], WD_ALIGN_PARAGRAPH.RIGHT
    words = paper.page_words
    _run(line, f"{words[0]} ", 8, MUTED)
    _number(line, "PAGE")
    _run(line, f" {words[1]} ", 8, MUTED)
    _number(line, "NUMPAGES")


def _run(line: Any, text: str, size: float, colour: RGBColor, *, bold: bool = False) -> Any:
    run = line.add_run(text)
    run.font.size, run.font.color.rgb, run.font.bold = Pt(size), colour, bold
    return run


def _number(line: Any, what: str) -> None:
    """A page number, which the reader's program counts."""
    run = _run(line, "", 8, MUTED)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    inner = OxmlElement("w:r")
    inner.append(deepcopy(run._r.get_or_add_rPr()))
    shown = OxmlElement("w:t")
    shown.text = "1"
    inner.append(shown)
    field.append(inner)
    line._p.replace(run._r, field)


def _line(
    paragraph: Any, sides: tuple[str, ...], colour: str = "9DB9C1", size: int = 6, space: int = 4
) -> None:
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", colour)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    # Before spacing, as the schema orders a paragraph's properties.
    properties = paragraph._p.get_or_add_pPr()
    after = [qn(f"w:{name}") for name in ("shd", "tabs", "spacing", "ind", "jc")]
    place = next((one for one in properties if one.tag in after), None)
    if place is None:
        properties.append(borders)
    else:
        place.addprevious(borders)


def _part(made: Any, part: Part) -> None:
    if part.heading:
        made.add_paragraph(part.heading, style="Heading 2")
    for text in part.paragraphs:
        made.add_paragraph(text)
    for text in part.bullets:
        made.add_paragraph(text, style="List Bullet")
    for text in part.after:
        line = made.add_paragraph(text)
        if part.bullets:
            line.paragraph_format.space_before = Pt(4) if text == part.after[0] else Pt(0)
    for _ in range(part.room):
        empty = made.add_paragraph()
        empty.paragraph_format.space_after = Pt(3)
        # Lines that are alike would be drawn as one, without the one between them.
        _line(empty, ("bottom", "between"), "BFC6C9", 4, 1)


def _annex(made: Any, paper: Paper, number: int, annex: Table | Story, width: int) -> None:
    made.add_paragraph(f"{paper.annex_words[1]} {number}. {annex.title}", style="Heading 1")
    if isinstance(annex, Table):
        made.add_paragraph(annex.lead, style="Meta")
        _table(made, annex, width)
        return
    for piece in annex.pieces:
        if piece.heading:
            made.add_paragraph(piece.heading, style="Heading 2")
        if piece.source:
            made.add_paragraph(piece.source, style="Meta")
        for label, text in piece.texts:
            line = made.add_paragraph()
            if label:
                line.add_run(f"{label}. ").bold = True
            line.add_run(text)


def _table(made: Any, table: Table, width: int) -> None:
    grid = made.add_table(rows=1, cols=len(table.head))
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    widths = [int(width * part / sum(table.widths)) for part in table.widths]
    for column, one in zip(grid.columns, widths, strict=True):
        column.width = one
    _borders(grid)
    _fill(made, grid.rows[0], table.head, widths, head=True, bold=True)
    for row in table.rows:
        _fill(made, grid.add_row(), row, widths, head=False, bold=table.named)


def _fill(made: Any, row: Any, texts: tuple[str, ...], widths: list[int], *, head: bool, bold: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))
    for at, (cell, text, width) in enumerate(zip(row.cells, texts, widths, strict=True)):
        cell.width = width
        line = cell.paragraphs[0]
        line.style = made.styles["Cell"]
        first, _, more = text.partition("\n")
        run = line.add_run(first)
        run.font.bold = head or (at == 0 and bold) or None
        if head:
            run.font.color.rgb = PETROL
        if more:
            run.add_break()
            line.add_run(more).font.color.rgb = MUTED


def _borders(grid: Any) -> None:
    """Hairlines between rows and none between columns; some air in each cell."""
    properties = grid._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side, size in (("top", 0), ("left", 0), ("bottom", 4), ("right", 0), ("insideH", 4), ("insideV", 0)):
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "single" if size else "nil")
        if size:
            for name, value in (("sz", str(size)), ("space", "0"), ("color", "BFC6C9")):
                border.set(qn(f"w:{name}"), value)
        borders.append(border)
    margins = OxmlElement("w:tblCellMar")
    for side, air in (("top", 50), ("left", 0), ("bottom", 50), ("right", 120)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(air))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = properties.find(qn("w:tblLayout"))
    for one in (borders, margins) if layout is None else ():
        properties.append(one)
    if layout is not None:
        layout.addprevious(borders)
        layout.addnext(margins)
