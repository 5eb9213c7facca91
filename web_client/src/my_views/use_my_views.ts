/** Everything the screens of "Say what I think" share: my review, its questions, my draft, what I shared. */
import { signal } from '@preact/signals';
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
import { type Draft, drafts, useDraft, useKept } from '../drafts';
import { saysSomething } from '../ui/question';
import { answersOf, differs, standing } from './what_stands';

export type MyViews = {
  me: Me;
  review: MyReview;
  draft: Draft;
  /** What the questions show: the draft, or what stands shared while nothing of it was changed. */
  content: DraftContent;
  /** What I shared and did not take back. */
  shared: Contribution | null;
  /** There is something that was not shared yet. */
  unshared: boolean;
  passed: ReadonlySet<string>;
  answer: (question: string, answer: AnswerFacts) => void;
  pass: (question: string) => void;
  setHelper: (helper: Helper | null) => void;
  /** After two devices: keeps this answer and lets the others go. */
  choose: (question: string, answer: AnswerFacts) => void;
  share: () => void;
  /** Asks the server again what I shared, and who read it. */
  lookAgain: () => void;
};

/** Questions that were skipped since the app was opened, by person and review: on this device only. */
const passedBy = signal<Record<string, ReadonlySet<string>>>({});
/** Reviews for which the draft is what counts, because something was changed after sharing. */
const changing = signal<ReadonlySet<string>>(new Set());

export function useReviews() {
  return useKept('my_reviews', () => api.myReviews());
}

export function useContributions() {
  return useKept('my_contributions', () => api.myContributions());
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
  const shared = standing(contributions ?? [], review.id);
  const place = `${me.id} ${review.id}`;
  useEffect(() => {
    if (draft.state !== 'shared') return;
    changing.value = without(changing.value, place);
    lookAgain();
  }, [draft.state]);

  const unchanged = shared !== null && isBlank(draft.content) && !changing.value.has(place);
  const content = unchanged
    ? { ...draft.content, helper: shared.helper, answers: answersOf(shared) }
    : draft.content;

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
    unshared: !unchanged && !isBlank(draft.content) && (!shared || differs(draft.content, shared)),
    passed: passedBy.value[place] ?? NONE,
    answer: (question, answer) => {
      begin();
      void drafts.answer(review.id, question, answer);
    },
    pass: question => {
      const before = passedBy.value[place] ?? NONE;
      passedBy.value = { ...passedBy.value, [place]: new Set([...before, question]) };
    },
    setHelper: helper => {
      begin();
      void drafts.setHelper(review.id, helper);
    },
    choose: (question, answer) => void drafts.choose(review.id, question, answer),
    share: () => void drafts.share(review.id, { replaces: shared?.id ?? null }),
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

const NONE: ReadonlySet<string> = new Set();

function isBlank(content: DraftContent): boolean {
  return !content.helper && !Object.values(content.answers).some(saysSomething);
}

function without(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return new Set([...set].filter(each => each !== one));
}
