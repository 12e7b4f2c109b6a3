"""Two thousand spoilt copies of good files: each is read or refused in words, none breaks."""

import random
import re

import pytest

from regionhub.domain.errors import DomainError
from regionhub.importing.document import Document
from tests.importing.readers.reading import read
from tests.importing.samples import hostile, mutations, plans

COPIES = 250
ORIGINALS = {**plans.BY_NAME, "far.xlsx": hostile.farthest_cell}


def answer(data: bytes, filename: str) -> str | None:
    """The sentence of a refusal, or None when the file was read."""
    try:
        assert isinstance(read(data, filename), Document)
    except DomainError as refusal:
        return refusal.message
    return None


@pytest.mark.parametrize("filename", ORIGINALS)
def test_spoilt_copies_are_read_or_refused(filename):
    original = ORIGINALS[filename]()
    answers = []
    for seed in range(COPIES):
        copy = mutations.mutated(original, random.Random(f"{filename} {seed}"))
        try:
            answers.append(answer(copy, filename))
        except Exception as fault:
            raise AssertionError(f"copy {seed} of {filename} broke the reader") from fault
    refusals = [sentence for sentence in answers if sentence is not None]
    assert all(re.fullmatch(r"[A-ZÅÄÖ].*\.", sentence) for sentence in refusals)
    assert 0 < len(refusals) < COPIES
