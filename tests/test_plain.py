"""Plain lines, for terminals that can only print and for screen readers: everything that matters, and no escape."""

from __future__ import annotations

import os
import signal
import subprocess
import termios
from typing import TYPE_CHECKING

import pytest

from iraqreader.aloud import render_article, wrap
from iraqreader.articles import Held
from iraqreader.library import Library, Problem
from iraqreader.plain import Plain, Size
from iraqreader.report import display_width
from tests.terminals import PROGRAM, Terminal, environment
from tests.tui_library import article_of, small_library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SIZE = Size(80, 24)


def talk(*typed: str, library: Library | None = None, size: Size = SIZE) -> list[str]:
    """What is printed for each thing typed, the beginning first; prompts are lines of their own."""
    answers, words = [""], iter(typed)

    def say(lines: Iterable[str]) -> None:
        answers[-1] += "".join(f"{line}\n" for line in lines)

    def ask(prompt: str) -> str | None:
        say([prompt])
        answers.append("")
        return next(words, None)

    Plain(library or small_library(), size, ask, say).read("a test asks")
    return answers


def test_the_first_line_says_why_it_is_plain_and_how_to_get_help() -> None:
    assert talk()[0].splitlines()[0] == "iraqreader in plain lines, since a test asks. ? and Enter tell what can be"


def test_the_list_has_each_article_with_its_number_date_figure_and_stances() -> None:
    listed = " ".join(talk()[0].split())
    assert "1. Mar 2014, The Valley Post: Engineers asked for (~1,200 troops; Baghdad ▲ expand)" in listed
    assert "3. 2020–21: No one here is named." in listed


def test_a_number_prints_an_article_whose_speakers_are_named_beside_their_words() -> None:
    text = " ".join(talk("1", *[""] * 9)[1].split())
    assert "[site notice] Sign in to read more." in text
    assert "[Karim al-Amin, Baghdad] “We ask for engineers and for time,”" in text


def test_words_without_marks_are_said_to_begin_and_end() -> None:
    article = article_of("{by_holt:Holt} said {q_holt:roads come first}, and left.")
    reported = article._replace(quotes=(article.quotes[0]._replace(kind="reported"),))
    assert list(render_article(reported, 99)) == [
        "Holt said [reported: Lena Holt, Washington] roads come first [end], and left."
    ]


def test_pages_are_as_long_as_the_screen_and_reach_the_end() -> None:
    pages = talk("1", *[""] * 12, size=Size(60, 12))[1:]
    assert all(len(page.splitlines()) <= 12 for page in pages)
    assert any("end of article 1 of 3" in page for page in pages)
    assert "that was all" in pages[-2]
    assert all(display_width(line) < 60 for page in pages for line in page.splitlines() if not line.startswith("["))


def test_every_word_of_the_text_is_there() -> None:
    text = small_library().articles[0].text
    said = " ".join(" ".join(render_article(small_library().articles[0], 40)).split())
    for words in (part.strip("“” ") for part in text.replace("\n", "“").split("“")):
        assert " ".join(words.split()) in said


def test_a_search_finds_quotes_and_a_number_opens_the_article_there() -> None:
    _, hits, opened, *_ = talk("/roads com secnd", "1")
    assert "1. Lena Holt, Washington, Mar 2014, Engineers asked for: “Roads come second.”" in " ".join(hits.split())
    assert "Roads come second." in opened
    assert "Sign in" not in opened


def test_a_search_is_narrowed_and_says_what_the_nearest_does_without() -> None:
    assert talk("/'second side:washington")[1].startswith("1 quote; a number opens")
    assert talk("/roads come side:baghdad")[1].startswith("nothing has it all; without side:baghdad: 2 quotes")
    assert talk("/side:")[1].startswith("side: wants a side")


def test_a_search_for_nothing_that_is_there_says_so() -> None:
    assert "no quote is found" in talk("/zebra")[1]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("t", "Washington"),
        ("?", "/words"),
        ("z", "“z” means nothing here"),
        ("\x1b[A", "“␛[A” means nothing here"),
        ("9", "there is no number 9 here: 1 to 3"),
        ("0", "there is no number 0 here"),
        ("e", "no article is open"),
        ("n", "Engineers asked for"),
        ("", "that was all"),
    ],
)
def test_what_is_typed_at_the_start_is_answered(typed: str, answer: str) -> None:
    assert answer in talk(typed)[1]


def test_articles_follow_each_other_and_the_first_and_last_are_said() -> None:
    *_, last, first = talk("3", "n", "p", "p", "p")[:-1]
    assert "this is the first article" in first
    assert "Article 1." in last


def test_the_evidence_of_the_open_article_is_one_letter_away() -> None:
    assert "troops ‹1,200 U.S. troops›" in " ".join(talk("1", "e", "")[2:4])


