/** The state of planning one review: what is saved, what I changed, and what somebody else changed meanwhile. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, asProblem, type PlannedReview, type PlanPart, type Problem, useLoaded } from '../api';
import { draftOf, faultsOf, isSame, newPart, type PartDraft, partOf } from './draft';

export type Planning = {
  state: 'loading' | 'problem' | 'ready';
  review: PlannedReview | null;
  problem: Problem | null;
  parts: PartDraft[];
  changed: boolean;
  faulty: boolean;
  saving: boolean;
  savedOnce: boolean;
  /** My unsaved changes were brought back after I had left the page. */
  restored: boolean;
  /** The plan that somebody else saved while I was writing. */
  theirs: PlannedReview | null;
  again: () => void;
  change: (part: PartDraft) => void;
  add: (firstTitle: string, nextTitle: string) => void;
  remove: (id: string) => void;
  /** All parts at once: a split. */
  replace: (parts: PartDraft[]) => void;
  save: () => Promise<void>;
  saveInstead: (parts: PlanPart[]) => Promise<void>;
  dropMine: () => void;
  noted: () => void;
};

/** Unsaved plans while the app is open, so that going to another page loses nothing. In memory only. */
const unsaved = new Map<string, { parts: PartDraft[]; revision: number }>();

export function usePlanning(reviewId: string): Planning {
  const loaded = useLoaded(() => api.review(reviewId).then(({ value }) => value), [reviewId]);
  const [saved, setSaved] = useState<PlannedReview | null>(null);
  const [mine, setMine] = useState<PartDraft[] | null>(() => unsaved.get(reviewId)?.parts ?? null);
  const [restored, setRestored] = useState(mine !== null);
  const [theirs, setTheirs] = useState<PlannedReview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const [savedOnce, setSavedOnce] = useState(false);
  const review = saved ?? loaded.value;
  const revision = unsaved.get(reviewId)?.revision ?? review?.revision ?? 0;
  const parts = mine ?? review?.parts.map(draftOf) ?? [];
  const changed = mine !== null && review !== null && !isSame(mine.map(partOf), review.parts);
  useWarnBeforeLeaving(changed);

  const forget = useCallback(() => {
    unsaved.delete(reviewId);
    setMine(null);
    setRestored(false);
    setTheirs(null);
    setProblem(null);
  }, [reviewId]);

  const write = (next: PartDraft[]) => {
    if (review && isSame(next.map(partOf), review.parts)) return forget();
    unsaved.set(reviewId, { parts: next, revision });
    setMine(next);
    setProblem(null);
  };
  async function send(wanted: PlanPart[], over: number): Promise<void> {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    try {
      const { value } = await api.planReview(reviewId, wanted, over);
      setSaved(value);
      setSavedOnce(true);
      forget();
    } catch (error) {
      const found = asProblem(error);
      if (found.code === 'stale') await readTheirs();
      else setProblem(found);
    } finally {
      setSaving(false);
    }
  }

  async function readTheirs(): Promise<void> {
    try {
      setTheirs((await api.review(reviewId)).value);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return {
    state: review ? 'ready' : loaded.state,
    review,
    problem: problem ?? loaded.problem,
    parts,
    changed,
    faulty: parts.some(part => faultsOf(part).length > 0),
    saving,
    savedOnce,
    restored: restored && changed,
    theirs,
    again: loaded.again,
    change: part => write(parts.map(one => (one.id === part.id ? part : one))),
    add: (first, next) => write([...parts, partToAdd(parts, review, first, next)]),
    remove: id => write(parts.filter(part => part.id !== id)),
    replace: write,
    save: () => send(parts.map(partOf), revision),
    saveInstead: wanted => send(wanted, theirs?.revision ?? revision),
    dropMine: () => {
      if (theirs) setSaved(theirs);
      forget();
    },
    noted: () => {
      void api
        .review(reviewId)
        .then(({ value }) => review && setSaved({ ...review, invitations: value.invitations }));
    },
  };
}

function partToAdd(
  parts: PartDraft[],
  review: PlannedReview | null,
  first: string,
  next: string,
): PartDraft {
  const everyone = parts.length === 0 ? seatedFirst(review) : [];
  return newPart(crypto.randomUUID(), parts.length === 0 ? first : next, everyone);
}

/** The first meeting starts with the child and their officer: everybody else is asked in on purpose. */
function seatedFirst(review: PlannedReview | null): string[] {
  if (!review) return [];
  const officers = review.invitations.filter(one => one.job === 'reviewing_officer');
  return [review.child.id, ...officers.map(one => one.person_id)];
}

function useWarnBeforeLeaving(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
}
