"""What the user makes of articles: marks, notes and corrections, kept so that they are never lost.

An `entry` stands on words of an article and carries them with it; `anchors` finds these words again when the file has
changed; `file` keeps the entries, `recovery` mends their file and `ledger` tells which of them belong to an article;
`corrections` makes of an article as it was read the article as the user has it.
"""

from iraqreader.folders import data_folder
from iraqreader.notebook.corrections import apply_corrections
from iraqreader.notebook.entry import Anchor, Entry, Kind
from iraqreader.notebook.file import Notebook, NotebookError
from iraqreader.notebook.ledger import Kept, Ledger, Placed

__all__ = [
    "Anchor",
    "Entry",
    "Kept",
    "Kind",
    "Ledger",
    "Notebook",
    "NotebookError",
    "Placed",
    "apply_corrections",
    "data_folder",
]
