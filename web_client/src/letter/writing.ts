/** The state of writing one letter: what is kept, what I changed, and what somebody else kept meanwhile. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type KeptMeanwhile, type LetterFacts, lettersApi, type Paragraph } from '../api/letters';

const SAVED_AFTER_MS = 3_000;

export type Writing = {
  facts: LetterFacts;
  language: string;
  paragraphs: Paragraph[];
  changed: boolean;
  busy: boolean;
  problem: Problem | null;
  theirs: KeptMeanwhile | null;
  change: (key: string, words: string) => void;
  add: () => void;
  remove: (key: string) => void;
  startAgain: (language: string) => void;
  save: () => Promise<LetterFacts | null>;
  give: (reason: string | null) => Promise<void>;
  /** Over theirs, or mine dropped. */
  settle: (mine: boolean) => void;
};

export function useWriting(first: LetterFacts): Writing {
  const [facts, setFacts] = useState(first);
  const [mine, setMine] = useState<KeptMeanwhile | null>(null);
  const [theirs, setTheirs] = useState<KeptMeanwhile | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = mine ?? facts;
  const write = (change: Partial<KeptMeanwhile>) => {
    setProblem(null);
    setMine({
      revision: mine?.revision ?? facts.revision,
      language: now.language,
      paragraphs: now.paragraphs,
      ...change,
    });
  };

  async function trying<T>(work: () => Promise<T>): Promise<T | null> {
    setBusy(true);
    setProblem(null);
    try {
      return await work();
    } catch (error) {
      const found = asProblem(error);
      if (found.code === 'stale') setTheirs(found.current as KeptMeanwhile);
      else setProblem(found);
      return null;
    } finally {
      setBusy(false);
    }
  }

  async function save(): Promise<LetterFacts | null> {
    const wanted = mine ?? facts;
    const words = wanted.paragraphs.filter(one => one.words.trim() !== '');
    const kept = await trying(() =>
      lettersApi.save(facts.review_id, wanted.language, words, wanted.revision),
    );
    if (kept) {
      setFacts({ ...kept, findings: facts.findings });
      setMine(current =>
        current === mine ? null : current && { ...current, revision: kept.revision },
      );
    }
    return kept;
  }
  useKeeping(mine, busy || theirs !== null || problem !== null, save);

  return {
    facts,
    language: now.language,
    paragraphs: now.paragraphs,
    changed: mine !== null,
    busy,
    problem,
    theirs,
    change: (key, words) =>
      write({ paragraphs: now.paragraphs.map(one => (one.key === key ? { key, words } : one)) }),
    add: () =>
      write({
        paragraphs: [...now.paragraphs, { key: `own:${crypto.randomUUID()}`, words: '' }],
      }),
    remove: key => write({ paragraphs: now.paragraphs.filter(one => one.key !== key) }),
    startAgain: language => write({ language, paragraphs: facts.drafts[language] ?? [] }),
    save,
    give: async reason => {
      const kept = mine || facts.revision === 0 ? await save() : facts;
      if (!kept) return;
      const given = await trying(() => lettersApi.give(facts.review_id, kept.revision, reason));
      if (given) setFacts(given);
      else setFacts(await lettersApi.letter(facts.review_id).catch(() => kept));
    },
    settle: keepMine => {
      if (!theirs) return;
      setFacts({ ...facts, ...theirs });
      setMine(keepMine && mine ? { ...mine, revision: theirs.revision } : null);
      setTheirs(null);
    },
  };
}

/** Keeps what was written a moment after the last key. */
function useKeeping(mine: unknown, held: boolean, save: () => Promise<unknown>): void {
  const newest = useRef(save);
  newest.current = save;
  useEffect(() => {
    if (mine === null || held) return;
    const timer = setTimeout(() => void newest.current(), SAVED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [mine, held]);
}
