"""Joining what a newer extract says of a child's episodes with what is known already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cadair.children.rules.episodes import EpisodeFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedHistory:
    """The whole history, and how the known part of it changes."""

    whole: tuple[EpisodeFacts, ...]  # oldest first
    added: tuple[EpisodeFacts, ...]
    changed: tuple[EpisodeFacts, ...]  # known by their first day, with other facts now
    withdrawn: tuple[EpisodeFacts, ...]  # known, and put right in the case system since

    @property
    def is_news(self) -> bool:
        """Whether anything at all is different."""
        return bool(self.added or self.changed or self.withdrawn)


def join(known: Sequence[EpisodeFacts], newer: Sequence[EpisodeFacts]) -> JoinedHistory:
    """Join the known episodes with those of a newer extract.

    An extract often holds one year only, and is whole from the child's first episode in it on.  So
    what is known from before that day stays.  From that day on the extract is right: an episode
    that it no longer has was put right in the case system, and is withdrawn, never deleted.
    """
    before = {_key(episode): episode for episode in known}
    told = {_key(episode): episode for episode in newer}
    first_day = min((episode.began_on for episode in newer), default=date.max)
    earlier = [episode for episode in known if episode.began_on < first_day]
    return JoinedHistory(
        whole=tuple(sorted([*earlier, *newer], key=lambda episode: episode.began_on)),
        added=tuple(episode for key, episode in told.items() if key not in before),
        changed=tuple(
            episode
            for key, episode in told.items()
            if key in before and _differ(before[key], episode)
        ),
        withdrawn=tuple(
            episode
            for key, episode in before.items()
            if episode.began_on >= first_day and key not in told
        ),
    )


def _key(episode: EpisodeFacts) -> tuple[date, bool]:
    return episode.began_on, episode.is_short_break


def _differ(known: EpisodeFacts, newer: EpisodeFacts) -> bool:
    return known != newer or (known.out_of_area, known.out_of_area_by) != (
        newer.out_of_area,
        newer.out_of_area_by,
    )
