"""Every key, in one place: what it does, in words, in groups. The help, the footer and the palette read it here."""

from __future__ import annotations

from textual.binding import Binding

MOVE = Binding.Group("Move")
MEANING = Binding.Group("Move by meaning")
PANES = Binding.Group("Panes and places")
FIND = Binding.Group("Search")
FACTS = Binding.Group("Facts")
YOURS = Binding.Group("Yours")
VIEWS = Binding.Group("In speakers and other views")
SPEAKERS = Binding.Group("In speakers")
COMPARE = Binding.Group("In the comparison")
TIMELINE = Binding.Group("In the timeline")
NOTES = Binding.Group("In marks and notes")
PROGRAM = Binding.Group("Program")

GROUPS = (MOVE, MEANING, PANES, FIND, FACTS, YOURS, VIEWS, SPEAKERS, COMPARE, TIMELINE, NOTES, PROGRAM)


FOOTER = {
    "move.open": "open",
    "next.quote": "quote",
    "next.speaker": "speaker",
    "next.troops": "figure",
    "next.stance": "stance",
    "pane.panel": "facts",
    "search.open": "search",
    "fact.why": "why",
    "view.open": "open",
    "view.leave": "back",
    "speakers.filter": "filter",
    "speakers.order": "order",
    "speakers.shares": "by article",
    "compare.filter": "filter",
    "compare.order": "sort",
    "notes.filter": "filter",
    "notes.remove": "remove",
    "notes.undo": "undo",
    "timeline.next": "figure",
    "timeline.filter": "filter",
    "program.help": "help",
    "program.quit": "quit",
}
"""Keys that the footer names where they work, and its word for each."""


def _key(keys: str, action: str, words: str, group: Binding.Group, name: str) -> Binding:
    """A key with its id, and its words for the help and for the footer."""
    return Binding(keys, action, FOOTER.get(name, words), show=name in FOOTER, tooltip=words, id=name, group=group)


MOVES = (
    _key("j,down", "move(1)", "a line down", MOVE, "move.down"),
    _key("k,up", "move(-1)", "a line up", MOVE, "move.up"),
    _key("ctrl+d", "page(0.5)", "half a screen down", MOVE, "move.half-down"),
    _key("ctrl+u", "page(-0.5)", "half a screen up", MOVE, "move.half-up"),
    _key("space,pagedown", "page(1)", "a screen down", MOVE, "move.page-down"),
    _key("b,pageup,ctrl+b", "page(-1)", "a screen up", MOVE, "move.page-up"),
    _key("g,home", "edge('first')", "to the top", MOVE, "move.top"),
    _key("G,end", "edge('last')", "to the end", MOVE, "move.end"),
)
"""Keys of the list, the panel and the text alike."""

