"""Pages are fetched when they are asked for, kept as they came, and lead nowhere that a page from outside must not."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqreader import fetching
from iraqreader.cli import FOUND, USAGE, main
from iraqreader.fetching import FetchError, fetch, page_file
from iraqreader.store import VARIABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STORY = (
    "<html><head><title>Troops leave</title></head><body><article><p>“We will take the café,” Gen. Sami Haddad said on "
    "Monday. The rest of this report is long enough to be one, since pages of a line are none.</p></article></body></html>"
)
HTML = {"Content-Type": "text/html; charset=iso-8859-1"}

Answer = tuple[int, "Mapping[str, str]", bytes]


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[str]:
    """A server of these answers by their path; the address of its root."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            code, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_is_kept_with_its_address_and_the_encoding_that_its_server_named() -> None:
    with serving({"/a/story.html": (200, HTML, STORY.replace("“", '"').replace("”", '"').encode("latin-1"))}) as root:
        file = fetch(f"{root}/a/story.html")
    content = file.read_bytes()
    assert content.startswith(b"<!-- saved from url=(")
    assert b'<meta charset="iso-8859-1">' in content
    assert "café" in content.decode("latin-1")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.name.startswith("127-0-0-1-a-story-")


def test_an_address_is_added_to_a_library_and_taken_out_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "index"))
    html = {"Content-Type": "text/html; charset=utf-8"}
    with serving({"/story": (200, html, STORY.encode())}) as root:
        assert main(["add", f"{root}/story", f"{root}/gone"]) == FOUND
        assert f"{root}/gone: the server answers 404 Not Found" in capsys.readouterr().err
        assert main(["quotes", "take the cafe"]) == FOUND
        assert "“We will take the café,”" in capsys.readouterr().out
        assert main(["add", f"{root}/gone"]) == USAGE
        assert main(["remove", f"{root}/story"]) == FOUND
    assert main(["quotes", "'cafe"]) != FOUND


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((200, {"Content-Type": "application/pdf"}, b"%PDF"), "is no page, but application/pdf"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"x"), "comes packed"),
        ((200, HTML, b"x" * 2000), "is larger than a page"),
        ((200, {**HTML, "Content-Length": "900"}, b"half of it"), "breaks off before its end"),
        ((500, {}, b""), "the server answers 500"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "'file:///etc/passwd' is not allowed"),
        ((302, {"Location": "ftp://example.org/x"}, b""), "is no address of the web"),
        ((302, {"Location": "/"}, b""), "the server answers 302"),
        ((302, {"Location": "http://[broken/"}, b""), "cannot be fetched"),
    ],
)
def test_what_is_no_page_is_not_kept_and_it_is_said_why(
    answer: Answer, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    with serving({"/": answer}) as root, pytest.raises(FetchError, match=said):
        fetch(f"{root}/")
    assert not page_file(f"{root}/").exists()


def test_a_public_page_does_not_lead_to_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/secret": (200, HTML, STORY.encode("utf-8"))}) as inside:
        answers: dict[str, Answer] = {"/": (302, {"Location": f"{inside}/secret"}, b"")}
        with serving(answers) as root:
            assert fetch(f"{root}/").exists(), "from one place inside to another"
            outside = fetching._is_public
            monkeypatch.setattr(fetching, "_is_public", lambda address: address.startswith(root) or outside(address))
            with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1, which is not public"):
                fetch(f"{root}/")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("http://8.8.8.8/", True),
        ("http://127.0.0.1/", False),
        ("http://10.1.2.3:8080/", False),
        ("http://169.254.169.254/latest/", False),
        ("http://[::1]/", False),
        ("http://[fe80::1]/", False),
        ("http://[::ffff:10.0.0.1]/", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert fetching._is_public(address) is public


def test_a_server_that_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LONGEST", -1.0)
    with serving({"/": (200, HTML, STORY.encode("utf-8"))}) as root, pytest.raises(FetchError, match="takes longer"):
        fetch(f"{root}/")
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch("http://127.0.0.1:1/")


@given(st.text())
def test_any_address_is_a_file_of_its_own_below_the_folder(text: str) -> None:
    try:
        file = page_file(f"http://{text}")
    except ValueError:
        return  # which is no address
    assert file.parent.name == fetching.FOLDER
    assert len(file.name) <= 100
    assert file.name.isascii()
