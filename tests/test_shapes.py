"""Paragraphs as letters: what the grammar reads."""

from __future__ import annotations

import pytest

from iraqreader.extract.quotes.marks import find_stretches
from iraqreader.extract.quotes.shapes import find_shapes
from iraqreader.extract.segment import segment

EXAMPLES = {
    "“We go,” Ann Lee, the minister, said Friday.": "QNN,Dh,vT.",
    "He added: “We go.” Then Lee left.": "Pv:Q.RNV.",
    "According to the U.S. Army, troops told him to go.": "ADNN,ntnxn.",
    "The report said his claims were false.": "DnvDnin.",
    "Many say the state rules hold.": "SvDnnn.",
    "Poe's friend, who is 61, denied it.": "Gh,ri#,tP.",
    "J. K. Poe (D-Ohio) has also said so.": "NNN(N)aRvR.",
    "They want to report it — now.": "PfxbP-R.",
    "Often at odds, he left. Boeing said no.": "Rpn,PV.NvD.",
}


@pytest.mark.parametrize(("text", "letters"), EXAMPLES.items())
def test_each_word_has_its_letter(text: str, letters: str) -> None:
    """A verb read as a noun loses the speaker of a whole sentence."""
    document = segment(text)
    (shape,) = find_shapes(document, find_stretches(document))
    assert shape.letters == letters
    assert len(shape.starts) == len(shape.ends) == len(letters)
