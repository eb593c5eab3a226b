"""Completions for bash, zsh and fish, made from what the parsers of the commands know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from iraqreader.arguments import COMMANDS, OFFERS, READ

if TYPE_CHECKING:
    from argparse import Action
    from collections.abc import Iterator, Sequence

PROGRAM = "iraqreader"

_IDS, _SPEAKERS, _SIDES, _LIBRARIES = OFFERS
"""What depends on the articles is asked of the program itself: it answers in a twentieth of a second, with words of
whoever wrote them, which a shell must not take for its own."""

_ASKED = {"SIDE": _SIDES, "NAME": _LIBRARIES}
"""By what an option's value is called in the help."""

_QUERY = "query"
"""A word in which what follows `speaker:` and `side:` is asked for."""


class Option(NamedTuple):
    """An option: its name, what it does, and the values to choose from; `asked` names what gives them where articles do."""

    name: str
    told: str
    values: tuple[str, ...] = ()
    asked: str = ""
    file: bool = False
    wants: bool = False


class Command(NamedTuple):
    """A command with its options and, if it takes one of few first words, these, or what gives them."""

    name: str
    told: str
    options: tuple[Option, ...]
    first: tuple[str, ...] = ()
    asked: str = ""


def commands() -> tuple[Command, ...]:
    """Every command that there is; that of the reader, which is not typed, is first."""
    return tuple(_command(name) for name in COMMANDS)


def _command(name: str) -> Command:
    parser = COMMANDS[name]()
    options = tuple(_options(parser._actions))
    first = next(
        (tuple(action.choices) for action in parser._actions if not action.option_strings and action.choices), ()
    )
    return Command(name, parser.description or "", options, first, {"show": _IDS, "quotes": _QUERY}.get(name, ""))


def _options(actions: Sequence[Action]) -> Iterator[Option]:
    for action in actions:
        for name in action.option_strings:
            told = "this help" if action.dest == "help" else (action.help or "").partition(";")[0]
            if name.startswith("--") and action.help != "==SUPPRESS==":
                yield Option(
                    name,
                    told,
                    tuple(action.choices or ()),
                    _ASKED.get(str(action.metavar), ""),
                    action.metavar == "FILE",
                    action.nargs != 0,
                )


def render_completions(shell: str) -> Iterator[str]:
    """The lines of a script that teaches a shell, `bash`, `zsh` or `fish`, to complete the command."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](commands())


def _quoted(words: str) -> str:
    """Words as one of a shell's."""
    return "'" + words.replace("'", "'\\''") + "'"


# bash.

_BASH_BEGINS = """\
_iraqreader_offers() {
  local quoted="" line path; local -a paths=() known=("${COMP_WORDS[@]:2}")
  [[ $lead$word == [\\"\\']* ]] && quoted=1
  [[ $word ]] && unset "known[COMP_CWORD - 2]"
  for path in "${known[@]}"; do
    path=${path//[\\"\\'\\\\]/}
    paths+=("${path/#\\~\\//$HOME/}")
  done
  lead=${lead#[\\"\\']} word=${word//[\\"\\'\\\\]/}
  while IFS= read -r line; do
    [[ $line == "$word"* ]] || continue
    [[ $quoted ]] || printf -v line %q "$line"
    COMPREPLY+=("$lead$line")
  done < <(iraqreader completions "$1" -- "${paths[@]}" 2>/dev/null)
}
_iraqreader() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local words="" ask="" lead="" name=""
  [[ $word == = || ( $# -gt 1 && ! $2 && $word != : ) ]] && word=""
  [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
  if [[ $command == quotes ]]; then
    case $word in
      *speaker:*|*side:*) lead=${word%:*}: name=$lead word=${word##*:};;
      :) name=$before: word="";;
      *) [[ $before == : ]] && name=${COMP_WORDS[COMP_CWORD-2]}:;;
    esac
    case $name in *speaker:) ask=speakers;; *side:) ask=sides;; esac
  fi"""
"""What follows a colon comes as a word of its own, unless a quotation mark stands before it all. Names of files are
written so that the shell reads them as words, whatever signs are in them; `compgen -W` would run `$(…)`."""

_BASH_ENDS = """\
  COMPREPLY=()
  if [[ $ask ]]; then _iraqreader_offers "$ask"; return; fi
  local IFS=$' \\t\\n'
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}"""


def _bash(known: Sequence[Command]) -> Iterator[str]:
    names = " ".join(command.name for command in known if command.name != READ)
    yield f"# {PROGRAM} completions bash > ~/.local/share/bash-completion/completions/{PROGRAM}"
    yield _BASH_BEGINS
    yield f"  case $command in {names.replace(' ', '|')}) ;; *) command={READ};; esac"
    yield f'  (( COMP_CWORD == 1 )) && command={READ} words="{names}"'
    yield "  case $command:$before in"
    for command in known:
        yield from (
            f"    {command.name}:{option.name}) {_bash_values(option)};;" for option in command.options if option.wants
        )
        if command.first or (command.asked and command.asked != _QUERY):
            yield f"    {command.name}:{command.name}) {_bash_words(command.first, command.asked)};;"
    yield "  esac"
    yield "  [[ $word == -* ]] && case $command in"
    for command in known:
        yield f'    {command.name}) words="{" ".join(option.name for option in command.options)}";;'
    yield "  esac"
    yield _BASH_ENDS
    yield f"complete -o default -F _iraqreader {PROGRAM}"


