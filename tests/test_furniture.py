"""A reader would lose the report in page debris, or debris would be quoted and counted as report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.extract.furniture import find_furniture
from iraqreader.extract.segment import segment
from tests.marked import read_marked

REPORT = (
    "The minister said on Tuesday that the talks would go on for another week, and that no date had been set.\n\n"
    "A spokesman for the embassy declined to comment on the plan.\n\n"
)

MARKED = {
    "browser notice": "{boilerplate:Your browser is not supported. Please visit us on another browser.}\n\n" + REPORT,
    "newsletter": REPORT + "{boilerplate:Sign up for our evening newsletter}\n\nThe talks began in May.",
    "widget glued to the next": REPORT + "{boilerplate:Get more newsVideo}\n\nThe talks began in May.",
    "buttons at the foot": REPORT + "{boilerplate:Most Popular}\n{boilerplate:Load More}",
    "section links": REPORT + "{boilerplate:More From The Capital}",
    "privacy": REPORT + "{boilerplate:By signing up you agree to our Privacy Policy.}",
    "style sheet debris": REPORT + "{boilerplate:width: 100%;}\n{boilerplate:***}\n\nThe talks began in May.",
    "photo credit": "{boilerplate:Jane Roe via Getty Images}\n\n" + REPORT,
    "related link": REPORT + "{related:Related: Minister Flies Home From Talks}\n\nThe talks began in May.",
    "read more": REPORT + "{related:READ MORE: How the talks came about}",
    "on another site": REPORT + "{related:More from The Post: Ten things to know}\n\nThe talks began in May.",
    "in brackets": REPORT + "{related:( Also on the site: Ten things to know)}\n\nThe talks began in May.",
    "headlines at the foot": REPORT + "{related:Minister flies home as talks stall in the capital}\n"
    "{related:What now? Five questions on the talks}\n{related:Long nights:Inside the hall where the talks began}",
    "note": "{editors_note:Editor's note: This story was first published on May 3.}\n\n" + REPORT,
    "updated": REPORT + "{editors_note:This story has been updated with a comment from the embassy.}",
    "developing": REPORT + "{editors_note:This is a developing story and will be updated.}",
    "correction": REPORT + "{editors_note:Correction: An earlier version misspelled a name.}",
    "published": "{editors_note:Published: June 3, 2016}\n\n" + REPORT,
    "byline": "{byline:By Jane Roe and John Doe}\n\n" + REPORT,
    "byline over the paper": "{byline:Jane Roe}\n\n{byline:USA TODAY}\n\n" + REPORT,
    "dash byline": REPORT + "{byline:— Jane Roe}",
    "contributed": REPORT + "{byline:Reporter Jane Roe and the Associated Press contributed to this story.}",
    "agency desk": REPORT + "{byline:(Reporting by Jane Roe; Editing by John Doe)}",
    "beat": REPORT + "{bio:Jane covers the Army for Army Times. She has won two prizes.}\n{boilerplate:Load More}",
    "writer": REPORT + "{bio:Jane Roe, a retired judge, is the author of two books on the law.}",
    "on Twitter": REPORT + "{bio:Follow Jane Roe on Twitter @janeroe.}",
}

KEPT = {
    "an update with news": REPORT + "Update: On Thursday, the embassy said that the talks had ended.",
    "a sentence with By": "By Tuesday the Army had left.\n\n" + REPORT,
    "a source presented low in the report": REPORT
    + "Roe said so.\n\nJane Roe is a professor of law and a former judge.",
    "one last line without a stop": REPORT + "The talks went on until the ministers had",
    "a list of results": REPORT + "Roe 45\nDoe 12",
    "a quote that asks": REPORT + "“Sign up for the Army,” he said.",
    "more with a colon": "More than that: the Army lost its only road.\n\n" + REPORT,
    "officers of a prison": "Correction officers said so.\n\nCorrections and parole officials agreed.\n\n" + REPORT,
    "published as a word": "Published reports in 2014 said so.\n\n" + REPORT,
    "a photo in a sentence": "No one smiles in the photo.\n\n" + REPORT,
    "a question of an interview": "Do you support the talks?\n\n" + REPORT,
    "watch as a verb": REPORT + "Watch him closely, she said, and you will see the general smile.",
}


@pytest.mark.parametrize("example", MARKED.values(), ids=MARKED)
def test_furniture_is_found_with_its_kind(example: str) -> None:
    """What the page says about itself must not be read as news, and the news must stay."""
    marked = read_marked(example)
    found = [(item.kind, item.span) for item in find_furniture(segment(marked.text))]
    assert found == list(marked.spans)


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_report_is_kept(text: str) -> None:
    """A news paragraph taken for furniture is lost to every other part of the reader."""
    assert find_furniture(segment(text)) == ()


@given(st.text(alphabet="By Roe:.\n—\u00a0{}Related()@123", max_size=200))
def test_any_text_gives_ordered_paragraphs(text: str) -> None:
    """Odd text must not stop the reader, and furniture is always whole paragraphs in text order."""
    document = segment(text)
    spans = [item.span for item in find_furniture(document)]
    assert spans == [span for span in document.paragraphs if span in set(spans)]
