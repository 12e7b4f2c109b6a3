"""The activities of one table row, and what the cells beside them say of each."""

import re
from collections.abc import Callable, Sequence

from regionhub.importing.cell_lists import Entry, Is, pair, texts_of
from regionhub.importing.document import Line
from regionhub.importing.rough import RoughActivity, RoughRow
from regionhub.importing.vocabulary import Vocabulary
from regionhub.importing.wording import labelled, quoted

_PLACE_FIRST = re.compile(r"(?P<place>[^:–-]+?)\s*(?::|\s[–-])\s+(?P<text>.+)")


class ActivityCell:
    """The activities and rows that stand in one cell; `activities` are complete when shared."""

    def __init__(
        self,
        entries: Sequence[Entry],
        section: Callable[[str | None], str | None],
        vocabulary: Vocabulary,
    ) -> None:
        self._entries = entries
        self._vocabulary = vocabulary
        self._bearers: list[RoughActivity | RoughRow | None] = []
        self.activities: list[RoughActivity] = []
        heading = None
        for entry in entries:
            if entry.kind is Is.SECTION:
                heading = entry.text
                self._bearers.append(None)
            elif entry.kind is Is.ACTIVITY:
                self.activities.append(RoughActivity(entry.text, section(heading)))
                self._bearers.append(self.activities[-1])
            else:
                self.activities[-1].rows.append(row_of(entry.text, vocabulary))
                self._bearers.append(self.activities[-1].rows[-1])

    def share_times(self, lines: Sequence[Line]) -> None:
        """Give each activity and row its time, or doubt all of them."""
        unmatched = self._share(lines, lambda bearer: bearer.times)
        if len(self.activities) == 1 and len(set(unmatched)) == 1:
            self.activities[0].times.append(unmatched[0])
        self._doubt(unmatched, "tid", "tider")

    def share_owners(self, lines: Sequence[Line]) -> None:
        """Give each activity and row its owners, or doubt all of them."""
        unmatched = self._share(lines, lambda bearer: bearer.owners)
        if len(self.activities) == 1:
            self.activities[0].owners += unmatched
        self._doubt(unmatched, "ansvarig", "ansvariga")

    def lead_with(self, lines: Sequence[Line]) -> None:
        """Give every activity the time that stands before them all, as in a calendar."""
        for activity in self.activities:
            activity.times += texts_of(lines)

    def _share(
        self, lines: Sequence[Line], of: Callable[[RoughActivity | RoughRow], list[str]]
    ) -> list[str]:
        """Spread the lines over activities and rows; returns those that no match is sure for."""
        if places := self._by_municipality(lines):
            for place, text in places:
                of(self._row_at(place)).append(text)
            return []
        given = pair(self._entries, lines)
        texts = list(texts_of(lines))
        if given is None and len(self.activities) == len(texts) == 1:
            of(self.activities[0]).append(texts[0])
            return []
        for bearer, text in zip(self._bearers, given or [], strict=False):
            if bearer and text:
                of(bearer).append(text)
        return texts if given is None else []

    def share_comments(self, heading: str, lines: Sequence[Line]) -> None:
        """Give each activity its comment; the heading is kept unless it says nothing."""
        texts = list(texts_of(lines))
        if len(self.activities) == 1 or len(texts) == 1:
            for activity in self.activities:
                activity.comments.append(labelled(heading, "\n".join(texts)))
            return
        given = pair(self._entries, lines)
        for bearer, text in zip(self._bearers, given or [], strict=False):
            if isinstance(bearer, RoughActivity) and text:
                bearer.comments.append(labelled(heading, text))
        if given is None:
            self._doubt([labelled(heading, text) for text in texts], "notis", "notiser")

    def _by_municipality(self, lines: Sequence[Line]) -> list[tuple[str, str]]:
        """Municipality and words of lines that each begin with one ("Vännäs: maj")."""
        if len(self._entries) != 1:
            return []
        parts = [_PLACE_FIRST.fullmatch(text) for text in texts_of(lines)]
        found = [(part["place"], part["text"]) for part in parts if part]
        places = {self._vocabulary.bare_municipality(place) for place, _ in found} - {None}
        return found if len(parts) > 1 and len(places) == len(parts) else []

    def _row_at(self, place: str) -> RoughRow:
        """The activity's row for the municipality, made when there is none."""
        activity = self.activities[0]
        row = row_of(place, self._vocabulary)
        for known in activity.rows:
            if known.municipality == row.municipality:
                return known
        activity.rows.append(row)
        return row

    def _doubt(self, texts: Sequence[str], one: str, many: str) -> None:
        if not texts:
            return
        rows = sum(len(activity.rows) for activity in self.activities)
        beside = f"{len(self.activities)} aktiviteter"
        if len(self.activities) == 1:
            beside = f"{rows} rader"
        doubt = (
            f"{len(texts)} {one if len(texts) == 1 else many} står bredvid {beside} "
            f"och kan inte paras ihop med säkerhet: {quoted(texts)}."
        )
        for activity in self.activities:
            activity.doubts.append(doubt)


def row_of(
    text: str, vocabulary: Vocabulary, times: Sequence[str] = (), owners: Sequence[str] = ()
) -> RoughRow:
    """A row, of the municipality that its words name if they name exactly one."""
    named = vocabulary.municipalities_in(text)
    return RoughRow(text, named[0] if len(named) == 1 else None, list(times), list(owners))
