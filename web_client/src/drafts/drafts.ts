/** The drafts of whoever is signed in: read, written, shared. Screens use this, never the outbox. */
import type { Signal } from '@preact/signals';
import { useContext, useMemo } from 'preact/hooks';
import {
  type AnswerFacts,
  api,
  type Contribution,
  type DraftContent,
  type Helper,
  type Me,
  type MyReview,
  type NewContribution,
} from '../api';
import { language, t } from '../words';
import { answersOf, asShared, emptyAnswer, isEmpty } from './content';
import { device } from './device';
import type { Draft, DraftState } from './draft_state';
import { Looking } from './looking';
import { Outbox } from './outbox';

export type { Draft, DraftState };

type Review = Pick<MyReview, 'id' | 'form' | 'form_version'> & Partial<Pick<MyReview, 'circle'>>;

/** Something that takes words from this device to the server. */
export type Carrier = Pick<Outbox, 'takeUp' | 'sendAll' | 'close'>;

export class DraftBox {
  #outbox = new Outbox(api, device);
  #carriers: Carrier[] = [this.#outbox];
  #watching = false;
  #owner: string | null = null;
  /** Who is at each review: nobody else can be left out of an audience. */
  #people = new Map<string, Set<string>>();

  open(review: Review): Signal<Draft> {
    this.#people.set(draftId(review), new Set(review.circle?.map(person => person.id)));
    return this.#outbox.open(draftId(review), blank(review));
  }

  /** Changes part of one answer. */
  answer(reviewId: string, question: string, change: Partial<AnswerFacts>): Promise<void> {
    return this.#write(reviewId, content => {
      const before = content.answers[question] ?? emptyAnswer();
      return { ...content, answers: { ...content.answers, [question]: { ...before, ...change } } };
    });
  }

  setHelper(reviewId: string, helper: Helper | null): Promise<void> {
    return this.#write(reviewId, content => ({ ...content, helper }));
  }

  /** The language in which the words are written. */
  setLanguage(reviewId: string, language: string): Promise<void> {
    return this.#write(reviewId, content => ({ ...content, language }));
  }

  /** After two devices said different things: keeps one, lets the others go. */
  choose(reviewId: string, question: string, answer: AnswerFacts): Promise<void> {
    return this.#write(reviewId, content => {
      const { [question]: _let_go, ...others } = content.other_words ?? {};
      const answers = { ...content.answers, [question]: answer };
      const left = Object.keys(others).length > 0 ? others : undefined;
      return { ...content, answers, other_words: left };
    });
  }

  /** Starts again from what was shared, to share it anew in its place. */
  replaceWith(
    review: Pick<MyReview, 'id' | 'form' | 'form_version'>,
    shared: Contribution,
  ): Promise<void> {
    this.open(review);
    const { form, form_version, language: written, helper } = shared;
    const answers = answersOf(shared);
    return this.#write(draftId(review), content => ({
      ...content,
      form,
      form_version,
      language: written,
      helper,
      answers,
    }));
  }

  /** Shares everything that was said. From here on the outbox keeps it until the server has answered. */
  share(reviewId: string, { replaces = null }: { replaces?: string | null } = {}): Promise<void> {
    const content = this.#outbox.contentOf(reviewId);
    const people = this.#people.get(reviewId) ?? new Set();
    const contribution = contributionOf(reviewId, content, people, replaces);
    return this.#outbox.share(reviewId, { id: crypto.randomUUID(), contribution });
  }

  tryAgain(reviewId: string): Promise<void> {
    return this.#outbox.tryAgain(reviewId, () => crypto.randomUUID());
  }

  /** To be told after a taking back, so that nothing here says "Shared" any more. */
  tookBack(reviewId: string): void {
    this.#outbox.tookBack(reviewId);
  }

  /** For a carrier that is fetched after the first page. */
  join(carrier: Carrier): void {
    this.#carriers.push(carrier);
    if (this.#owner) void carrier.takeUp();
  }

  /** Opens this person's drafts on this device and sends what an earlier visit could not. */
  async unlock(me: Me): Promise<void> {
    if (this.#owner !== me.id) this.#close();
    this.#owner = me.id;
    await device.unlock(me.id, async () => (await api.deviceKey()).key).catch(() => {});
    this.#watch();
    for (const carrier of this.#carriers) void carrier.takeUp();
  }

  async sendWhatWaits(options?: { keepalive: boolean }): Promise<void> {
    await Promise.all(this.#carriers.map(carrier => carrier.sendAll(options)));
  }

  /** Closes the device; what is on the screen is still there when the same person is back. */
  async lock(): Promise<void> {
    await device.forget().catch(() => {});
  }

  /** The page was left: its words leave the memory once they are safe, and the key goes. */
  async shut(): Promise<void> {
    this.#close({ onlySafe: true });
    await device.forget().catch(() => {});
  }

  async forget(): Promise<void> {
    this.#close();
    this.#owner = null;
    await device.forget().catch(() => {});
  }

  #write(reviewId: string, change: (content: DraftContent) => DraftContent): Promise<void> {
    return this.#outbox.write(reviewId, change);
  }

  #close(options?: { onlySafe: boolean }): void {
    for (const carrier of this.#carriers) carrier.close(options);
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    addEventListener('online', () => void this.sendWhatWaits());
    document.addEventListener('visibilitychange', () => {
      void this.sendWhatWaits({ keepalive: document.visibilityState === 'hidden' });
    });
  }
}

const OBSERVATION = 'observation';

export const drafts = new DraftBox();

/**
 * The name of a draft: its review's id. An observation lies beside the same person's own form,
 * so it has a name of its own, which is also its address on the server.
 */
export function draftId(review: Pick<MyReview, 'id' | 'form'>): string {
  return review.form === OBSERVATION ? `${review.id}?form=${OBSERVATION}` : review.id;
}

/** The draft of a review; the component is drawn again when it changes. */
export function useDraft(review: Review): Draft {
  const looked = useContext(Looking);
  const draft = useMemo(() => (looked ? null : drafts.open(review)), [draftId(review)]);
  return draft?.value ?? { content: blank(review), state: 'saved', problem: null };
}

function blank({ form, form_version }: Review): DraftContent {
  return { form, form_version, language: language.peek(), helper: null, answers: {} };
}

/** Where the words are, in a sentence for whoever wrote them. */
export function whereItIs(state: DraftState, delayed = false): string {
  switch (state) {
    case 'opening':
      return '';
    case 'saving':
      return t('Saving…');
    case 'on_this_device':
      return t('Saved on this device.');
    case 'saved':
      return t('Saved. Only you can see it.');
    case 'not_saved':
      return t('This device could not save your words. Please do not close this page.');
    case 'waiting_to_send':
      if (delayed) {
        return t(
          'We cannot send it yet. Your words are safe here. We will try again by ourselves.',
        );
      }
      return t('No internet. We will send it when you are back online.');
    case 'needs_attention':
      return t('This did not send. Your words are safe. Please try again.');
    case 'shared':
      return t('Shared.');
  }
}

function contributionOf(
  draft: string,
  content: DraftContent,
  people: Set<string>,
  replaces: string | null,
): NewContribution {
  const { form, form_version, language: written, helper } = content;
  const answers = Object.entries(content.answers)
    .map(([question, answer]) => ({ question, answer: asShared(answer, people, helper !== null) }))
    .filter(({ answer }) => !isEmpty(answer))
    .map(({ question, answer }) => ({ ...answer, id: crypto.randomUUID(), question }));
  const reviewId = draft.replace(/\?.*$/, '');
  return { review_id: reviewId, form, form_version, language: written, helper, replaces, answers };
}
