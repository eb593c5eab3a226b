"""Paths to texts: find the files, open what is packed, read each article once, and say of what cannot be read why."""

from iraqreader.intake.finding import find_files
from iraqreader.intake.pieces import Piece, Problem, UnreadableError, shown
from iraqreader.intake.reading import find_pieces, load_piece, pieces_of, read_piece

__all__ = [
    "Piece",
    "Problem",
    "UnreadableError",
    "find_files",
    "find_pieces",
    "load_piece",
    "pieces_of",
    "read_piece",
    "shown",
]
