"""Reporting words in all their forms."""

from __future__ import annotations

import pytest

from iraqreader.lexicon.cues import CueForm, cue_forms, inflect


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("add", ("add", "adds", "added", "adding")),
        ("argue", ("argue", "argues", "argued", "arguing")),
        ("reply", ("reply", "replies", "replied", "replying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("say says said saying", ("say", "says", "said", "saying")),
    ],
)
def test_forms_of_a_verb(entry: str, forms: tuple[str, ...]) -> None:
    assert inflect(entry) == forms


def test_what_a_form_tells() -> None:
    """ "Said" is a verb wherever it stands; "states" is a noun until the words around it say otherwise."""
    forms = cue_forms()
    assert forms["said"] == CueForm("speech", "past", noun=False)
    assert forms["says"] == CueForm("speech", "past", noun=False)
    assert forms["calls"] == CueForm("address", "plain", noun=False)
    assert forms["states"] == CueForm("speech", "plain", noun=True)
    assert forms["hoping"] == CueForm("attitude", "participle", noun=False)
