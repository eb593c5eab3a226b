"""The chart draws what is known as known and what is open as open, and no figure is lost or made up on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader import report
from iraqreader.timeline import Chart, Point, find_points, render_timeline
from tests.comparisons import article, articles, figure

if TYPE_CHECKING:
    from iraqreader.model import Article

SCALE = [article("first", "2014-01-01", troops=(figure("5,000"),)), article("last", "2023-12-31")]
"""Ten years, and numbers up to 5,000."""


def drawn(point: Point, width: int = 78) -> str:
    """The two bars of a point on the axes of SCALE, without their grid."""
    line = Chart.of(find_points(SCALE), width).line(point)
    return f"{line.days.replace('┊', ' ').strip()} {line.amount.strip()}".strip()


AMOUNTS = {
    "5,000": "━━━━━━━━━━━━━━━━━━━━━━━━━●",
    "2,500": "━━━━━━━━━━━━●",
    "~2,500": "━━━━━━━━━━━━~",
    ">2,500": "━━━━━━━━━━━━>",
    "≥2,500": "━━━━━━━━━━━━≥",
    "≤2,500": "┄┄┄┄┄┄┄┄┄┄┄┄≤",
    "<2,500": "┄┄┄┄┄┄┄┄┄┄┄┄<",
    "2,500–3,500": "━━━━━━━━━━━━●┄┄┄┄┄●",
    "2,490–2,499": "━━━━━━━━━━━━●",
    "2,500⚑": "━━━━━━━━━━━━●",
    "1": "●",
}


@pytest.mark.parametrize("shown", AMOUNTS)
def test_a_bar_is_solid_as_far_as_it_is_certain_and_ends_in_the_sign_of_its_qualifier(shown: str) -> None:
    assert drawn(Point(article(), figure(shown))) == AMOUNTS[shown]


WINDOWS = {
    "2016-02-03": "●",
    "2016-02-03..2016-02-09": "●",
    "2016-01-01..2018-01-01": "├─────┤",
    "2020-06-01..": "├──────────▸",
    "..2017-01-01": "◂────────┤",
    "..2014-01-03": "◂",
    "2023-12-20..": "▸",
    "": "",
}


@pytest.mark.parametrize("when", WINDOWS)
def test_a_window_is_drawn_from_end_to_end_and_an_open_end_is_an_arrow(when: str) -> None:
    assert drawn(Point(article(when=when), None)) == WINDOWS[when]


def test_sources_that_disagree_have_a_line_each_and_articles_without_a_figure_are_listed() -> None:
    given_ = [
        article("silent", "2014-06-11", publisher="The Post"),
        article(
            "disputed",
            "2016-02-03",
            basis="corrected",
            troops=(
                figure("3,700⚑", speaker="Lena Holt"),
                figure("90", headline=False),
                figure(">4,000⚑", headline=False, speaker="Karim\x1b al-Amin"),
            ),
        ),
        article("undated", troops=(figure("~200"),)),
    ]
    head, *lines = (" ".join(line.split()) for line in render_timeline(given_, 100))
    assert head.startswith("when troops ")
    assert head.endswith("0 2,500 5,000 says")
    assert lines[0].startswith("2014-06-11 — ")
    assert lines[0].endswith(" The Post")
    assert lines[1].startswith("2016-02-03† 3,700⚑ ")
    assert lines[1].endswith("● Lena Holt")
    assert lines[2].startswith("2016-02-03† >4,000⚑ ")
    assert lines[2].endswith("> Karim␛ al-Amin")
    assert lines[3].startswith("unknown ~200 ")
    assert lines[3].endswith("~ undated")
    assert len(lines) == 4, "a number of some of the troops is no point"


def test_where_no_day_is_known_there_is_no_axis_of_days() -> None:
    lines = list(render_timeline([article(troops=(figure("5,000"),))], 58))
    head, line = (" ".join(line.split()) for line in lines)
    assert head == "when troops 0 2,500 5,000"
    assert line == f"unknown 5,000 {'━' * 36}●"


SPANS = {
    ("2016-02-03", "2016-11-03"): "Jan 2016 Apr 2016 Jul 2016 Oct 2016",
    ("2014-06-01", "2016-11-03"): "2014 2015 2016",
    ("2014-06-01", "2022-11-03"): "2014 2016 2018 2020 2022",
    ("1990-06-01", "2022-11-03"): "1990 1995 2000 2005 2010 2015 2020",
    ("1800-06-01", "2022-11-03"): "1800 1850 1900 1950 2000",
}


@pytest.mark.parametrize("ends", SPANS)
def test_an_axis_has_as_many_marks_as_can_be_read(ends: tuple[str, str]) -> None:
    chart = Chart.of(find_points([article(when=end) for end in ends]), 90)
    assert " ".join(chart.head().days.split()) == SPANS[ends]


@given(articles(), st.integers(58, 250))
def test_lines_fit_and_every_figure_is_written_out(given_: list[Article], width: int) -> None:
    head, *lines = render_timeline(given_, width)
    assert all(report.display_width(line) <= width for line in (head, *lines))
    points = find_points(given_)
    assert {point.article.id for point in points} == {item.id for item in given_}
    for line, point in zip(lines, points, strict=True):
        assert report.troops(point.figure) in line
        assert line.startswith(report.short(report.days(point.article.published)))
