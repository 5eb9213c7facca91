/** What is chosen for each person of a record, looked at, and given once. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { distributionApi, type ToPerson } from '../api/distribution';
import type { ReleasePreview, ReleaseStanding } from '../api/releases';

export type Chosen = { keys: string[]; words: string; reason: string; id: string };
export type Giving = ReturnType<typeof useGiving>;

export function useGiving(reviewId: string, onDone: () => void) {
  const [all, setAll] = useState<Record<string, Chosen>>({});
  const [preview, setPreview] = useState<{ of: string; is: ReleasePreview } | null>(null);
  const [done, setDone] = useState<ReleaseStanding | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  /** What is offered no more, since a wall was raised meanwhile, is not chosen any more either. */
  const chosen = ({ person, offers }: ToPerson): Chosen => {
    const kept = all[person.person_id];
    if (!kept) {
      const keys = offers.filter(one => one.is_default).map(one => one.key);
      return { keys, words: '', reason: '', id: '' };
    }
    return { ...kept, keys: kept.keys.filter(key => offers.some(one => one.key === key)) };
  };
  /** Another choice asks for another look, and is another gift. */
  const change = (to: ToPerson, part: Partial<Chosen>) => {
    setAll({ ...all, [to.person.person_id]: { ...chosen(to), ...part } });
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
      if (found.code === 'changed_since_preview') {
        setPreview(null);
        onDone();
      }
    } finally {
      setBusy(false);
    }
  };
  const wanted = (to: ToPerson) => {
    const { keys, words } = chosen(to);
    return { keys, words: words.trim() ? words : null };
  };
  const look = (to: ToPerson) =>
    attempt(async () => {
      const { person_id } = to.person;
      const is = await distributionApi.preview(reviewId, person_id, wanted(to));
      // Its id is made with the look: pressing twice, or again after no answer, gives it once.
      setAll({ ...all, [person_id]: { ...chosen(to), id: crypto.randomUUID() } });
      setPreview({ of: person_id, is });
    });
  const give = (to: ToPerson) =>
    attempt(async () => {
      const { person_id } = to.person;
      if (preview?.of !== person_id) return;
      const { id, reason } = chosen(to);
      const standing = await distributionApi.give(reviewId, id, {
        ...wanted(to),
        person_id,
        fingerprint: preview.is.fingerprint,
        reason: reason.trim() ? reason : null,
      });
      setDone(standing);
      setPreview(null);
      onDone();
    });
  return {
    chosen,
    change,
    look,
    give,
    busy,
    problem,
    previewOf: (to: ToPerson) => (preview?.of === to.person.person_id ? preview.is : null),
    doneFor: (to: ToPerson) => (done?.person_id === to.person.person_id ? done : null),
  };
}