MAIN = (
    _key("enter", "open", "stand on the words it came from", MOVE, "move.open"),
    _key("n", "next('quote', 1)", "next quote", MEANING, "next.quote"),
    _key("p,N", "next('quote', -1)", "previous quote", MEANING, "previous.quote"),
    _key("s", "same_speaker(1)", "next quote by the same speaker", MEANING, "next.speaker"),
    _key("S", "same_speaker(-1)", "previous quote by the same speaker", MEANING, "previous.speaker"),
    _key("right_curly_bracket", "next('troops', 1)", "next troop figure", MEANING, "next.troops"),
    _key("left_curly_bracket", "next('troops', -1)", "previous troop figure", MEANING, "previous.troops"),
    _key("e", "next('stance', 1)", "next evidence of a stance", MEANING, "next.stance"),
    _key("E", "next('stance', -1)", "previous evidence of a stance", MEANING, "previous.stance"),
    _key("x", "next_disputed(1)", "next figure that another source disputes", MEANING, "next.conflict"),
    _key("X", "next_disputed(-1)", "previous figure that another source disputes", MEANING, "previous.conflict"),
    _key("right_square_bracket", "article(1)", "next article", MEANING, "next.article"),
    _key("left_square_bracket", "article(-1)", "previous article", MEANING, "previous.article"),
    _key("h,left", "sideways(-1)", "to the left: cell, then pane", PANES, "pane.left"),
    _key("l,right", "sideways(1)", "to the right: cell, then pane", PANES, "pane.right"),
    _key("1", "pane('list')", "the articles", PANES, "pane.list"),
    _key("2", "pane('text')", "the text", PANES, "pane.text"),
    _key("3", "pane('panel')", "comparison and facts", PANES, "pane.panel"),
    _key("tab", "turn(1)", "next pane", PANES, "pane.next"),
    _key("shift+tab", "turn(-1)", "previous pane", PANES, "pane.previous"),
    _key("ctrl+o,less_than_sign", "back", "back to where you were", PANES, "place.back"),
    _key("greater_than_sign", "forward", "forward again", PANES, "place.forward"),
    _key("v", "visit('speakers')", "speakers: who says what, and when", PANES, "view.speakers"),
    _key("V", "speaker", "all that the speaker of this quote says", PANES, "view.speaker"),
    _key("t", "visit('compare')", "table of all articles, to sort and to filter", PANES, "view.compare"),
    _key("T", "visit('timeline')", "timeline of troop counts", PANES, "view.timeline"),
    _key("slash", "quest('search')", "search the quotes", FIND, "search.open"),
    _key("ctrl+f", "quest('find')", "find words in the text", FIND, "find.open"),
    _key("w", "why", "why: the rule and what it rests on", FACTS, "fact.why"),
    _key("y", "copy(False)", "copy the quote", FACTS, "fact.copy"),
    _key("Y", "copy(True)", "copy the quote with its source", FACTS, "fact.cite"),
    _key("P", "app.show_aside", "the words on the normal screen, to select with the mouse", FACTS, "fact.aside"),
    _key("f", "fold", "fold or unfold site notices, bylines and the like", FACTS, "text.fold"),
    _key("m", "write('mark')", "mark the words, or take the mark away", YOURS, "yours.mark"),
    _key("M", "write('note')", "write a note on the words", YOURS, "yours.note"),
    _key("c", "write('correct')", "correct who speaks, what a side wants, or the date", YOURS, "yours.correct"),
    _key("apostrophe", "visit('notes')", "all marks and notes", YOURS, "view.notes"),
    _key("u", "write('undo')", "undo the last mark, note or correction", YOURS, "yours.undo"),
    _key("ctrl+r", "write('redo')", "do it again", YOURS, "yours.redo"),
    _key("question_mark", "help", "all keys", PROGRAM, "program.help"),
    _key("colon", "app.command_palette", "all commands, by name", PROGRAM, "program.commands"),
    _key("ctrl+l", "app.repaint", "paint the screen again", PROGRAM, "program.repaint"),
    _key("escape", "put_away", "put away what is open", PROGRAM, "program.put-away"),
    _key("q", "app.quit", "quit", PROGRAM, "program.quit"),
)
"""Keys that work wherever nobody is typing."""

SEARCH = (
    _key("down,ctrl+n", "screen.quest('look', 1)", "next hit", FIND, "hit.next"),
    _key("up,ctrl+p", "screen.quest('look', -1)", "previous hit", FIND, "hit.previous"),
    _key("pagedown", "screen.quest('look', 5)", "five hits on", FIND, "hit.page-down"),
    _key("pageup", "screen.quest('look', -5)", "five hits back", FIND, "hit.page-up"),
    _key("alt+up,ctrl+r", "screen.quest('recall', -1)", "an earlier query that led to a hit", FIND, "query.earlier"),
    _key("alt+down", "screen.quest('recall', 1)", "a later query", FIND, "query.later"),
    _key("enter", "screen.quest('stay')", "stay at the hit", FIND, "hit.stay"),
    _key("escape,ctrl+g,ctrl+c", "screen.quest('leave')", "go back to where you were", FIND, "hit.leave"),
)
"""Keys while a query is typed; every letter is the query's."""

FINDING = (
    _key("down,ctrl+n", "screen.quest('find_on', 1)", "the words again, on into the next article", FIND, "find.next"),
    _key("up,ctrl+p", "screen.quest('find_on', -1)", "the words before", FIND, "find.previous"),
    _key("enter", "screen.quest('stay')", "stay at the words", FIND, "find.stay"),
    _key("escape,ctrl+g,ctrl+c", "screen.quest('leave')", "back to where you read", FIND, "find.leave"),
)
"""Keys while words to find are typed."""

JOTTING = (
    _key("enter", "screen.write('keep')", "keep what is written", YOURS, "jot.keep"),
    _key("escape,ctrl+g,ctrl+c", "screen.write('leave')", "leave it as it was", YOURS, "jot.leave"),
)
"""Keys while a note or a correction is written."""

