"""Copies of one report are shown as such: how many in the list, which in the panel, and the way there and back."""

from __future__ import annotations

from datetime import date
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

import pytest

from iraqreader.articles import Held
from iraqreader.collection import Collection
from iraqreader.indexing import refresh
from iraqreader.library import Library, as_it_is
from iraqreader.model import DateRange
from tests.test_likeness import WIRE, prose
from tests.tui_library import article_of
from tests.tui_pilot import MIDDLE, SMALL, WIDE, desk, press, reading, said, shown

if TYPE_CHECKING:
    from pathlib import Path

    from iraqreader.model import Article

OUTLETS = ("The Valley Post", "The Bridge Times", "Harvest Weekly")


def printed(outlet: str, day: int, *paragraphs: str) -> Article:
    days = DateRange(date(2016, 4, day), date(2016, 4, day))
    text = "\n\n".join(["{title:Engineers asked for}", f"{{publisher:{outlet}}} reports.", *paragraphs])
    return article_of(text, f"day-{day}", days, "stated")


def wired() -> Library:
    """A report in three outlets, the last of which cut it, and another report between them."""
    first, second, third = (printed(outlet, day, *WIRE) for outlet, day in zip(OUTLETS, (1, 2, 4), strict=True))
    cut = printed(OUTLETS[2], 4, *WIRE[:8])
    return Library(Held((first, second, printed("Our Own", 3, *prose(9)), third._replace(text=cut.text))))


@pytest.mark.parametrize("size", [SMALL, MIDDLE, WIDE])
async def test_the_list_says_how_many_copies_there_are(size: tuple[int, int]) -> None:
    async with reading(size, wired()) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        lines = shown(desk(pilot)._panes.list)[1:8:2]
        assert ["≈2" in line for line in lines] == [True, True, False, True]


async def test_the_panel_lists_them_with_how_alike_they_are() -> None:
    async with reading(WIDE, wired()) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        lines = [" ".join(line.split()) for line in shown(desk(pilot).panel)]
        head = next(index for index, line in enumerate(lines) if line.startswith("COPIES ≈2"))
        assert lines[head + 1 : head + 3] == [
            "The Bridge Times 2016-04-02 98 %",
            "Harvest Weekly 2016-04-04 65 %",
        ]
        await press(pilot, "j", "j", "enter")
        assert not any("COPIES" in line for line in shown(desk(pilot).panel))


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_enter_leads_to_a_copy_and_back(size: tuple[int, int]) -> None:
    async with reading(size, wired()) as pilot:
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "3")
        panel = desk(pilot).panel
        row = next(index for index in range(panel.count()) if "Bridge Times" in panel.entry(index, 40)[0][0].text)
        panel.point_at(row)
        await press(pilot, "enter")
        assert desk(pilot).reader.article.id == "day-2"
        await press(pilot, "ctrl+o")
        assert desk(pilot).reader.article.id == "day-1"
        assert pilot.app.focused is panel
        assert said(pilot)


async def test_many_copies_are_counted_not_listed_one_by_one() -> None:
    articles = [printed(f"Outlet {day}", day, *WIRE) for day in range(1, 29)]
    async with reading((100, 60), Library(Held(articles))) as pilot:
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "3")
        lines = [line.strip() for line in shown(desk(pilot).panel)]
        assert sum(line.endswith(" %") for line in lines) == 8
        assert "and 19 more" in lines


async def test_nobody_waits_for_the_comparison() -> None:
    class Slow(Held):
        """Would take its time."""

        def copies(self, index: int) -> list[int]:
            assert self.compared or current_thread() is not main_thread()
            return [*super().copies(index)]

    async with reading(MIDDLE, Library(Slow(wired().articles))) as pilot:
        await pilot.app.workers.wait_for_complete()
        assert desk(pilot).articles.compared


async def test_a_copy_that_comes_or_goes_while_one_reads_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iraqreader.tui.desk.EVERY", 3600.0)

    def bring(*names: str) -> None:
        for name in names:
            (folder / name).write_text("\n\n".join(WIRE))
        refresh(tmp_path / "of", [str(folder)], lambda _: None, jobs=1)

    folder = tmp_path / "clippings"
    folder.mkdir()
    bring("first.txt", "other.txt")
    async with reading(WIDE, Library(Collection(tmp_path / "of", as_it_is))) as pilot:
        told = []
        for names in (["third.txt"], []):
            bring(*names)
            await desk(pilot).grow()
            await pilot.pause()
            found = [line.split()[:2] for line in shown(desk(pilot).panel) if "COPIES" in line]
            told += [*found, *("≈2" in line for line in shown(desk(pilot)._panes.list)[1:2])]
            (folder / "other.txt").unlink(missing_ok=True)
        assert told == [["COPIES", "≈2"], True, ["COPIES", "≈1"], False]
