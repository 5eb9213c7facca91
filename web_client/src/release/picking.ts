/** What is chosen for each person: kept apart, and nothing unless it was chosen. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import {
  type Passable,
  type Picked,
  type ReleasePreview,
  type ReleaseStanding,
  releasesApi,
} from '../api/releases';

export type Chosen = { picks: Picked[]; words: string; reason: string; id: string };
export type Releasing = ReturnType<typeof useReleasing>;

const nothing = (): Chosen => ({ picks: [], words: '', reason: '', id: crypto.randomUUID() });

export function useReleasing(reviewId: string, onDone: () => void) {
  const [all, setAll] = useState<Record<string, Chosen>>({});
  const [preview, setPreview] = useState<{ of: string; is: ReleasePreview } | null>(null);
  const [done, setDone] = useState<ReleaseStanding | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const chosen = (person: string): Chosen => all[person] ?? EMPTY;
  /** Another choice asks for another preview, and is another release. */
  const change = (person: string, part: Partial<Chosen>) => {
    const before = all[person] ?? nothing();
    const id = 'reason' in part ? before.id : crypto.randomUUID();
    setAll({ ...all, [person]: { ...before, ...part, id } });
    if (!('reason' in part)) setPreview(null);
    setDone(null);
    setProblem(null);
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const found = asProblem(error);
      setProblem(found);
      if (found.code === 'changed_since_preview') setPreview(null);
    } finally {
      setBusy(false);
    }
  };
  const wanted = (person: string) => {
    const { picks, words } = chosen(person);
    return { lines: picks, words: words.trim() ? words : null };
  };
  const look = (person: string) =>
    attempt(async () => {
      setDone(null);
      setPreview({
        of: person,
        is: await releasesApi.preview(reviewId, person, wanted(person)),
      });
    });
  const send = (person: string) =>
    attempt(async () => {
      if (preview?.of !== person) return;
      const { id, reason } = chosen(person);
      const standing = await releasesApi.release(reviewId, id, {
        ...wanted(person),
        person_id: person,
        fingerprint: preview.is.fingerprint,
        reason: reason.trim() ? reason : null,
      });
      setDone(standing);
      setPreview(null);
      setAll({ ...all, [person]: nothing() });
      onDone();
    });
  return {
    chosen,
    change,
    look,
    send,
    busy,
    problem,
    previewOf: (person: string) => (preview?.of === person ? preview.is : null),
    doneFor: (person: string) => (done?.person_id === person ? done : null),
  };
}

const EMPTY: Chosen = { picks: [], words: '', reason: '', id: '' };

/** A line picked, or put back; with its author's name only where it cannot go without. */
export function toggled(picks: Picked[], line: Passable): Picked[] {
  const id = line.answer_id;
  if (picks.some(pick => pick.answer_id === id)) return picks.filter(one => one.answer_id !== id);
  return [...picks, { answer_id: id, named: !line.can_go_unnamed }];
}

export function naming(picks: Picked[], id: string, named: boolean): Picked[] {
  return picks.map(pick => (pick.answer_id === id ? { ...pick, named } : pick));
}

/** The lines under their topics, in the order in which they came. */
export function topicsOf(lines: Passable[]): [string, Passable[]][] {
  const topics = new Map<string, Passable[]>();
  for (const line of lines) topics.set(line.title, [...(topics.get(line.title) ?? []), line]);
  return [...topics];
}