PROGRAM_KEYS = (
    Binding(
        "ctrl+c", "interrupt", "quit", False, None, True, "quit, or leave a search", "program.interrupt", group=PROGRAM
    ),
    _key("ctrl+z", "suspend_process", "to the shell; fg comes back", PROGRAM, "program.suspend"),
)
"""Keys of the program itself, on every screen."""

VIEW = (
    _key("enter", "choose", "open it, or stand on its words", VIEWS, "view.open"),
    _key("q,escape,ctrl+o,less_than_sign,ctrl+g", "leave", "back to where you were", VIEWS, "view.leave"),
    *(key for key in MAIN if key.id in {"program.help", "program.repaint"}),
)
"""Keys of every view that is laid over the articles."""

FILTER = (
    _key("down,ctrl+n", "screen.pass_on(1)", "a line down in what is left", VIEWS, "filter.down"),
    _key("up,ctrl+p", "screen.pass_on(-1)", "a line up", VIEWS, "filter.up"),
    _key("enter,tab", "screen.end_filter(True)", "keep the filter", VIEWS, "filter.keep"),
    _key("escape,ctrl+g,ctrl+c", "screen.end_filter(False)", "show all again", VIEWS, "filter.leave"),
)
"""Keys while a filter is typed."""

SPEAKERS_KEYS = (
    _key("slash", "filter", "filter as you type: name, role, side", SPEAKERS, "speakers.filter"),
    _key("o", "order", "another order: words, name, side, first date", SPEAKERS, "speakers.order"),
    _key("a", "shares", "the articles, by the words that each side has", SPEAKERS, "speakers.shares"),
    _key("v", "close", "back to the articles", SPEAKERS, "speakers.close"),
)
"""Keys of the speakers."""

COMPARE_KEYS = (
    _key("h,left", "step(-1)", "a cell to the left", COMPARE, "compare.left"),
    _key("l,right", "step(1)", "a cell to the right", COMPARE, "compare.right"),
    _key("o", "order(False)", "sort by this column, first or least first", COMPARE, "compare.order"),
    _key("O", "order(True)", "sort by this column, last or most first", COMPARE, "compare.order-back"),
    _key("slash", "filter", "filter: troops>3000 baghdad:none conflict", COMPARE, "compare.filter"),
    _key("t", "close", "back to the articles", COMPARE, "compare.close"),
)
"""Keys of the comparison."""

NOTES_KEYS = (
    _key("slash", "filter", "filter as you type: words, note, speaker", NOTES, "notes.filter"),
    _key("d", "remove", "take it away", NOTES, "notes.remove"),
    _key("u", "undo", "undo", NOTES, "notes.undo"),
    _key("ctrl+r", "redo", "do it again", NOTES, "notes.redo"),
    _key("apostrophe", "close", "back to the articles", NOTES, "notes.close"),
)
"""Keys of the marks and notes."""

TIMELINE_KEYS = (
    _key("l,right", "step(1)", "next figure in time", TIMELINE, "timeline.next"),
    _key("h,left", "step(-1)", "figure before in time", TIMELINE, "timeline.previous"),
    _key("slash", "filter", "filter as you type, as in the comparison", TIMELINE, "timeline.filter"),
    _key("T", "close", "back to the articles", TIMELINE, "timeline.close"),
)
"""Keys of the timeline."""

KEYS = tuple(
    dict.fromkeys(
        (
            *MOVES,
            *MAIN,
            *SEARCH,
            *FINDING,
            *JOTTING,
            *VIEW,
            *FILTER,
            *SPEAKERS_KEYS,
            *COMPARE_KEYS,
            *NOTES_KEYS,
            *TIMELINE_KEYS,
            *PROGRAM_KEYS,
        )
    )
)
"""Every key, wherever it works: the help on the desk and docs/keys.md's table are made from it."""

PLACES = (
    (*MOVES, *MAIN, *PROGRAM_KEYS),
    *((*MOVES, *VIEW, *keys, *PROGRAM_KEYS) for keys in (SPEAKERS_KEYS, COMPARE_KEYS, NOTES_KEYS, TIMELINE_KEYS)),
)
"""Keys that work at the same time, and must not meet."""

TYPED = (SEARCH, FINDING, JOTTING, FILTER)
"""The same for places where words are typed: there every letter is a letter."""
