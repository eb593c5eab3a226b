"""What the help on each command, and its page in the manual, says after the options."""

READ = """\
commands:
  quotes QUERY [PATH...]   find quotations by half-remembered words
  table [PATH...]          a row per article: date, publisher, title, troops, what each side wanted
  troops [PATH...]         every number of soldiers: whose, where, when, and who says so
  stances [PATH...]        what each side wants, with the words that show it
  show ID [PATH...]        one article, with the speaker named before each quote
  timeline [PATH...]       troop counts over time, drawn in lines of text
  speakers [PATH...]       who speaks: roles over time, side, how many words, in how many articles
  export [PATH...]         every fact as JSON, for programs
  add PATH...              put files and folders into a library, which --library NAME names
  list                     your libraries: how much is in each, and where it is
  remove [PATH...]         take files and folders out of a library
  index [PATH...]          read what has changed, and make it ready to be searched
  explain PATH...          the facts beside their sentences, each with its rule and evidence
  notes [PATH...]          your marks and notes: each quote with who said it, where, and what you wrote
  doctor                   the terminal, the folders and the settings as found here, and what to change
  forget                   remove all that is kept: marks, notes, index, places, queries
  completions SHELL        a script for bash, zsh or fish, to complete commands, options and ids
  man [COMMAND]            a page of the manual

examples:
  iraqreader                             read the five articles that come along
  iraqreader ~/clippings story.txt       read your own
  iraqreader quotes "boots on teh gro"   typos and unfinished words are fine
  quote=$(iraqreader --pick)             choose a quote by Enter or y: exit code 0, or 1 where none was chosen
  iraqreader quotes --help               more on a command; ./quotes is a file of that name

exit codes: 0 found, 1 nothing found, 2 something is wrong with what was asked"""

QUOTES = """\
in a query:
  'word  "a phrase"       just so, but for case, accents and the shape of marks
  !word  !"a phrase"      not there; ! may also stand before each of the following
  speaker:carter          part of the name or the role; speaker:"al abadi"
  side:washington         or the beginning of it
  article:nbc             words of the title, the publisher or the file's name
  before:2016             from before that year; a month or a day works as well; an article with a window
  after:2016-02           for a date stays if it may be from then
  kind:reported           of reported speech; kind:direct in quotation marks, kind:any both
Words look through direct quotes unless a kind is given. Filters alone list all that they keep, in date order.

examples:
  iraqreader quotes "pompeo right structure"
  iraqreader quotes --limit 1 --format json "on the ground" ~/clippings
  iraqreader quotes "'soldiers side:baghdad after:2015 !speaker:hadithi"
  iraqreader quotes --batch ~/clippings < queries.txt    one query a line in, one JSON line out"""

ADD = """\
What is added is read now and made ready to be searched, on every core; Ctrl+C stops that, and the next time it goes on.
A page is fetched from its address (http or https) and kept beside your notes, so that it stays when the web forgets it.
Without --library it is the library that is meant wherever no path is given, in place of the five articles.

examples:
  iraqreader add ~/clippings                    from now on iraqreader opens these
  iraqreader add --library 2014 ~/archive/2014  a library by name
  iraqreader add https://example.org/story.html
  iraqreader --library 2014                     read it
  iraqreader quotes --library 2014 "boots on teh gro\""""

REMOVE = """\
The files stay where they are. Marks, notes and corrections are kept, and are there again with the article.

examples:
  iraqreader remove ~/clippings
  iraqreader remove --library 2014              the library itself"""

LIST = """\
examples:
  iraqreader list
  iraqreader list --format json"""

INDEX = """\
Files that have not changed (by size and time) are not read again, and what is gone is let go. Whatever else reads a
library brings it up to date as well, but spends no more than a fiftieth of the time on that: a hundred thousand files
are looked at once a minute. This does it at once, and for paths without a name too.

examples:
  iraqreader index                              every library
  iraqreader index ~/archive                    what iraqreader ~/archive opens from then on at once
  iraqreader index --jobs 1 --library 2014      with one process, beside other work"""

