"""Pages from the web, one by one and only when they are asked for, kept as files as they came.

What is asked for may be anywhere; what that leads on to may not be a file, nor an address that is not public: a page from
outside must not have this machine ask others that only it can reach. The names of servers are resolved to see that.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import time
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from iraqreader import __version__
from iraqreader.folders import data_folder
from iraqreader.store import blake2b

if TYPE_CHECKING:
    from http.client import HTTPMessage, HTTPResponse
    from pathlib import Path
    from typing import IO

LARGEST = 8 << 20
"""Bytes of the largest page that is kept, which is that of the largest that is read."""

SILENCE = 15.0
"""Seconds that a server may say nothing."""

LONGEST = 60.0
"""Seconds that a page may take in all."""

FOLDER = "pages"
"""The folder of pages, in that of the notebook: they are the user's, since the web may not have them any more."""

_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHUNK = 1 << 16


class FetchError(Exception):
    """A page cannot be had; the message finishes the sentence "ADDRESS: …"."""


def is_address(path: str) -> bool:
    """Whether what was typed is an address of the web, rather than a path."""
    return "://" in path


def page_file(address: str) -> Path:
    """Where the page of an address is kept: by a name that tells it to people, and a number that tells it from others."""
    parts = urlsplit(address)
    words = re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname or ''} {os.path.splitext(parts.path)[0]}".lower()).strip("-")  # noqa: PTH122
    return data_folder() / FOLDER / f"{words[:80]}-{blake2b(address.encode(), digest_size=4).hexdigest()}.html"


def fetch(address: str) -> Path:
    """Fetch a page and keep it; the file that it is in. Raises FetchError."""
    content = _prefix(address, *_get(address))
    file = page_file(address)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as out:  # noqa: PTH123
            out.write(content)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise FetchError(f"cannot be kept ({file}: {error.strerror})") from error
    return file


def _prefix(address: str, content: bytes, charset: str | None) -> bytes:
    """The page behind what only its server told: the address, as browsers note it, and the encoding where it says none."""
    if content.startswith(_MARKS):
        return content
    printable = address.encode("ascii", "backslashreplace").replace(b"--", b"%2D%2D")
    note = b"<!-- saved from url=(%04d)%s -->\n" % (len(printable), printable)
    told = _CHARSET.search(content, 0, 4096) or charset is None or not re.fullmatch(r"[\w.:-]+", charset, re.ASCII)
    return note + (b"" if told else f'<meta charset="{charset}">\n'.encode()) + content


def _get(address: str) -> tuple[bytes, str | None]:
    """The bytes of a page, and the encoding that the server names."""
    _check_kind(address)
    headers = {"User-Agent": f"iraqreader/{__version__}", "Accept": ", ".join(_KINDS), "Accept-Encoding": "identity"}
    opener = build_opener(_Redirects(address))
    try:
        with opener.open(Request(address, headers=headers), timeout=SILENCE) as answer:  # noqa: S310 - http and https alone
            return _read(answer), answer.headers.get_content_charset()
    except FetchError:
        raise
    except HTTPError as error:
        raise FetchError(f"the server answers {error.code} {error.reason}") from error
    except URLError as error:
        raise FetchError(f"cannot be fetched ({error.reason})") from error
    except TimeoutError as error:
        raise FetchError(f"the server said nothing for {SILENCE:.0f} seconds") from error
    except (OSError, HTTPException, ValueError) as error:
        raise FetchError(f"cannot be fetched ({error or type(error).__name__})") from error


def _read(answer: HTTPResponse) -> bytes:
    kind = answer.headers.get_content_type()
    if kind not in _KINDS:
        raise FetchError(f"is no page, but {kind}")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError("comes packed, which was not asked for")
    content, end = bytearray(), time.monotonic() + LONGEST
    while chunk := answer.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise FetchError(f"is larger than a page ({LARGEST >> 20} MiB)")
        if time.monotonic() > end:
            raise FetchError(f"takes longer than {LONGEST:.0f} seconds")
    if answer.length:
        raise FetchError("breaks off before its end")
    return bytes(content)


class _Redirects(HTTPRedirectHandler):
    """Follows where an address leads, but not to where a page from outside must not lead."""

    max_redirections = 5

    def __init__(self, address: str) -> None:
        self._outside = _is_public(address)

    def redirect_request(  # noqa: PLR0913, PLR0917 - as the library calls it
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        _check_kind(newurl)
        if self._outside and not _is_public(newurl):
            raise FetchError(f"leads to {urlsplit(newurl).hostname}, which is not public")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _check_kind(address: str) -> None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise FetchError("is no address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("is no address of the web (http:// or https://)")


def _is_public(address: str) -> bool:
    """Whether every address that the server's name stands for is one of the public network."""
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no such server: {parts.hostname}") from error
    return all(ipaddress.ip_address(str(place[0]).partition("%")[0]).is_global for *_, place in found)
