/** Everything the screens of "Say what I think" share: my review, its questions, my draft, what I shared. */
import { effect, signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import {
  type AnswerFacts,
  api,
  type Contribution,
  type DraftContent,
  type Helper,
  type Me,
  type MyReview,
} from '../api';
import { answersOf, type Draft, drafts, kept, lastShared, useDraft, useKept } from '../drafts';
import { session } from '../ui';
import { saysSomething } from '../ui/question';
import { language } from '../words';
import { differs } from './differs';

export type MyViews = {
  me: Me;
  review: MyReview;
  draft: Draft;
  /** What the questions show: the draft, or what stands shared while nothing of it was changed. */
  content: DraftContent;
  /** What I shared and did not take back. */
  shared: Contribution | null;
  /** What I shared is not shown on this phone, so it cannot be added to before it is. */
  hidden: boolean;
  /** There is something that was not shared yet. */
  unshared: boolean;
  passed: ReadonlySet<string>;
  answer: (question: string, answer: AnswerFacts) => void;
  pass: (question: string) => void;
  setHelper: (helper: Helper | null) => void;
  setLanguage: (language: string) => void;
  /** After two devices: keeps this answer and lets the others go. */
  choose: (question: string, answer: AnswerFacts) => void;
  share: () => void;
  /** Asks the server again what I shared, and who read it. */
  lookAgain: () => void;
};

/** Questions that were skipped, by person and review: sealed on this device, until they sign out. */
const passedBy = signal<Record<string, ReadonlySet<string>>>({});
/** Reviews for which the draft is what counts, because something was changed after sharing. */
const changing = signal<ReadonlySet<string>>(new Set());

/** Where somebody said in which language they write. */
const languageChosen = new Set<string>();

export function useReviews() {
  return useKept('my_reviews', () => api.myReviews());
}

/** The words of a child who wants no trace of them here: only in memory, until the page locks. */
const shown = signal<{ contributions: Contribution[] } | null>(null);
effect(() => {
  if (!session.value.me) shown.value = null;
});

export async function showMyWords(): Promise<void> {
  shown.value = await api.showContributions();
}

export function useContributions(): ReturnType<typeof useKept<{ contributions: Contribution[] }>> {
  const found = useKept('my_contributions', () => api.myContributions());
  if (!shown.value) return found;
  const again = () => {
    shown.value = null;
    found.again();
  };
  return { state: 'ready', value: shown.value, problem: null, keptAt: null, again };
}

/** The child's own review that can hear them now; else the one they can still look at. */
export function reviewOf(reviews: MyReview[]): MyReview | null {
  const mine = reviews.filter(review => review.child.is_me && review.form);
  return mine.find(review => review.can_share) ?? mine[0] ?? null;
}

export function useMyViews(
  me: Me,
  review: MyReview,
  contributions: Contribution[] | null,
  lookAgain: () => void,
): MyViews {
  const draft = useDraft(review);
  const shared = lastShared(review, contributions ?? []);
  const place = `${me.id} ${review.id}`;
  useEffect(() => {
    if (draft.state !== 'shared') return;
    changing.value = without(changing.value, place);
    lookAgain();
  }, [draft.state]);

  useEffect(() => {
    void kept.read<string[]>(passedAs(review)).then(before => {
      const now = new Set([...(before ?? []), ...(passedBy.peek()[place] ?? NONE)]);
      if (before?.length) passedBy.value = { ...passedBy.peek(), [place]: now };
    });
  }, [place]);

  const unchanged = shared !== null && isBlank(draft.content) && !changing.value.has(place);
  const content = unchanged ? contentOf(draft.content, shared) : draft.content;

  /** The first change after sharing starts from what was shared; the draft has it at once. */
  function begin(): void {
    if (!unchanged || changing.value.has(place)) return;
    changing.value = new Set([...changing.value, place]);
    void drafts.replaceWith(review, shared);
  }

  return {
    me,
    review,
    draft,
    content,
    shared,
    hidden: unchanged && Boolean(shared.hidden),
    unshared: !unchanged && !isBlank(draft.content) && (!shared || differs(draft.content, shared)),
    passed: passedBy.value[place] ?? NONE,
    answer: (question, answer) => {
      begin();
      // The first words are in the language of the page, unless the person said otherwise.
      if (isBlank(content) && content.language !== language.value && !languageChosen.has(place)) {
        void drafts.setLanguage(review.id, language.value);
      }
      void drafts.answer(review.id, question, answer);
    },
    pass: question => {
      const now = new Set([...(passedBy.peek()[place] ?? NONE), question]);
      passedBy.value = { ...passedBy.peek(), [place]: now };
      kept.keep(passedAs(review), [...now]);
    },
    setHelper: helper => {
      begin();
      void drafts.setHelper(review.id, helper);
    },
    setLanguage: code => {
      begin();
      languageChosen.add(place);
      void drafts.setLanguage(review.id, code);
    },
    choose: (question, answer) => void drafts.choose(review.id, question, answer),
    share: () => {
      for (const [question, change] of forgetWhoLeft(content, review)) {
        void drafts.answer(review.id, question, change);
      }
      void drafts.share(review.id, { replaces: shared?.id ?? null });
    },
    lookAgain,
  };
}

/** Whether the device believes that it has internet. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return online;
}

function contentOf(content: DraftContent, shared: Contribution): DraftContent {
  const { form, form_version, helper, language: written } = shared;
  return { ...content, form, form_version, helper, language: written, answers: answersOf(shared) };
}

/** Somebody who has left the circle hears nothing anyway, and the server knows them no more. */
function forgetWhoLeft(content: DraftContent, review: MyReview): [string, Partial<AnswerFacts>][] {
  const here = new Set(review.circle.map(person => person.id));
  return Object.entries(content.answers)
    .filter(([, answer]) => answer.not_people.some(id => !here.has(id)))
    .map(([question, answer]) => [
      question,
      { not_people: answer.not_people.filter(id => here.has(id)) },
    ]);
}

function passedAs(review: MyReview): string {
  return `passed_${review.id}`;
}

const NONE: ReadonlySet<string> = new Set();

function isBlank(content: DraftContent): boolean {
  return !content.helper && !Object.values(content.answers).some(saysSomething);
}

function without(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...set].filter(each => each !== one));
}
