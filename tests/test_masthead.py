"""The list shows an article by its title and its outlet: a wrong one misleads, none is better."""

from __future__ import annotations

import pytest

from iraqreader.extract.furniture import find_furniture
from iraqreader.extract.masthead import find_publisher, find_title
from iraqreader.extract.segment import segment
from tests.marked import read_marked

REPORT = "\n\nThe minister said on Tuesday that the talks would go on for another week, and that no date had been set."

TITLES = {
    "title case": "{title:Iraq Asks for Talks on Its Borders}" + REPORT,
    "sentence case without a stop": "{title:Minister calls for a plan to leave}" + REPORT,
    "a question": "{title:Will the Army leave?}" + REPORT,
    "title case with a stop": "{title:Minister Calls Talks a Success.}" + REPORT,
    "a sentence is no title": "The minister called the talks a success on Tuesday." + REPORT,
    "a summary is no title": "Story highlights Minister calls for talks" + REPORT,
    "a line that reads on": "The minister called\nfor talks that would go on.",
    "alone": "Minister Calls For Talks",
    "nothing": "",
}

PUBLISHERS = {
    "agency": ("BAGHDAD (Reuters) - The talks went on.", "Reuters"),
    "agency with a date": ("WASHINGTON, June 3 (AP) — The talks went on.", "Associated Press"),
    "bio": ("The talks went on." + REPORT + "\n\nJane covers the Army for Army Times.", "Army Times"),
    "newsletter": ("The talks went on." + REPORT + "\n\nSign up for alerts from NBC News" + REPORT, "NBC News"),
    "byline": ("Jane Roe\n\nUSA TODAY" + REPORT, "USA TODAY"),
    "told more than once": ("He told Fox News so. She told Fox News that it was not so." + REPORT, "Fox News"),
    "has learned": ("The talks have failed, CBS News has learned." + REPORT, "CBS News"),
    "told once: someone else's interview": ("He told CNN so." + REPORT, None),
    "told an agency: anyone's source": (
        "He told The Associated Press so. She told the AP that it was so." + REPORT,
        None,
    ),
    "told a paper that is also cited": (
        "He told Politico so, and told Politico more. Politico reported it." + REPORT,
        None,
    ),
    "an agency that only helped": (REPORT + "\n\nThe Associated Press contributed to this report.", None),
    "a link to another paper": (REPORT + "\n\nRead the rest of the story at The New York Post.", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize("example", TITLES.values(), ids=TITLES)
def test_title(example: str) -> None:
    """A headline is shown as the title; a first sentence is not."""
    marked = read_marked(example)
    title = find_title(segment(marked.text))
    assert ([title.of(marked.text)] if title else []) == marked.words("title")


@pytest.mark.parametrize(("text", "name"), PUBLISHERS.values(), ids=PUBLISHERS)
def test_publisher(text: str, name: str | None) -> None:
    """The outlet is the one whose page this is, never one that is merely quoted."""
    document = segment(text)
    publisher = find_publisher(document, find_furniture(document))
    assert (publisher.name if publisher else None) == name
