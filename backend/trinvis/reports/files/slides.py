"""The slides as PPTX, with charts that PowerPoint and LibreOffice draw themselves and that can be edited."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

from trinvis.core import clock
from trinvis.reports.paper import Chart, Paper, Slide

FONT = "Arial"
INK, PETROL, MUTED = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x0B, 0x5A, 0x6E), RGBColor(0x55, 0x59, 0x5C)
_SERIES = (PETROL, RGBColor(0x8F, 0xBD, 0xC9), RGBColor(0xDD, 0xE2, 0xE4))
_LABELS = (RGBColor(0xFF, 0xFF, 0xFF), INK, INK)
WIDE, HIGH, LEFT = Cm(33.867), Cm(19.05), Cm(2.2)
_ACROSS = WIDE - 2 * LEFT


def slides(paper: Paper) -> bytes:
    """The bytes of the presentation: a first slide with the title, then the outline's."""
    show = pptx.Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    about = show.core_properties
    about.title, about.author, about.last_modified_by = paper.title, paper.organisation, paper.organisation
    about.language = {"da": "da-DK", "en": "en-GB"}[paper.lang]
    about.comments = ""
    about.created = about.modified = clock.now().replace(tzinfo=None)
    _first(show, paper)
    for number, slide in enumerate(paper.slides, 2):
        _slide(show, paper, slide, number)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _blank(show: Any, title: str, top: int, height: int, size: float) -> Any:
    """A slide whose title is a title to screen readers and in the outline too."""
    page = show.slides.add_slide(show.slide_layouts[5])
    head = page.shapes.title
    head.left, head.top, head.width, head.height = LEFT, top, _ACROSS, height
    frame = head.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = 0
    _write(frame.paragraphs[0], title, size, PETROL, bold=True)
    frame.paragraphs[0].alignment = 1
    return page


def _write(line: Any, text: str, size: float, colour: RGBColor, *, bold: bool = False) -> None:
    run = line.add_run()
    run.text = text
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size), bold
    run.font.color.rgb = colour


def _box(page: Any, top: int, height: int) -> Any:
    frame = page.shapes.add_textbox(LEFT, top, _ACROSS, height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    return frame


def _bar(page: Any, top: int) -> None:
    bar = page.shapes.add_shape(1, LEFT, top, Cm(2.4), Cm(0.14))
    bar.fill.solid()
    bar.fill.fore_color.rgb = PETROL
    bar.line.fill.background()
    bar.shadow.inherit = False
    _decorative(bar)


def _decorative(shape: Any) -> None:
    shape._element.nvSpPr.cNvPr.set("descr", "")


def _first(show: Any, paper: Paper) -> None:
    page = _blank(show, paper.title, Cm(4.2), Cm(5.2), 40)
    _bar(page, Cm(9.9))
    frame = _box(page, Cm(10.6), Cm(5))
    lines = [
        (f"{paper.committee}, {paper.meeting[:1].lower()}{paper.meeting[1:]}", 20, INK),
        (paper.meta, 16, MUTED), (paper.organisation, 16, MUTED),
    ]  # fmt: skip
    for at, (text, size, colour) in enumerate(lines):
        line = frame.paragraphs[0] if not at else frame.add_paragraph()
        line.space_after = Pt(6)
        _write(line, text, size, colour)


def _slide(show: Any, paper: Paper, slide: Slide, number: int) -> None:
    page = _blank(show, slide.title, Cm(1.1), Cm(2.6), 28)
    _bar(page, Cm(3.95))
    if slide.chart:
        _chart(page, slide.chart, paper.lang)
    if slide.bullets:
        _bullets(page, slide.bullets)
    if slide.note:
        _write(_box(page, Cm(16.4), Cm(1)).paragraphs[0], slide.note, 14, MUTED)
    foot = _box(page, Cm(17.7), Cm(0.9)).paragraphs[0]
    _write(foot, f"{number}    {paper.organisation}. {paper.meta}", 11, MUTED)


def _bullets(page: Any, bullets: Sequence[str]) -> None:
    letters = sum(len(one) for one in bullets)
    size = 22 if letters < 420 else 19 if letters < 650 else 16
    frame = _box(page, Cm(4.8), Cm(12))
    for at, text in enumerate(bullets):
        line = frame.paragraphs[0] if not at else frame.add_paragraph()
        line.space_after, line.line_spacing = Pt(size * 0.6), 1.08
        if len(bullets) > 1:
            _marked(line)
        _write(line, text, size, INK)


def _marked(line: Any) -> None:
    """A bullet that hangs, so that the second line of it stands beneath the first."""
    properties = line._p.get_or_add_pPr()
    properties.set("marL", str(Cm(0.9)))
    properties.set("indent", str(-Cm(0.9)))
    colour = properties.makeelement(qn("a:buClr"), {})
    colour.append(colour.makeelement(qn("a:srgbClr"), {"val": "0B5A6E"}))
    properties.append(colour)
    properties.append(properties.makeelement(qn("a:buFont"), {"typeface": FONT}))
    properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))


def _chart(page: Any, told: Chart, lang: str) -> None:
    data = CategoryChartData(number_format="0" if not told.decimals else "0.0")
    data.categories = told.categories
    for name, values in told.series:
        data.add_series(name, values)
    kind = XL_CHART_TYPE.BAR_STACKED if told.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    _write(_box(page, Cm(4.4), Cm(0.9)).paragraphs[0], told.title, 16, MUTED)
    height = Cm(11) if told.note and told.note != told.title else Cm(11.8)
    shape = page.shapes.add_chart(kind, LEFT, Cm(5.5), _ACROSS, height, data)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", f"{told.title}. {told.sentence}.")
    chart = shape.chart
    chart.has_title, chart.font.name, chart.font.size = False, FONT, Pt(16)
    chart.font.color.rgb = INK
    chart.has_legend = len(told.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        chart.legend.font.size = Pt(16)
    _axes(chart, told)
    plot = chart.plots[0]
    plot.gap_width = 60
    if told.stacked:
        plot.overlap = 100
    for at, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _SERIES[at % 3]
        series.invert_if_negative = False
        labels = series.data_labels
        labels.show_value = True
        # An empty part of a bar has no label: a third section of the format is what zeros look like.
        labels.number_format, labels.number_format_is_linked = ("0.0" if told.decimals else "0;;"), False
        labels.font.size, labels.font.bold, labels.font.name = Pt(16), True, FONT
        labels.font.color.rgb = _LABELS[at % 3] if told.stacked else INK
        labels.position = XL_LABEL_POSITION.CENTER if told.stacked else XL_LABEL_POSITION.OUTSIDE_END


def _axes(chart: Any, told: Chart) -> None:
    """The first category on top; no grid, no numbers along the edge: each bar says its own."""
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.format.line.fill.background()
    categories.tick_labels.font.size = Pt(16 if len(told.categories) < 7 else 13)
    categories.major_tick_mark = -4142
    values.has_major_gridlines = False
    values.visible = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    values.minimum_scale, values.maximum_scale = told.axis or (0, None)
