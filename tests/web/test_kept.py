"""What is kept of a revision: made once, and gone with it."""

from regionhub.web.kept import kept_for_a_revision


def test_a_thing_is_made_once_for_its_arguments_and_anew_for_another_revision():
    made = []

    @kept_for_a_revision(8)
    def page(revision, name):
        made.append((revision, name))
        return f"{name} {revision}"

    assert [page(7, "it"), page(7, "it"), page(7, "webb"), page(8, "it")] == [
        "it 7",
        "it 7",
        "webb 7",
        "it 8",
    ]
    assert made == [(7, "it"), (7, "webb"), (8, "it")]
    assert page(7, "it") == "it 7"
    assert made[-1] == (7, "it"), "what was made of an earlier revision is not kept"


def test_no_more_is_kept_than_was_asked_for():
    made = []

    @kept_for_a_revision(2)
    def page(_revision, name):
        made.append(name)
        return name

    for name in ("a", "b", "c", "a"):
        page(1, name)
    assert made == ["a", "b", "c", "a"]
