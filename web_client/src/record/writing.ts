/** The record while it is written: saved by itself every few seconds, and never over another's words. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import {
  type RecordBy,
  type RecordContent,
  type RecordFacts,
  type RecordNow,
  recordApi,
} from '../api/records';
import { contentOf } from './content';
import { bothWords, type Clash, isSameRecord, mergedRecord, withChoice } from './merging';

const AFTER_TYPING_MS = 3_000;
const AFTER_FAILING_MS = 10_000;
const MERGES_AT_ONCE = 5;

export type Writing = {
  facts: RecordFacts | null;
  loading: boolean;
  /** Why there is nothing to show. */
  trouble: Problem | null;
  again: () => void;
  content: RecordContent;
  missing: string[];
  saved: Pick<RecordBy, 'at' | 'name'> | null;
  saving: boolean;
  unsaved: boolean;
  problem: Problem | null;
  clashes: Clash[];
  /** Who else wrote, when there are clashes. */
  otherName: string | null;
  change: (next: RecordContent) => void;
  choose: (clash: Clash, whose: 'mine' | 'theirs' | 'both') => void;
  saveNow: () => Promise<void>;
  sign: () => Promise<void>;
  signing: boolean;
  lacking: Problem | null;
  replaced: (facts: RecordFacts) => void;
};

type Held = { base: RecordContent; mine: RecordContent; revision: number };

export function useRecord(reviewId: string): Writing {
  const loaded = useLoaded(() => recordApi.ofReview(reviewId), [reviewId]);
  const held = useRef<Held | null>(null);
  const sending = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [facts, setFacts] = useState<RecordFacts | null>(null);
  const [, redraw] = useState(0);
  const [missing, setMissing] = useState<string[]>([]);
  const [saved, setSaved] = useState<Writing['saved']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [otherName, setOtherName] = useState<string | null>(null);
  const [signing, setSigning] = useState(false);
  const [lacking, setLacking] = useState<Problem | null>(null);
  const draw = () => redraw(n => n + 1);

  function replaced(found: RecordFacts): void {
    const content = contentOf(found);
    held.current = { base: content, mine: content, revision: found.revision };
    setFacts(found);
    setMissing(found.missing);
    setSaved(found.saved);
  }

  useEffect(() => {
    if (!loaded.value) return;
    // What was typed meanwhile stays: only what is known beside it is new.
    if (held.current && isUnsaved(held.current)) setFacts(loaded.value);
    else replaced(loaded.value);
  }, [loaded.value]);

  function change(next: RecordContent): void {
    if (!held.current) return;
    held.current = { ...held.current, mine: next };
    setLacking(null);
    draw();
    later(AFTER_TYPING_MS);
  }

  function later(ms: number): void {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveNow(), ms);
  }

  function saveNow(keepalive = false): Promise<void> {
    clearTimeout(timer.current);
    sending.current ??= deliver(keepalive).then(wentWell => {
      sending.current = null;
      draw();
      const more = held.current && isUnsaved(held.current);
      if (more) later(wentWell ? AFTER_TYPING_MS : AFTER_FAILING_MS);
    });
    draw();
    return sending.current;
  }

  async function deliver(keepalive: boolean): Promise<boolean> {
    for (let turn = 0; turn < MERGES_AT_ONCE; turn += 1) {
      const now = held.current;
      if (!now || !isUnsaved(now)) return true;
      try {
        const kept = await recordApi.save(reviewId, now.mine, now.revision, keepalive);
        held.current = { ...held.current, ...base(now.mine, kept.revision) } as Held;
        setMissing(kept.missing);
        setSaved(kept.saved);
        setProblem(null);
        return true;
      } catch (error) {
        const found = asProblem(error);
        if (found.status !== 412 || !found.current) {
          setProblem(found);
          return false;
        }
        absorb(found.current as RecordNow);
      }
    }
    return false;
  }

  function absorb(theirs: RecordNow): void {
    const now = held.current;
    if (!now) return;
    const { content, clashes: found } = mergedRecord(now.base, now.mine, theirs.content);
    held.current = { mine: content, ...base(theirs.content, theirs.revision) };
    setClashes(before => [
      ...before.filter(one => !found.some(other => other.field === one.field)),
      ...found,
    ]);
    setOtherName(theirs.by);
  }

  function choose(clash: Clash, whose: 'mine' | 'theirs' | 'both'): void {
    setClashes(before => before.filter(one => one !== clash));
    if (!held.current || whose === 'theirs') return;
    const said = whose === 'both' ? bothWords(clash) : clash.mine;
    change(withChoice(held.current.mine, clash.field, said ?? clash.mine));
    void saveNow();
  }

  async function sign(): Promise<void> {
    setSigning(true);
    setLacking(null);
    try {
      await saveNow();
      if (held.current && !isUnsaved(held.current)) {
        replaced(await recordApi.sign(reviewId, held.current.revision));
      }
    } catch (error) {
      setLacking(asProblem(error));
    } finally {
      setSigning(false);
    }
  }

  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && void saveNow(true);
    const warn = (event: BeforeUnloadEvent) => {
      const unsaved = held.current && isUnsaved(held.current);
      if (unsaved || clashes.length > 0) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hide);
    addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('beforeunload', warn);
    };
  }, [clashes.length]);
  // Whoever goes to another page takes nothing unsaved along.
  useEffect(() => () => void saveNow(), []);

  return {
    facts,
    loading: loaded.state === 'loading',
    trouble: loaded.state === 'problem' ? loaded.problem : null,
    again: loaded.again,
    content: held.current?.mine ?? (facts ? contentOf(facts) : EMPTY),
    missing,
    saved,
    saving: sending.current !== null,
    unsaved: held.current ? isUnsaved(held.current) : false,
    problem,
    clashes,
    otherName,
    change,
    choose,
    saveNow: () => saveNow(),
    sign,
    signing,
    lacking,
    replaced,
  };
}

function base(content: RecordContent, revision: number): Pick<Held, 'base' | 'revision'> {
  return { base: content, revision };
}

function isUnsaved({ base: was, mine }: Held): boolean {
  return !isSameRecord(was, mine);
}

const EMPTY: RecordContent = {
  written: {},
  attendance: [],
  covered: {},
  rights: [],
  monitoring: {
    late_words: null,
    spoke_alone: null,
    spoke_alone_words: null,
    care_plan_quality: null,
    care_plan_words: null,
    concerns: null,
    good_practice: null,
  },
};
