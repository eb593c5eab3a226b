"""A search is narrowed to what was asked for, never past it, and says what it had to give up."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iraqreader import report
from iraqreader.model import Article, DateRange, Published, Publisher, Quote, Span
from iraqreader.search import Answer, Hit, QuoteIndex, parse_query, shelf
from iraqreader.search.phrases import Phrase
from iraqreader.search.shelf import RANKED
from tests.marked import read_article

WHO = {
    "Ashton Carter": ("U.S. Defense Secretary", "washington"),
    "Haider al-Abadi": ("Iraqi Prime Minister", "baghdad"),
    "Ali Amin": ("spokesman", "tehran"),
    "Joe Rush": (None, None),
}


def told(example: str, name: str, days: tuple[str | None, str | None], outlet: str) -> Article:
    """An article whose speakers have the roles and sides of WHO; quotes that begin with "that" are reported."""
    earliest, latest = (date.fromisoformat(day) if day else None for day in days)
    article = read_article(example, name)
    return article._replace(
        title=Span(0, article.text.index("\n")),
        publisher=Publisher(outlet, Span(0, 1)),
        published=Published(DateRange(earliest, latest), "inferred"),
        quotes=tuple(_known(quote, article.text) for quote in article.quotes),
    )


def _known(quote: Quote, text: str) -> Quote:
    speaker = quote.speaker
    role, side = WHO.get(speaker.name, (None, None)) if speaker else (None, None)
    person = "joseph-rush" if speaker and speaker.name == "Joe Rush" else None
    who = speaker._replace(role=role, side=side, person=person) if speaker and speaker.name != "nobody" else None
    return quote._replace(speaker=who, kind="reported" if quote.span.of(text).startswith("that") else "direct")


ARTICLES = (
    told(
        "Raids go on\n\n“{quote:Boots on the ground, and more of them},” {speaker:Ashton Carter} said.\n\n"
        "“{quote:We’re not asking; they don’t need Iraq’s café},” {speaker:Haider al-Abadi} said.\n",
        "raids",
        ("2015-09-30", "2017-01-20"),
        "The Valley Post",
    ),
    told(
        "Roads and bridges\n\n“{quote:Roads were built on rough ground},” {speaker:Joe Rush} said.\n\n"
        "{quote:that engineers would stay}, {speaker:Ashton Carter} said.\n\n"
        "“{quote:The U.S. can help us},” {speaker:Ali Amin} said.\n",
        "roads",
        ("2016-02-03", "2016-02-03"),
        "NBC News",
    ),
    told(
        "A wall\n\n“{quote:On the-ground reports say no},” {speaker:nobody} wrote.\n",
        "wall",
        (None, None),
        "Wire",
    ),
)
INDEX = QuoteIndex(ARTICLES)

MANY = QuoteIndex(
    read_article(f"“{{quote:{words}}},” {{speaker:A}} said.", words)
    for number in range(3, 8)
    for words in map(" ".join, combinations(["boots", "on", "the", "ground", "of", "roads", "and", "bridges"], number))
)

KEEPS = {
    "a word just so": ("'ground", ["Boots", "Roads", "On the"]),
    "not a word that only begins so": ("'bridge", []),
    "not a word with another mark in it": ("'were", ["Roads"]),
    "with the mark": ("'we're", ["We’re"]),
    "a possessive": ("'iraq", ["We’re"]),
    "accents": ("'cafe", ["We’re"]),
    "initials": ("'U.S.", ["The U.S."]),
    "no initials": ("'us", ["The U.S."]),
    "capitals": ("'BOOTS", ["Boots"]),
    "a phrase": ('"on the ground"', ["Boots", "On the"]),
    "a phrase is in order": ('"ground the on"', []),
    "a speaker's name just so": ("'abadi", ["We’re"]),
    "a phrase does not run from words into the name": ('"them ashton"', []),
    "not a word": ("ground !boots", ["Roads", "On the"]),
    "not a phrase": ('ground !"on the ground"', ["Roads"]),
    "not a name": ("ground !carter", ["Roads", "On the"]),
    "not a speaker": ("ground !speaker:carter", ["Roads", "On the"]),
    "only what is not": ("!ground", ["We’re", "that engineers", "The U.S."]),
    "a speaker": ("speaker:carter", ["Boots", "that engineers"]),
    "a speaker's first letters": ("speaker:cart", ["Boots", "that engineers"]),
    "a speaker with a slip": ("speaker:cartr", ["Boots", "that engineers"]),
    "no speaker of a like name where one is spelt so": ("speaker:rush", ["Roads"]),
    "a role": ("speaker:minister", ["We’re"]),
    "name and role": ('speaker:"abadi prime"', ["We’re"]),
    "words of two persons": ('speaker:"abadi carter"', []),
    "a person's full name": ("speaker:joseph", ["Roads"]),
    "a side": ("side:washington", ["Boots", "that engineers"]),
    "an unfinished side": ("side:te", ["The U.S."]),
    "no side": ("!side:w !side:b !side:t", ["Roads", "On the"]),
    "an article's title": ("article:bridges", ["Roads", "that engineers", "The U.S."]),
    "an article's publisher": ("article:nbc", ["Roads", "that engineers", "The U.S."]),
    "an article's name": ("article:wall", ["On the"]),
    "a year before": ("before:2016", ["Boots", "We’re", "On the"]),
    "a window that ends before": ("after:2017-01-20", ["On the"]),
    "a window that may be after": ("after:2016", ["Boots", "We’re", "On the"]),
    "between": ("after:2016-01 before:2016-02-04", ["Boots", "We’re", "Roads", "that engineers", "The U.S.", "On the"]),
    "the day itself is neither before": ("before:2016-02-03 article:roads", []),
    "nor after": ("after:2016-02-03 article:roads", []),
    "certainly not before": ("!before:2016", ["Roads", "that engineers", "The U.S."]),
    "reported": ("kind:reported", ["that engineers"]),
    "reported, with words": ("kind:reported enginers", ["that engineers"]),
    "direct ones only": ("speaker:carter kind:direct", ["Boots"]),
    "of words, the direct ones": ("speaker:carter ground", ["Boots"]),
    "of words, both kinds": ("roads engineers kind:any", ["Roads", "that engineers"]),
    "what is not understood is left": ("before:20x speaker:carter", ["Boots", "that engineers"]),
}


def begins(answer: Answer) -> list[str]:
    """The first words of the hits, in the order of the articles."""
    spans = sorted((ARTICLES.index(hit.article), hit.quote.span) for hit in answer.hits)
    return [span.of(ARTICLES[article].text) for article, span in spans]


@pytest.mark.parametrize("how", KEEPS)
def test_a_filter_keeps_what_it_says(how: str) -> None:
    query, kept = KEEPS[how]
    found = begins(INDEX.search(query))
    assert len(found) == len(kept)
    assert all(words.startswith(start) for words, start in zip(found, kept, strict=True))
    assert INDEX.search(query).total == len(kept)


def test_filters_alone_list_quotes_in_the_order_of_the_articles() -> None:
    answer = INDEX.search("!nothing", limit=2)
    assert [hit.article.id for hit in answer.hits] == ["raids", "raids"]
    assert (answer.total, answer.ranked) == (6, False)


def test_words_that_stand_just_so_are_marked_and_ranked() -> None:
    answer = INDEX.search('"on the ground" boots')
    hit = answer.hits[0]
    assert hit.quote.speaker
    assert hit.quote.speaker.name == "Ashton Carter"
    assert [mark.of(hit.article.text) for mark in hit.marks] == ["Boots", "on the ground"]


def test_hits_beyond_those_that_are_ranked_are_counted() -> None:
    quotes = "\n\n".join(
        f"“{{quote:Number {number} of the boots}},” {{speaker:A}} said." for number in range(RANKED + 50)
    )
    index = QuoteIndex([read_article(quotes)])
    answer = index.search("boots", limit=10)
    assert (len(answer.hits), answer.total, answer.more) == (10, RANKED + 50, False)
    assert len(index.search("boots", limit=RANKED + 20).hits) == RANKED + 20
    assert report.count_quotes(answer) == f"{RANKED + 50} quotes"


@example("boots boots ground by by")  # no quote has all of it, and what stands near decides
@given(
    st.lists(
        st.sampled_from(["boots", "on", "the", "ground", "of", "roads", "and", "bridges", "by", "us"]), min_size=1
    ).map(" ".join)
)
def test_the_count_is_right_or_says_that_there_may_be_more(query: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "RANKED", 3)
        counted = MANY.search(query, limit=2)
    truth = MANY.search(query)
    assert counted.total == truth.total or (counted.more and counted.total < truth.total)
    assert counted.complete == truth.complete


NEAREST = {
    "a word that is nowhere": ("xqzvkj speaker:carter", "nothing has it all; without “xqzvkj”: 2 quotes"),
    "the filter typed last": (
        "ground side:w speaker:abadi",
        "nothing has it all; without speaker:abadi: 1 quote",
    ),
    "two filters": (
        "roads side:w speaker:abadi",
        "nothing has it all; without side:w and speaker:abadi: 1 quote",
    ),
    "exactness": ("'boot", "nothing has it all; with words like “boot”: 1 quote"),
    "a kind": ("engineers", "no direct quote has it all; reported: 1 quote"),
    "the other kind": ("kind:reported boots", "no reported quote has it all; direct: 1 quote"),
    "words all of which are nowhere": ("xqzvkj", ""),
    "nothing asked for": ("", ""),
    "nothing that is understood": ("side:", ""),
}


@pytest.mark.parametrize("how", NEAREST)
def test_what_is_nearest_says_what_it_gives_up(how: str) -> None:
    query, said = NEAREST[how]
    answer = INDEX.look_up(query)
    assert report.render_given_up(answer) == said
    assert bool(answer.hits) == bool(said)


def test_what_answers_gives_nothing_up_and_says_which_words_it_lacks() -> None:
    answer = INDEX.look_up("boots Xqz’vkj")
    assert (answer.given_up, answer.complete) == (None, False)
    assert answer.hits[0].lacks == ("Xqz’vkj",)
    answer = INDEX.look_up("on the ground")
    assert answer.complete
    assert answer.hits[0].lacks == ()


# Whatever is typed.

SIGNS = [
    "'",
    "!",
    '"',
    "“",
    " ",
    "speaker:",
    "side:",
    "article:",
    "before:",
    "after:",
    "kind:",
    "2016",
    "-02",
    "carter",
]
TYPED = st.lists(
    st.sampled_from([*SIGNS, "ground", "boots", "w", "reported", "us", "the", "roads"]) | st.text(max_size=3)
)


def folded(text: str) -> list[str]:
    """The words of a text by a way of their own."""
    return re.findall(r"\w+(?:['.]\w+)*", text.lower().replace("’", "'").replace("é", "e"))


def passes(hit: Hit, query: str) -> bool:
    """Whether a hit is as the query demands, told from the facts alone."""
    speaker, days = hit.quote.speaker, hit.article.published.range
    for part in parse_query(query).parts:
        if part.field == "before":
            holds = (days.earliest or date.min).isoformat() < part.value
        elif part.field == "after":
            holds = (days.latest or date.max).isoformat() > part.value
        elif part.field == "side":
            holds = bool(speaker and speaker.side and speaker.side.startswith(part.value.strip("'\"! ").lower()))
        elif part.field == "exact":
            holds = Phrase(part.value).stands_in(hit.quote.span.of(hit.article.text)) or bool(
                speaker and Phrase(part.value).stands_in(speaker.name)
            )
        elif part.field == "speaker" and not part.negated:
            holds = speaker is not None
        else:
            continue  # what names are like is for the table above
        if holds == part.negated:
            return False
    return hit.quote.kind in parse_query(query).kinds


@given(TYPED.map("".join))
def test_no_query_fails_and_no_hit_breaks_its_filters(query: str) -> None:
    answer = INDEX.search(query)
    assert all(passes(hit, query) for hit in answer.hits)
    assert answer.total >= len(answer.hits)
    nearest = INDEX.look_up(query)
    assert (nearest.given_up is None) == (bool(answer.hits) or not nearest.hits)
    said = report.render_given_up(nearest)
    assert said == report.one_line(said)


def test_a_megabyte_of_signs_is_a_query() -> None:
    assert INDEX.look_up("!x " * 100_000).hits
    assert INDEX.look_up("'" * 1_000_000).hits == ()
    assert INDEX.look_up('"' + "a " * 100_000).hits == ()
    assert INDEX.look_up("'" + "a b " * 100_000).hits == ()
