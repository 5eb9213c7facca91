"""Making a child's episodes out of their rows, without contradiction."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from cadair.children.documents.ssda903.cells import NOT_A_DATE, date_in
from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.rules.episodes import (
    CARE_GOES_ON,
    LEGAL_STATUSES,
    REASONS_BEGUN,
    STARTS_CARE,
    EpisodeFacts,
)
from cadair.children.rules.out_of_area import out_of_area


@dataclass(slots=True, kw_only=True)
class ReadEpisodes:
    """A child's episodes, oldest first, or why not."""

    episodes: tuple[EpisodeFacts, ...] = ()
    refused: list[Refused] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    duplicates: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    episode: EpisodeFacts
    row: Row


def read_episodes(
    rows: list[Row], *, born_on: date, today: date, council_postcodes: tuple[str, ...]
) -> ReadEpisodes:
    """The episodes that the rows tell of; `refused` says what stands in the way."""
    result = ReadEpisodes()
    told: list[_Told] = []
    for row in rows:
        episode = _episode(row, born_on, today, council_postcodes)
        if isinstance(episode, Refused):
            result.refused.append(episode)
        else:
            told.append(_Told(episode, row))
    once = _once_each(told, result)
    once.sort(key=lambda one: one.episode.began_on)
    _refuse_overlaps([one for one in once if not one.episode.is_short_break], result)
    if not result.refused:
        result.episodes = tuple(one.episode for one in once)
        _remark([one.episode for one in once if not one.episode.is_short_break], result)
    return result


def _episode(
    row: Row, born_on: date, today: date, council_postcodes: tuple[str, ...]
) -> EpisodeFacts | Refused:
    days = _days(row, born_on, today)
    if isinstance(days, Refused):
        return days
    legal_status, reason_began = row["LS"].upper(), row["RNE"].upper()
    if legal_status not in LEGAL_STATUSES:
        return row.refused("LS", "no_such_code", "There is no such legal status.")
    if reason_began not in REASONS_BEGUN:
        return row.refused(
            "RNE", "no_such_code", "A reason for a new episode is S, L, P, T, B or U."
        )
    outside, by = out_of_area(
        placement_postcode=row["PL_POST"],
        home_postcode=row["HOME_POST"],
        said_by_case_system=row["PL_LOCATION"],
        council_postcodes=council_postcodes,
    )
    return EpisodeFacts(
        began_on=days[0],
        reason_began=reason_began,
        legal_status=legal_status,
        place=row["PLACE"].upper()[:4],
        provider=row["PLACE_PROVIDER"].upper()[:4],
        ended_on=days[1],
        reason_ended=row["REC"].upper()[:4],
        home_postcode=row["HOME_POST"].upper(),
        placement_postcode=row["PL_POST"].upper(),
        out_of_area=outside,
        out_of_area_by=by.value,
    )


def _days(row: Row, born_on: date, today: date) -> tuple[date, date | None] | Refused:
    """The first and the last day of an episode."""
    began_on, ended_on = date_in(row["DECOM"]), date_in(row["DEC"])
    if began_on is None:
        return row.refused("DECOM", *NOT_A_DATE)
    if began_on < born_on:
        return row.refused("DECOM", "before_birth", "This is before the child was born.")
    if began_on > today:
        return row.refused("DECOM", "in_the_future", "This day has not come yet.")
    if not row["DEC"]:
        if row["REC"]:
            return row.refused(
                "DEC",
                "end_is_missing",
                "There is a reason why the episode ended, and no day.",
            )
        return began_on, None
    if ended_on is None:
        return row.refused("DEC", *NOT_A_DATE)
    if ended_on < began_on:
        return row.refused("DEC", "ends_before_it_begins", "The episode ends before it begins.")
    if ended_on > today:
        return row.refused("DEC", "in_the_future", "This day has not come yet.")
    return began_on, ended_on


def _once_each(told: list[_Told], result: ReadEpisodes) -> list[_Told]:
    """Each episode once: files of several years repeat them, and a later year knows the end."""
    kept: dict[tuple[date, bool], _Told] = {}
    for one in told:
        key = one.episode.began_on, one.episode.is_short_break
        other = kept.setdefault(key, one)
        if other is one:
            continue
        result.duplicates += 1
        if one.episode == other.episode:
            continue
        if _open_ended(one.episode) == _open_ended(other.episode) and None in (
            one.episode.ended_on,
            other.episode.ended_on,
        ):
            kept[key] = other if one.episode.ended_on is None else one
            continue
        result.refused.append(
            one.row.refused(
                "DECOM",
                "episodes_differ",
                f"Line {other.row.line} of {other.row.file} is another episode that begins on "
                "this day.",
            )
        )
    return list(kept.values())


def _open_ended(episode: EpisodeFacts) -> tuple[str, ...]:
    return (episode.reason_began, episode.legal_status, episode.place, episode.provider)


def _refuse_overlaps(care: list[_Told], result: ReadEpisodes) -> None:
    for before, after in pairwise(care):
        other = f"line {after.row.line} of {after.row.file}"
        if before.episode.ended_on is None:
            result.refused.append(
                before.row.refused(
                    "DEC",
                    "not_ended",
                    f"The episode has no end, and the next begins on "
                    f"{after.episode.began_on:%d/%m/%Y} ({other}).",
                )
            )
        elif before.episode.ended_on > after.episode.began_on:
            result.refused.append(
                before.row.refused(
                    "DEC",
                    "episodes_overlap",
                    f"The episode ends after the next has begun, on "
                    f"{after.episode.began_on:%d/%m/%Y} ({other}).",
                )
            )


def _remark(care: list[EpisodeFacts], result: ReadEpisodes) -> None:
    if care and care[0].reason_began != STARTS_CARE:
        result.remarks.append(
            f"care had begun before the first episode ({care[0].began_on:%d/%m/%Y}): "
            "the files do not say when"
        )
    for before, after in pairwise(care):
        if before.ended_on is None or after.began_on - before.ended_on <= timedelta(days=1):
            continue
        if before.reason_ended in (CARE_GOES_ON, "") and after.reason_began != STARTS_CARE:
            result.remarks.append(
                f"an episode seems to be missing between {before.ended_on:%d/%m/%Y} and "
                f"{after.began_on:%d/%m/%Y}: counted as one period of care"
            )
    if care and not care[-1].place:
        result.remarks.append("the latest episode does not say where the child lives")
