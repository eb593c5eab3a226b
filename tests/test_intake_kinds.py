"""Pages, tables and archives give their articles, what cannot be read costs a line, and no bomb goes off."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader.intake import Piece, Problem, UnreadableError, decoding, find_pieces, packed, pages, read_piece, rows
from iraqreader.intake.details import compose
from iraqreader.intake.pages import decode_page, read_page
from iraqreader.intake.plain_page import read_plainly
from iraqreader.library import read_library
from iraqreader.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LONG = "The minister said that the troops would stay for as long as they were needed, and not a day longer. " * 3
PAGE = f"""<!doctype html><html><head><title>Troops &amp; talks | Zephyr</title>
<meta property="og:title" content="Troops &amp; talks"><meta name="author" content="Ann Lee">
<meta property="og:site_name" content="The Daily Zephyr">
<meta property="article:published_time" content="2016-02-03T10:00:00Z">
<style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a></nav><header>The Daily Zephyr</header>
<article><h1>Troops &amp; talks</h1><p>{LONG}</p><p>“We will go,” said <b>Bo</b>&nbsp;<i>Ek</i>.</p>
<script>if (a < b) {{ "</p>" }}</script></article>
<p>Read also: other things.</p><footer>Copyright</footer></body></html>"""

DAY = date(2016, 2, 3)


def read(*paths: Path | str) -> tuple[dict[str, str], list[str]]:
    """Texts by their names, and what was wrong."""
    texts, wrong = dict[str, str](), list[str]()
    for item in find_pieces(map(str, paths)):
        found = read_piece(item) if isinstance(item, Piece) else item
        if isinstance(found, Problem):
            wrong.append(found.reason)
        else:
            assert isinstance(item, Piece)
            texts[item.name] = found
    return texts, wrong


@pytest.fixture(params=["plainly", "with trafilatura"])
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "plainly":
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    else:
        pytest.importorskip("trafilatura")
        monkeypatch.setattr(pages, "read_plainly", None)


@pytest.mark.usefixtures("_reader")
def test_a_page_is_an_article_with_what_it_tells_of_itself_above(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (article,) = read_library([str(tmp_path)]).articles
    assert article.title
    assert article.title.of(article.text) == "Troops & talks"
    assert article.publisher
    assert article.publisher.name == "The Daily Zephyr"
    assert (article.published.range, article.published.basis) == (DateRange(DAY, DAY), "stated")
    assert "author: Ann Lee\n" in article.text
    assert LONG.strip() in article.text
    for other in ("color", "Home", "a < b", "Read also", "Copyright"):
        assert other not in article.text
    assert [quote.speaker.name for quote in article.quotes if quote.speaker and quote.kind == "direct"] == ["Bo Ek"]


PLAIN_PAGES = {
    "paragraphs are kept": ("<p>One\n two.</p>Three.<div>Four<br/>five</div>", "One two.\n\nThree.\n\nFour\n\nfive"),
    "a teaser is not the article": ("<article>Short.</article><p>All of it.</p>", "Short.\n\nAll of it."),
    "entities": ("<p>&ldquo;Caf&eacute;&rdquo; &#8212; &lt;b&gt;</p>", "“Café” — <b>"),
    "never closed": ("<nav><p>All there is.", "All there is."),
    "one within another": ("<aside>a<aside>b</aside>c</aside><p>d</p>", "d"),
    "a comment": ("<p>a<!-- <p>b</p> --></p>", "a"),
    "a sign in marks": ("<p title='a > b' class=\"x>\">c</p>", "c"),
    "marks that never close": ("<p title='a>b</p><p>c", "b\n\nc"),
    "no markup": ("a < b, b > c & d", "a < b, b > c & d"),
    "no letter": ("a&#" + "9" * 5000 + ";b", "a&#" + "9" * 5000 + ";b"),
    "a script": ("<SCRIPT>if (a<b) '<p>x</p>'</SCRIPT><p>a</p><style>b", "a"),
    "a closed picture": ("<p>a</p><svg/><p>b</p>", "a\n\nb"),
}


@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_a_page_is_read_plainly(name: str) -> None:
    markup, text = PLAIN_PAGES[name]
    assert read_plainly(markup)["text"] == text


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<nav>",
                "</nav>",
                "<!--",
                "-->",
                "<![CDATA[",
                "a",
                "&#x",
                "<a b='",
                ">",
                "<script>",
                "<title>",
            ]
        )
    )
)
def test_whatever_a_page_is_it_is_read(parts: list[str]) -> None:
    assert isinstance(read_plainly("".join(parts))["text"], str)


@pytest.mark.parametrize(
    "part", ["<!--", "<![", "<a b='", "<a b='>", "<script>", "</script", "&#", "<", "</", "<nav>", "<?", "--!>"]
)
def test_no_page_takes_longer_than_its_length_asks_for(part: str) -> None:
    """Hours, where each part looks through all that follow it."""
    assert isinstance(read_plainly(part * 200_000)["text"], str)


CHARSETS = {
    "named": ('<meta charset="koi8-r"><p>Да', "koi8-r"),
    "named the old way": ('<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“é”', "cp1252"),
    "named wrongly": ('<meta charset="koi8-r"><p>Да', "utf-16"),
    "named, but there is none such": ('<meta charset="klingon"><p>“é”', "utf-8"),
    "named, but it is not that": ('<meta charset="utf-8"><p>“é”', "cp1252"),
    "a codec of another kind": ('<meta charset="rot13"><p>“é”', "utf-8"),
    "not named": ("<p>“é”", "cp1252"),
    "as xml": ('<?xml version="1.0" encoding="utf-8"?><p>“é”', "utf-8"),
}


@pytest.mark.parametrize("name", CHARSETS)
def test_a_page_is_in_the_encoding_that_it_names_if_that_fits(name: str) -> None:
    markup, encoding = CHARSETS[name]
    assert decode_page(markup.encode(encoding)) == markup


def test_what_is_piped_in_may_be_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n<!DOCTYPE html><p>He said.</p>")))
    assert read("-") == ({"stdin": "He said."}, [])


def test_a_text_with_markup_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<html><p>He said.</p>")
    assert read(tmp_path)[0] == {"a": "<html><p>He said.</p>"}


TABLES = {
    "comma": ("a.csv", 'Title,Text\nOne,"He said,\n""no""."\n\nTwo,Yes.\n', {"a-1": 'He said,\n"no".', "a-2": "Yes."}),
    "semicolon": ("a.csv", "date;body\n2016;No.\n", {"a-1": "No."}),
    "tab, with a mark, and too many cells": ("a.csv", "\ufeffid\tcontent\n1\tNo.\tmore\n", {"a-1": "No."}),
    "one column": ("a.csv", "article\nHe said.\n", {"a-1": "He said."}),
    "of old Macs": ("a.csv", 'id,text\r1,"He said,\rsmiling."\r2,No.\r', {"a-1": "He said,\nsmiling.", "a-2": "No."}),
    "json of old Macs": ("a.jsonl", '{"text": "No."}\r{"text": "Yes."}', {"a-1": "No.", "a-2": "Yes."}),
    "json": ("a.jsonl", '{"text": "No.", "title": null}\n\n{"BODY": "Yes.\\r\\nNo.", "n": [1]}', {"a-1": "No.", "a-2": "Yes.\nNo."}),
    "half a pair": ("a.jsonl", '{"text": "\\ud800"}', {"a-1": "\ud800"}),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("pack", [False, True])
def test_each_row_of_a_table_is_an_article(tmp_path: Path, name: str, encoding: str, pack: bool) -> None:
    file, table, expected = TABLES[name]
    data = table.removeprefix("\ufeff" if encoding == "utf-16" else "").encode(encoding)
    (tmp_path / (file + ".gz" * pack)).write_bytes(gzip.compress(data) if pack else data)
    texts, wrong = read(tmp_path)
    assert {key: text.rpartition("---\n\n")[2] for key, text in texts.items()} == expected
    assert not wrong


def test_lines_of_windows_stand_among_others(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text\n“é”\n".encode() + "“é”\n".encode("cp1252"))
    assert read(tmp_path)[0] == {"a-1": "“é”", "a-2": "“é”"}


def test_what_a_row_tells_stands_above_its_text_and_is_found_there(tmp_path: Path) -> None:
    row = {
        "headline": "Troops\nleave: --- a look",
        "source": "The Daily Zephyr",
        "published": "2016-02-03",
        "authors": ["Ann Lee", "Bo Ek"],
        "link": "https://example.org",
        "body": LONG,
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    (article,) = read_library([str(tmp_path)]).articles
    assert article.id == "a-1"
    assert article.text.startswith(
        "---\ntitle: Troops leave: --- a look\npublisher: The Daily Zephyr\nauthor: Ann Lee, Bo Ek\n"
    )
    assert article.title
    assert article.title.of(article.text) == "Troops leave: --- a look"
    assert article.publisher
    assert article.published.range == DateRange(DAY, DAY)


def test_what_a_row_tells_stays_a_head_however_much_it_is(tmp_path: Path) -> None:
    row = dict.fromkeys(("title", "source", "author", "url"), "many words " * 1000)
    (tmp_path / "a.jsonl").write_text(json.dumps(row | {"date": "2016-02-03", "text": LONG}))
    (article,) = read_library([str(tmp_path)]).articles
    assert article.title
    assert article.published.range == DateRange(DAY, DAY)


@given(
    st.dictionaries(
        st.sampled_from(["text", "title", "Date", "author", "x"]),
        st.none() | st.text() | st.booleans() | st.integers() | st.lists(st.text()),
    )
)
def test_whatever_a_row_holds_its_text_is_whole(values: dict[str, object]) -> None:
    text = compose(values)
    body = values.get("text")
    if isinstance(body, str) and body.strip():
        assert text
        assert text.endswith(body.replace("\r\n", "\n").replace("\r", "\n"))


BAD_TABLES = {
    "no column": ("a.csv", "title,date\nOne,2016\n", ["has no column text, body, content or article"]),
    "empty": ("a.csv", "", ["has no column text, body, content or article"]),
    "rows without text": ("a.csv", "text,title\n,One\nYes.,\n ,Two\n", ["row 1 has no text; 1 more are not read"]),
    "no json": ("a.jsonl", '{"text": "Yes."}\n{"text": \n', ["row 2 is no JSON"]),
    "deep": ("a.jsonl", "[" * 100_000, ["row 1 is no JSON"]),
    "no object": ("a.jsonl", '"text"\n[1]\n', ["row 1 has no text, body, content or article; 1 more are not read"]),
    "binary": ("a.jsonl.gz", "not packed", ["cannot be unpacked (Not a gzipped file (b'no'))"]),
    "no archive": ("a.zip", "no", ["is no archive, or a damaged one (File is not a zip file)"]),
    "no page": ("a.html", "<p> </p>", ["is a page without text"]),
}


@pytest.mark.parametrize("name", BAD_TABLES)
def test_what_cannot_be_read_says_why_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    file, content, expected = BAD_TABLES[name]
    (tmp_path / file).write_text(content)
    (tmp_path / "z.txt").write_text("He said.")
    texts, wrong = read(tmp_path)
    assert wrong == expected
    assert texts["z"] == "He said."


def test_a_field_that_never_ends_is_not_read_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "LONGEST_FIELD", 1000)
    (tmp_path / "a.csv").write_text('text\nYes.\n"' + "no " * 1000)
    texts, wrong = read(tmp_path)
    assert texts == {"a-1": "Yes."}
    assert "is not read to its end" in wrong[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_that_is_too_long_to_be_held_costs_its_row_or_what_follows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    """A line of gigabytes would take them as memory, before anything could say that there is no article in it."""
    monkeypatch.setattr(decoding, "LONGEST_LINE", 1000)
    monkeypatch.setattr(decoding, "_SKIPPED", 100)
    rows = ['{"text": "Yes."}', '{"text": "' + "no " * 1000 + '"}', '{"text": "And no."}', "[" * 1000]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding)
    (tmp_path / "b.csv").write_text("text\nYes.\n" + "no " * 1000 + "\nAnd no.\n", encoding)
    texts, wrong = read(tmp_path)
    assert texts == {"a-1": "Yes.", "a-3": "And no.", "b-1": "Yes."}
    assert wrong == [
        "row 2 is longer than 10 MB; 1 more are not read",
        "is not read to its end (a line is longer than 10 MB)",
    ]


def archive(path: Path, files: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)


def test_an_archive_holds_articles_and_tables(tmp_path: Path) -> None:
    files = {"in/b.txt": b"B.", "a.md": b"\x93A.\x94", "t.csv": b"text\nOne.\nTwo.\n", "p.html": b"<p>P."}
    hidden = {"__MACOSX/c.txt": b"no", "in/.hidden/d.txt": b"no", "x.pdf": b"no"}
    archive(tmp_path / "a.zip", files | hidden | {"bad.txt": b"\x00\x01"})
    texts, wrong = read(tmp_path / "a.zip")
    assert texts == {"a": "“A.”", "b": "B.", "p": "P.", "t-1": "One.", "t-2": "Two."}
    assert wrong == ["is not text"]


def test_articles_of_one_archive_are_known_apart(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", {"a/story.txt": b"One.", "b/story.txt": b"Two.", "t.csv": b"text\nOne more.\n"})
    for _ in range(2):
        articles = read_library([str(tmp_path)]).articles
        assert {article.id: article.text for article in articles} == {
            "story": "One.",
            "story-2": "Two.",
            "t-1": "One more.",
        }


def test_an_archive_without_articles_says_so(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", {"a.pdf": b"no"})
    assert read(tmp_path) == ({}, ["is an archive without articles"])


def test_a_member_that_is_damaged_costs_no_other(tmp_path: Path) -> None:
    archive(tmp_path / "a.zip", {"a.txt": b"first words " * 50, "b.txt": b"He said."})
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[40:44] = b"\xff\xff\xff\xff"
    (tmp_path / "a.zip").write_bytes(data)
    texts, (wrong,) = read(tmp_path)
    assert texts == {"b": "He said."}
    assert "cannot be unpacked" in wrong


BOMB = bytes(1) * (packed.FREE + (1 << 20))
REFUSED = ["unpacks to far more than text does; it is left alone"]


def test_what_unpacks_to_far_more_than_text_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(BOMB))
    (tmp_path / "b.csv.gz").write_bytes(gzip.compress(b"text\n" + BOMB))
    archive(tmp_path / "c.zip", {"a.txt": b"A.", "b.txt": BOMB, "c.txt": b"C."})
    texts, wrong = read(tmp_path)
    assert (texts, wrong) == ({"a": "A."}, 3 * REFUSED)


def test_many_small_bombs_are_one_large_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "FREE", 10_000)
    monkeypatch.setattr(packed, "RATIO", 1)
    archive(tmp_path / "a.zip", {f"{number:02}.txt": b"word " * 400 for number in range(20)})
    texts, wrong = read(tmp_path)
    assert (len(texts), wrong) == (5, REFUSED)


def test_a_large_honest_archive_is_read(tmp_path: Path) -> None:
    text = "".join(f"Number {number} said {number * number}. " for number in range(30_000)).encode()
    assert 2 * len(text) > packed.FREE
    archive(tmp_path / "a.zip", {"a.txt": text, "b.txt": text})
    assert {name: len(found) for name, found in read(tmp_path)[0].items()} == {"a": len(text), "b": len(text)}


def test_a_page_as_large_as_data_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST", 100)
    with pytest.raises(UnreadableError, match="too large"):
        read_page(b"<p>" + b"a" * 100)


def test_a_page_that_breaks_trafilatura_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        @staticmethod
        def bare_extraction(*_: object, **__: object) -> None:
            raise AssertionError

    monkeypatch.setitem(sys.modules, "trafilatura", Broken)
    assert read_page(b"<p>He said.</p>") == "He said."


def test_a_page_of_tags_without_end_is_read_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gigabyte of memory and a minute would be lost to a page that is no report."""
    asked = list[str]()

    class Watched:
        @staticmethod
        def bare_extraction(markup: str, **_: object) -> None:
            asked.append(markup)

    monkeypatch.setitem(sys.modules, "trafilatura", Watched)
    monkeypatch.setattr(pages, "MOST_TAGS", 10)
    assert read_page(b"<p>He said.</p>" * 5) == "\n\n".join(["He said."] * 5)
    assert len(asked) == 1
    read_page(b"<p>He said.</p>" * 6)
    assert len(asked) == 1
