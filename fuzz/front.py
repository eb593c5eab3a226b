"""What a file says of itself above its text."""

from __future__ import annotations

from iraqreader.analyze import analyze
from iraqreader.extract.front_matter import find_front_matter
from iraqreader.intake import UnreadableError
from iraqreader.intake.decoding import decode

REPORT = "BAGHDAD – “We have enough soldiers,” spokesman Sami Haddad said on Feb. 3, 2016."


def try_bytes(data: bytes) -> None:
    """Any lines between the rules: they are the front matter or of the report, and what they say holds."""
    try:
        text = f"---\n{decode(data)}\n---\n\n{REPORT}\n"
    except UnreadableError:
        return
    front, article = find_front_matter(text), analyze(text, "fuzzed", "fuzzed.txt")
    said = (front.title, front.publisher and front.publisher.span, *(item.span for item in front.furniture))
    assert all(span is None or span.of(text).strip() for span in said), "a fact rests on no words"
    if front.published:
        days = front.published.range
        assert not (days.earliest and days.latest and days.earliest > days.latest), "days run backwards"
        assert article.published == front.published, "what it says of itself does not hold"
    assert any("enough soldiers" in quote.span.of(text) for quote in article.quotes) or "---" in text[4:], (
        "a quote is lost"
    )
