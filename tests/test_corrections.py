"""What the user corrected is what every reader sees, says that it is the user's, and can be taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from iraqreader.model import YOURS, Article, DateRange, Published, Span
from iraqreader.notebook import Entry, Ledger, apply_corrections
from iraqreader.notebook.corrections import quote_at
from iraqreader.notebook.entry import new_entry
from iraqreader.record import dump_facts
from tests.marked import read_article
from tests.tui_library import small_library

if TYPE_CHECKING:
    from pathlib import Path

    from iraqreader.notebook import Kind

FIRST, SECOND, THIRD = small_library().articles
WALL = THIRD.quotes[0].span


def correct(article: Article, kind: Kind, span: Span, value: str, about: str = "") -> Article:
    entry = new_entry(kind, article, span, value, about)
    return Ledger([entry]).correct(article)


def test_another_speaker_of_the_article_comes_with_role_side_and_the_nearest_mention() -> None:
    quote = FIRST.quotes[0]
    (mine, *others) = correct(FIRST, "speaker", quote.span, "lena holt").quotes
    assert mine.speaker
    assert (mine.speaker.name, mine.speaker.role, mine.speaker.side) == ("Lena Holt", "Defense Secretary", "washington")
    assert mine.speaker.span.of(FIRST.text) == "Lena Holt"
    assert mine.rule == YOURS
    assert tuple(others) == FIRST.quotes[1:]


def test_whoever_speaks_elsewhere_in_the_article_is_the_same_here() -> None:
    article = read_article("“{quote:We go,}” said {speaker:U.S. officials}. “{quote:We stay,}” said {speaker:Bo Ek}.")
    mine = correct(article, "speaker", article.quotes[0].span, "bo ek").quotes[0]
    assert mine.speaker
    assert (mine.speaker.name, mine.speaker.span.of(article.text)) == ("Bo Ek", "Bo Ek")


def test_a_name_that_the_article_does_not_know_stands_on_no_words() -> None:
    (mine,) = correct(THIRD, "speaker", WALL, "Omar Said").quotes
    assert mine.speaker
    assert (mine.speaker.name, mine.speaker.role, mine.speaker.person) == ("Omar Said", None, None)
    assert mine.speaker.span == Span(WALL.start, WALL.start)


def test_a_name_that_stands_in_the_text_stands_on_its_words() -> None:
    (mine,) = correct(THIRD, "speaker", WALL, "engineers").quotes
    assert mine.speaker
    assert mine.speaker.span.of(THIRD.text) == "engineers"


def test_figures_and_evidence_in_a_quote_are_said_by_whom_it_has_now() -> None:
    quote = SECOND.quotes[0]
    inside, outside = SECOND.troops
    read = SECOND._replace(troops=(inside._replace(speaker="Lena Holt"), outside._replace(speaker="Lena Holt")))
    mine = correct(read, "speaker", quote.span, "Karim al-Amin").troops
    assert quote.span.holds(inside.span)
    assert [count.speaker for count in mine] == ["Karim al-Amin", "Lena Holt"]


def test_nobody_can_be_the_speaker() -> None:
    mine = correct(FIRST, "speaker", FIRST.quotes[0].span, "").quotes[0]
    assert (mine.speaker, mine.cue, mine.rule) == (None, None, YOURS)


@pytest.mark.parametrize(("shift", "found"), [(1, True), (4, True), (30, False)])
def test_a_quote_whose_ends_other_rules_draw_a_little_otherwise_is_the_same(shift: int, found: bool) -> None:
    span = FIRST.quotes[0].span
    assert (quote_at(FIRST, Span(span.start + shift, span.end)) is not None) == found


def test_a_stance_stands_on_the_users_words_first_then_on_what_was_found() -> None:
    evidence = FIRST.stances[0].evidence[0]
    (stance,) = correct(FIRST, "stance", FIRST.quotes[0].span, "limit", "baghdad").stances
    assert (stance.side, stance.label) == ("baghdad", "limit")
    assert [(piece.span, piece.label, piece.rule) for piece in stance.evidence] == [
        (FIRST.quotes[0].span, "limit", YOURS),
        (evidence.span, "expand", "a_test_rule"),
    ]
    assert stance.evidence[0].speaker == "Karim al-Amin"


def test_of_evidence_that_was_read_wrongly_the_user_has_the_label() -> None:
    (stance,) = correct(FIRST, "stance", FIRST.stances[0].evidence[0].span, "keep", "baghdad").stances
    assert [(piece.label, piece.rule) for piece in stance.evidence] == [("keep", YOURS)]


def test_a_stance_can_be_absent_and_one_that_was_absent_can_be_there_in_its_place() -> None:
    assert correct(FIRST, "stance", FIRST.stances[0].evidence[0].span, "", "baghdad").stances == ()
    sides = correct(FIRST, "stance", FIRST.quotes[0].span, "keep", "washington").stances
    assert [stance.side for stance in sides] == ["washington", "baghdad"]


def test_a_date_is_the_users_with_its_day_and_unknown_is_one_too() -> None:
    assert FIRST.title
    published = correct(FIRST, "date", FIRST.title, "2015-10-07").published
    assert published.range == DateRange(date(2015, 10, 7), date(2015, 10, 7))
    assert published.basis == "corrected"
    assert [reason.span for reason in published.reasons] == [FIRST.title]
    assert f"yours: corrected by you on {datetime.now().astimezone():%-d %b %Y}" in published.reasons[0].note
    unknown = correct(FIRST, "date", FIRST.title, "").published
    assert (unknown.range, unknown.basis) == (DateRange(None, None), "unknown")


def test_what_was_read_lies_beneath_and_is_what_corrections_start_from() -> None:
    once = correct(FIRST, "speaker", FIRST.quotes[0].span, "")
    assert once.as_read == FIRST
    entry = new_entry("date", once, FIRST.quotes[0].span, "2015")
    twice = apply_corrections(once, [(entry, FIRST.quotes[0].span)])
    assert twice.quotes == FIRST.quotes
    assert twice.as_read == FIRST
    assert apply_corrections(twice, []) == FIRST


def test_marks_and_what_a_later_version_or_a_hand_wrote_change_nothing() -> None:
    span = FIRST.quotes[0].span
    for kind, value, about in (
        ("mark", "a note", ""), ("stance", "triumph", "baghdad"), ("date", "soon", ""), ("mood", "glad", "")
    ):  # fmt: skip
        assert correct(FIRST, kind, span, value, about) is FIRST  # type: ignore[arg-type] # also kinds that are none
    assert correct(FIRST, "speaker", FIRST.stances[0].evidence[0].span, "Lena Holt") is FIRST, "no quote stands there"


def test_of_two_corrections_of_one_fact_the_later_counts() -> None:
    span = FIRST.quotes[0].span
    early, late = new_entry("speaker", FIRST, span, "Ann Lee"), new_entry("speaker", FIRST, span, "Lena Holt")
    for entries in ([early, late], [late, early]):
        speaker = Ledger(entries).correct(FIRST).quotes[0].speaker
        assert speaker
        assert speaker.name == "Lena Holt"


def test_the_index_never_holds_what_was_corrected() -> None:
    with pytest.raises(AssertionError):
        dump_facts(correct(FIRST, "speaker", FIRST.quotes[0].span, ""))


def entry_on(article: Article) -> Entry:
    return new_entry("mark", article, article.quotes[0].span)


def test_entries_belong_to_a_text_whatever_its_file_is_called_and_to_a_file_whose_text_has_changed() -> None:
    ledger = Ledger([entry_on(FIRST)])
    assert [placed.span for placed in ledger.of(FIRST._replace(path="moved/elsewhere.txt"))] == [FIRST.quotes[0].span]
    longer = FIRST._replace(text=f"Corrected in May.\n\n{FIRST.text}")
    shifted = Span(*(offset + len("Corrected in May.\n\n") for offset in FIRST.quotes[0].span))
    assert [placed.span for placed in ledger.of(longer)] == [shifted]
    assert ledger.of(SECOND) == ()


def test_an_entry_whose_words_are_gone_is_told_and_corrects_nothing() -> None:
    ledger = Ledger([new_entry("speaker", FIRST, FIRST.quotes[0].span, "Lena Holt")])
    other = SECOND._replace(path=FIRST.path)
    assert [placed.span for placed in ledger.of(other)] == [None]
    assert ledger.correct(other) is other


def test_every_entry_is_listed_once_in_its_own_file_before_a_copy_of_it() -> None:
    copy, moved = FIRST._replace(id="copy", path="a-copy.txt"), THIRD._replace(path="moved.txt")
    entries = [entry_on(article)._replace(number=number) for number, article in enumerate((THIRD, FIRST, SECOND), 1)]
    kept = Ledger(entries).everything((copy, FIRST, moved))
    assert [(one.entry.number, one.article, one.span) for one in kept] == [
        (2, 1, FIRST.quotes[0].span),
        (1, 2, THIRD.quotes[0].span),
        (3, None, None),
    ]


def test_words_that_are_gone_from_their_file_are_found_in_the_file_that_the_text_was_moved_to() -> None:
    ledger = Ledger([entry_on(FIRST)._replace(number=1)])
    other, moved = SECOND._replace(path=FIRST.path), FIRST._replace(path="moved.txt")
    assert [(one.article, one.span) for one in ledger.everything((other,))] == [(0, None)]
    assert [(one.article, one.span) for one in ledger.everything((moved, other))] == [(0, FIRST.quotes[0].span)]


def test_a_file_that_was_moved_and_changed_keeps_what_it_still_has_the_words_of(tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "story.txt", tmp_path / "new" / "story.txt"
    old.parent.mkdir()
    old.touch()
    article = FIRST._replace(path=str(old))
    entries = [new_entry("mark", article, quote.span) for quote in article.quotes]
    text = article.text.replace("Bridges come first,", "Bridges came late,")
    moved = article._replace(path=str(new), text=f"Updated.\n\n{text}")
    assert Ledger(entries).of(moved) == (), "the file of the old name is still there: this is another"
    old.unlink()
    found = [placed.span and placed.span.of(moved.text) for placed in Ledger(entries).of(moved)]
    assert found == ["We ask for engineers and for time,", "Roads come second."]
    assert Ledger(entries).of(moved._replace(path=str(tmp_path / "other.txt"))) == ()


def test_what_came_from_standard_input_is_known_by_its_text_alone() -> None:
    piped = FIRST._replace(path="-")
    ledger = Ledger([entry_on(piped)])
    assert len(ledger.of(piped)) == len(ledger.of(FIRST)) == 1
    assert ledger.of(SECOND._replace(path="-")) == ()


def test_an_article_without_entries_is_the_very_same() -> None:
    assert Ledger().correct(FIRST) is FIRST
    assert Ledger([entry_on(FIRST)]).correct(FIRST) is FIRST


def test_days_unknown_are_published_without_an_end() -> None:
    assert isinstance(correct(FIRST, "date", FIRST.quotes[0].span, "2015..").published, Published)
    assert correct(FIRST, "date", FIRST.quotes[0].span, "2015..").published.range.latest is None
