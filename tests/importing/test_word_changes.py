"""Two wordings of a text shown as one."""

from hypothesis import given
from hypothesis import strategies as st

from regionhub.importing.word_changes import word_changes

WORDS = st.lists(st.sampled_from(["ett", "två", "tre", "fyra"]), max_size=9).map(" ".join)


def test_only_the_words_that_differ_are_marked() -> None:
    assert word_changes("Gruppen svarar för drift och stöd.", "Gruppen svarar för drift.") == [
        ("", "Gruppen svarar för drift"),
        ("gone", " och stöd"),
        ("", "."),
    ]
    assert word_changes("Klart i maj på alla orter", "Klart i juni\npå alla orter") == [
        ("", "Klart i "),
        ("gone", "maj"),
        ("new", "juni"),
        ("", " på alla orter"),
    ]


def test_what_is_quite_another_text_is_not_mixed() -> None:
    assert word_changes("Bredband och telefoni", "Vi ordnar en gemensam växel") == []


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_out_of_the_pieces(old: str, new: str) -> None:
    pieces = word_changes(old, new)
    if pieces:
        assert "".join(words for how, words in pieces if how != "new") == old
        assert "".join(words for how, words in pieces if how != "gone") == new