def test_q_leads_back_to_the_articles_and_from_there_out() -> None:
    answers = talk("1", "q", "q", "t")
    assert "3 articles" in answers[2]
    assert len(answers) == 4


def test_what_could_not_be_read_is_said() -> None:
    library = Library(small_library().articles, (Problem("scan.txt", "is no text"),))
    assert "scan.txt: is no text" in talk(library=library)[0]


def test_nothing_in_an_article_can_steer_the_terminal() -> None:
    article = article_of("“{q_holt:Run \x1b[2J this,}” said {by_holt:Ho\x9blt}.", "na\x1bme")
    said = "".join(talk("1", "e", "/run", library=Library(Held((article,)))))
    assert "\x1b" not in said
    assert "\x9b" not in said


@pytest.mark.parametrize("words", ["", "one", "漢字 漢字 漢字", "x" * 30])
def test_lines_are_no_wider_than_they_may_be_but_for_a_word_that_is(words: str) -> None:
    lines = list(wrap(words, 10))
    assert " ".join(lines) == words
    assert all(display_width(line) <= 10 for line in lines if " " in line)


# In a terminal.


def started(home: Path, *arguments: str, **changes: str) -> Terminal:
    terminal = Terminal([*PROGRAM, *arguments], environment(home, **{"TERM": "dumb"} | changes))
    terminal.see("(?s)1. Jun 2014.*leave, .: help")
    return terminal


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_can_only_print_is_read_in_without_an_escape(term: str, tmp_path: Path) -> None:
    terminal = started(tmp_path, TERM=term)
    before = termios.tcgetattr(terminal.child.fileno())
    assert not before[3] & termios.ICANON, "letters act at once"
    terminal.type("2\r")
    terminal.see("Article 2")
    terminal.type(" q")
    terminal.see("5 articles")
    terminal.type("/soldjers\x7f\x7f\x7f\x7fiers on the grx\x7f\r")
    terminal.see("enough soldiers on the")
    terminal.see("/soldiers on the gr")
    terminal.type("tq")
    terminal.see("Pompeo|Secretary o")
    terminal.type("q")
    assert terminal.end() == 0
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("keys", ["\x03", "\x04", "q"])
def test_it_can_be_left_and_the_terminal_is_as_it_was(keys: str, tmp_path: Path) -> None:
    shell = Terminal(["/bin/sh"], environment(tmp_path, PS1="ready> ", TERM="dumb"))
    shell.see("ready>")
    shell.type(f"{' '.join(PROGRAM)}; echo code $?\n")
    shell.see("leave, .: help")
    shell.type(keys)
    shell.see("code (0|130)")
    attributes = termios.tcgetattr(shell.child.fileno())
    assert attributes[3] & termios.ECHO
    assert attributes[3] & termios.ICANON


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=str)
def test_a_signal_ends_it_and_the_terminal_is_as_it_was(number: signal.Signals, code: int, tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.child.kill(number)
    terminal.read(0.2)
    assert termios.tcgetattr(terminal.child.fileno())[3] & termios.ICANON
    assert terminal.end() == code


def test_control_z_gives_the_terminal_back_until_it_goes_on(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.child.kill(signal.SIGTSTP)
    os.waitpid(terminal.child.pid, os.WUNTRACED)
    assert termios.tcgetattr(terminal.child.fileno())[3] & termios.ICANON
    terminal.child.kill(signal.SIGCONT)
    terminal.type("t")
    terminal.see("comparison;")


def test_who_ends_each_line_with_enter_has_said_one_thing(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.type("t\n")
    terminal.see("comparison;")
    terminal.settle()
    assert "that was all" not in terminal.text


def test_plain_can_be_asked_for_and_is_read_from_a_pipe(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "--plain"], input=b"1\nq\nq\n", env=environment(tmp_path), capture_output=True, check=True
    )
    assert b"Article 1" in done.stdout
    assert b"\x1b" not in done.stdout


def test_without_unicode_the_nearest_signs_are_printed(tmp_path: Path) -> None:
    terminal = started(tmp_path, LC_ALL="C")
    terminal.type("2\rt")
    terminal.see("Washington")
    assert terminal.raw.isascii()


def test_an_article_from_a_pipe_leaves_the_keys_to_the_terminal(tmp_path: Path) -> None:
    command = f"printf 'A piped report\\n\\nIt says nothing.' | {' '.join(PROGRAM)} --plain -"
    terminal = Terminal(["/bin/sh", "-c", command], environment(tmp_path))
    terminal.see("A piped report")
    terminal.type("1\r")
    terminal.see("It says nothing")
    terminal.type("qq")
    assert terminal.end() == 0


def test_a_terminal_that_goes_away_ends_it(tmp_path: Path) -> None:
    terminal = started(tmp_path)
    terminal.hang_up()
    assert os.waitpid(terminal.child.pid, 0)[0] == terminal.child.pid
