/** What is chosen for each person: kept apart, looked at as they will see it, and given once. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../api';
import type { ReleasePreview, ReleaseStanding } from '../../api/releases';

export type Chosen<Piece> = { pieces: Piece[]; words: string; reason: string; id: string };
export type Wanted<Piece> = Pick<Chosen<Piece>, 'pieces'> & { words: string | null };
export type Confirmed = { person_id: string; fingerprint: string; reason: string | null };
type Ways<Piece> = {
  /** What stands chosen for a person until somebody chooses. */
  first: (person: string) => Piece[];
  /** Whether a piece is offered still: where a wall was raised meanwhile it is not, nor chosen. */
  isOffered: (person: string, piece: Piece) => boolean;
  preview: (person: string, wanted: Wanted<Piece>) => Promise<ReleasePreview>;
  give: (id: string, wanted: Wanted<Piece>, confirmed: Confirmed) => Promise<ReleaseStanding>;
  onDone: () => void;
};
/** What giving is to one person. */
export type GivingTo<Piece> = {
  chosen: Chosen<Piece>;
  preview: ReleasePreview | null;
  done: ReleaseStanding | null;
  problem: Problem | null;
  busy: boolean;
  change: (part: Partial<Chosen<Piece>>) => void;
  look: () => Promise<void>;
  give: () => Promise<void>;
};

export function useGiving<Piece>(ways: Ways<Piece>) {
  const [all, setAll] = useState<Record<string, Chosen<Piece>>>({});
  const [preview, setPreview] = useState<{ of: string; is: ReleasePreview } | null>(null);
  const [done, setDone] = useState<ReleaseStanding | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

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
        ways.onDone();
      }
    } finally {
      setBusy(false);
    }
  };

  return (person: string): GivingTo<Piece> => {
    const kept = all[person] ?? { pieces: ways.first(person), words: '', reason: '', id: '' };
    const pieces = kept.pieces.filter(piece => ways.isOffered(person, piece));
    const chosen = { ...kept, pieces };
    const wanted = { pieces, words: chosen.words.trim() ? chosen.words : null };
    const seen = preview?.of === person ? preview.is : null;
    return {
      chosen,
      preview: seen,
      done: done?.person_id === person ? done : null,
      problem,
      busy,
      /** Another choice asks for another look, and is another gift. */
      change: part => {
        const same = 'reason' in part && chosen.id;
        const id = same || crypto.randomUUID();
        setAll({ ...all, [person]: { ...chosen, ...part, id } });
        if (!('reason' in part)) setPreview(null);
        setDone(null);
        setProblem(null);
      },
      look: () =>
        attempt(async () => {
          setDone(null);
          // Pressing twice, or again after no answer, gives it once.
          setAll({ ...all, [person]: { ...chosen, id: chosen.id || crypto.randomUUID() } });
          setPreview({ of: person, is: await ways.preview(person, wanted) });
        }),
      give: () =>
        attempt(async () => {
          if (!seen) return;
          const reason = chosen.reason.trim() ? chosen.reason : null;
          const { fingerprint } = seen;
          setDone(await ways.give(chosen.id, wanted, { person_id: person, fingerprint, reason }));
          setPreview(null);
          const { [person]: given, ...others } = all;
          setAll(others);
          ways.onDone();
        }),
    };
  };
}