TABLE = """\
signs: ~ about  > more than  ≥ at least  ≤ up to  < fewer than  ⚑ another source disagrees  † date corrected
terms: words of title or publisher, "in quotation marks" too · title:pact · publisher:nbc · troops>=3000 · troops:none
  washington:withdraw · baghdad:none · after:2015 · before:2016-02 · date:2016 · quotes>5 · conflict · corrected · undated
examples:
  iraqreader table
  iraqreader table --format csv ~/clippings > coverage.csv
  iraqreader table --sort troops --reverse              the largest number first; unknown ones are last
  iraqreader table --filter "baghdad:none !corrected"   terms that are all true; ! turns one round"""

TIMELINE = """\
A line per figure: the day, or the window in which the article came out (├──┤, ◂ and ▸ where an end is open), and a bar
as long as the number, which ends in ~ about, > more than, ≥ at least, ≤ up to, < fewer than, or ● that number; dotted
as far as it may go, of a range from ● to ●. ⚑ another source in the article disagrees, and has a line of its own.
Articles without a figure are listed too. As wide as the terminal, or as COLUMNS says.
examples:
  iraqreader timeline
  iraqreader timeline --filter "after:2015 !troops:none" ~/clippings > chart.txt"""

SPEAKERS = """\
Someone whom articles name is one speaker in all of them; "officials" are a speaker of one article alone,
since elsewhere the same words may mean others.
examples:
  iraqreader speakers
  iraqreader speakers --side baghdad --sort date ~/clippings
  iraqreader speakers --format csv ~/clippings > speakers.csv
  iraqreader speakers --format jsonl | head -1          with the place of every quote"""

EXPORT = """\
examples:
  iraqreader export --format json > facts.json
  iraqreader export --format html ~/clippings > report.html     to read, keep or mail; it fetches nothing
  iraqreader export --format markdown > report.md
  iraqreader export --format jsonl ~/clippings | head -1"""

EXPLAIN = """\
examples:
  iraqreader explain story.txt | less
  iraqreader explain --as-read story.txt      what the rules say, without your corrections"""

NOTES = """\
Without PATH, everything that you marked, wherever its article is. An article that was moved is known again
by its text: name the folder it is in now.
examples:
  iraqreader notes > notes.md
  iraqreader notes --format csv ~/clippings > notes.csv"""

DOCTOR = """\
examples:
  iraqreader doctor
  iraqreader doctor --example > ~/.config/iraqreader/config.toml

exit codes: 0 all is well, 1 something is to be put right"""

FORGET = """\
Marks, notes and corrections with their copies, the index, where you stopped reading, your last queries and the last
copied quote. Articles and settings are not touched. What is to go is listed first; without --yes it asks.
examples:
  iraqreader forget
  iraqreader forget --yes

exit codes: 0 all of it is gone, 1 nothing was removed, 2 something could not be removed"""

TROOPS = """\
A row per number: qualifier, whose soldiers, where, whether they are there now or planned, who says so, and the rule
that found it. The last two and the place in the text are in every format but text and markdown.
examples:
  iraqreader troops
  iraqreader troops --filter conflict --format csv ~/clippings > troops.csv
  iraqreader troops --format jsonl | head -1"""

STANCES = """\
A row per piece of evidence: the side, what these words show that it wants, and who says so; "label" in JSON and CSV
is what the whole article reports of the side, "evidence_label" what the words show by themselves.
examples:
  iraqreader stances
  iraqreader stances --filter baghdad:withdraw ~/clippings
  iraqreader stances --format csv > stances.csv"""

SHOW = """\
[Name, Side] stands before words in marks, [reported: Name, Side] and [end] around words without. On a terminal
$PAGER shows it, or less. The ids are in every other command's JSON and CSV; a file's is its name without the ending.
examples:
  iraqreader show my-story ~/clippings
  iraqreader show my-story ~/clippings > my-story-marked.txt"""

COMPLETIONS = """\
A package puts these in place by itself. They complete commands, options and their values, files, and by what is in
the articles that are typed after it (else those that come along) their ids, and in a query speaker: and side:.
examples:
  iraqreader completions bash > ~/.local/share/bash-completion/completions/iraqreader
  iraqreader completions fish > ~/.config/fish/completions/iraqreader.fish
  iraqreader completions speakers ~/clippings"""

MAN = """\
A package puts these in place by itself: man iraqreader-table.
examples:
  iraqreader man table | man -l -"""