def _bash_values(option: Option) -> str:
    return _bash_words(option.values, option.asked) if option.values or option.asked else "return"


def _bash_words(values: Sequence[str], asked: str) -> str:
    return f"ask={asked}" if asked else f'words="{" ".join(values)}"'


# zsh.

_ZSH_BEGINS = f"""\
_iraqreader_offers() {{
  local -a paths=(${{(Q)words[2,CURRENT-1]}} ${{(Q)words[CURRENT+1,-1]}}) lines
  paths=(${{paths/#\\~\\//$HOME/}})
  lines=(${{(f)"$({PROGRAM} completions $1 -- $paths 2>/dev/null)"}})
  compadd -a lines
}}
_iraqreader_query() {{
  if compset -P '*speaker:'; then _iraqreader_offers {_SPEAKERS}
  elif compset -P '*side:'; then _iraqreader_offers {_SIDES}
  fi
}}
_iraqreader() {{"""


def _zsh(known: Sequence[Command]) -> Iterator[str]:
    reader, *others = known
    yield f"#compdef {PROGRAM}"
    yield f"# {PROGRAM} completions zsh > a folder of $fpath, as _{PROGRAM}"
    yield _ZSH_BEGINS
    yield "  local -a commands=("
    yield from (f"    {_quoted(f'{command.name}:{_plain(command.told)}')}" for command in others)
    yield "  )"
    yield "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "    _describe command commands; _files; return"
    yield "  fi"
    yield "  case $words[2] in"
    for command in others:
        yield f"    {command.name}) shift words; (( CURRENT-- )); _arguments {_zsh_words(command)};;"
    yield f"    *) _arguments {_zsh_words(reader)};;"
    yield "  esac"
    yield "}"
    yield f"if [[ $funcstack[1] == _{PROGRAM} ]]; then _iraqreader; else compdef _iraqreader {PROGRAM}; fi"


def _zsh_words(command: Command) -> str:
    first = [_quoted(f"1:word:{_zsh_values(command.first, command.asked)}")] if command.first or command.asked else []
    return " ".join([*map(_zsh_option, command.options), *first, "'*:file:_files'"])


def _zsh_option(option: Option) -> str:
    value = f":value:{_zsh_values(option.values, option.asked) or ('_files' if option.file else ' ')}"
    return _quoted(f"{option.name}[{_plain(option.told)}]{value if option.wants else ''}")


def _zsh_values(values: Sequence[str], asked: str) -> str:
    if asked == _QUERY:
        return f" _{PROGRAM}_query"
    return f" _{PROGRAM}_offers {asked}" if asked else f"({' '.join(values)})" if values else ""


def _plain(told: str) -> str:
    """Words without the signs by which zsh tells one part of a description from the next."""
    return told.translate(str.maketrans(":[]", ",()"))


# fish.

_FISH_BEGINS = f"""\
function __iraqreader_offers
    set -l words (commandline -op | string replace -r '^~/' $HOME/)
    {PROGRAM} completions $argv[1] -- $words[2..] 2>/dev/null
end
function __iraqreader_query
    set -l typed (commandline -ct | string trim -l -c '"\\'')
    for name in speaker side
        if string match -qr -- $name: $typed
            set -l lead (string replace -r "($name:).*?\\$" '$1' -- $typed)
            __iraqreader_offers {{$name}}s | string replace -r '^' -- $lead
        end
    end
end"""


def _fish(known: Sequence[Command]) -> Iterator[str]:
    names = " ".join(command.name for command in known if command.name != READ)
    yield f"# {PROGRAM} completions fish > ~/.config/fish/completions/{PROGRAM}.fish"
    yield _FISH_BEGINS
    for command in known:
        seen = f"__fish_seen_subcommand_from {command.name}"
        here = f"not __fish_seen_subcommand_from {names}" if command.name == READ else seen
        if command.name != READ:
            yield f"complete -c {PROGRAM} -n __fish_use_subcommand -a {command.name} -d {_fish_quoted(command.told)}"
        yield from (_fish_option(option, here) for option in command.options)
        if command.first or command.asked:
            yield f"complete -c {PROGRAM} -n {_fish_quoted(here)} -a {_fish_quoted(_fish_values(command.first, command.asked))}"


def _fish_option(option: Option, here: str) -> str:
    values = _fish_values(option.values, option.asked)
    kind = "" if not option.wants else " -r" if option.file else f" -x -a {_fish_quoted(values)}" if values else " -x"
    return f"complete -c {PROGRAM} -n {_fish_quoted(here)} -l {option.name[2:]} -d {_fish_quoted(option.told)}{kind}"


def _fish_values(values: Sequence[str], asked: str) -> str:
    if asked == _QUERY:
        return f"(__{PROGRAM}_query)"
    return f"(__{PROGRAM}_offers {asked})" if asked else " ".join(values)


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
