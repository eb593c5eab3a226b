"""Inside tmux and through a real sshd: searching, copying, resizing, and a link that drops."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminals import PATIENCE, PROGRAM, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


def wait(until: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, what
        time.sleep(0.05)


class Tmux:
    """A tmux of its own with the program in it."""

    def __init__(self, home: Path) -> None:
        self._command = ["tmux", "-S", str(home / "socket"), "-f", "/dev/null"]
        self._env = environment(home)
        self("new-session", "-d", "-x", "80", "-y", "24", shlex.join(PROGRAM))

    def __call__(self, *arguments: str) -> str:
        """Run a tmux command; what it prints."""
        command = [*self._command, *arguments]
        return subprocess.run(command, env=self._env, capture_output=True, text=True, check=False).stdout

    def see(self, words: str) -> None:
        """Wait until the words are in the pane."""
        wait(
            lambda: words in self("capture-pane", "-p"), f"{words!r} is not in the pane:\n{self('capture-pane', '-p')}"
        )


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    session = Tmux(tmp_path)
    session.see("quit")
    yield session
    session("kill-server")


def test_tmux_search_copy_and_resize(tmux: Tmux, tmp_path: Path) -> None:
    tmux("send-keys", "/enough soldiers")
    tmux.see("1 quote")
    tmux("send-keys", "Enter")
    tmux.see("direct quote")
    tmux("send-keys", "y")
    wait(lambda: tmux("show-buffer") == "We have enough soldiers on the ground.", "the quote is in tmux's buffer")
    tmux.see("copied into tmux")
    copied = tmp_path / "state" / "iraqreader" / "copied.txt"
    assert copied.read_text("utf-8") == "We have enough soldiers on the ground.\n"
    tmux("resize-window", "-x", "150", "-y", "40")
    tmux.see("COMPARE")
    tmux("send-keys", "q")
    wait(lambda: not tmux("list-panes"), "the program has gone")


@pytest.fixture
def sshd(tmp_path: Path) -> Iterator[list[str]]:
    """A command that logs in over a real sshd on loopback."""
    with serving(tmp_path) as command:
        yield command


@contextmanager
def serving(tmp_path: Path, **more: str) -> Iterator[list[str]]:
    """A real sshd on loopback while this lasts, with more settings; the command that logs in there."""
    if not (SSHD and shutil.which("ssh") and shutil.which("ssh-keygen")):
        pytest.skip("no sshd, ssh or ssh-keygen is installed")
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where a privileged sshd wants to be able to lock itself in
    port = _free_port()
    settings = {
        "ListenAddress": f"127.0.0.1:{port}",
        "HostKey": tmp_path / "host",
        "AuthorizedKeysFile": tmp_path / "user.pub",
        "StrictModes": "no",
        "UsePAM": "no",
        "PidFile": "none",
        "PermitRootLogin": "yes",
        "AcceptEnv": "LANG",
        **more,
    }
    config = tmp_path / "sshd_config"
    config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    server = subprocess.Popen([SSHD, "-D", "-f", str(config), "-E", str(tmp_path / "sshd.log")])
    wait(lambda: _listens(port) or server.poll() is not None, "sshd listens")
    if server.poll() is not None:
        pytest.skip(f"sshd does not run here: {(tmp_path / 'sshd.log').read_text()[-200:]}")
    options = ["-F", "none", "-i", str(tmp_path / "user"), "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR"]
    options += ["-o", f"UserKnownHostsFile={tmp_path / 'known'}", "-o", "SendEnv=LANG", "-p", str(port)]
    try:
        yield ["ssh", "-tt", *options, f"{getpass.getuser()}@127.0.0.1"]
    finally:
        server.terminate()
        server.wait(PATIENCE)


def test_ssh_search_quit_and_a_link_that_drops(sshd: list[str], tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    own = f"export XDG_STATE_HOME={tmp_path} XDG_CACHE_HOME={tmp_path}"
    away = f"cd {shlex.quote(str(Path.cwd()))}; echo $$ > {pid_file}; {own}; exec {shlex.join(PROGRAM)}"
    for ending in ("q", "drop"):
        terminal = Terminal([*sshd, away], environment(tmp_path))
        terminal.see("(?s)Iraq.*quit")
        terminal.type("/enough soldiers")
        terminal.see("1 quote")
        assert b"\x1b[?1000h" not in terminal.raw, "the mouse is off over ssh"
        pid = int(pid_file.read_text())
        if ending == "q":
            terminal.type("\rq")
            assert terminal.end() == 0
            assert not terminal.left()
        else:
            terminal.child.kill(9)
        wait(lambda gone=pid: not Path(f"/proc/{gone}").exists(), "no process is left")  # type: ignore[misc]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
