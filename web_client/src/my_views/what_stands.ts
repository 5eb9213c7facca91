/** What a child has shared with one review, and what of it stands now. Pure. */
import type { Contribution, DraftContent } from '../api';
import { saysSomething } from '../ui/question/answers';

/** The newest that was neither replaced nor taken back. */
export function standing(contributions: Contribution[], reviewId: string): Contribution | null {
  const replaced = new Set(contributions.filter(one => !one.withdrawn_at).map(one => one.replaces));
  return (
    contributions
      .filter(one => one.review_id === reviewId && !one.withdrawn_at && !replaced.has(one.id))
      .sort((a, b) => b.shared_at.localeCompare(a.shared_at))[0] ?? null
  );
}

/** Everything shared for this review, the newest first. */
export function history(contributions: Contribution[], reviewId: string): Contribution[] {
  return contributions
    .filter(one => one.review_id === reviewId)
    .sort((a, b) => b.shared_at.localeCompare(a.shared_at));
}

export function answersOf(shared: Contribution): DraftContent['answers'] {
  return Object.fromEntries(
    shared.answers.map(answer => {
      const { question, skip, face, choices, words, helper_words, audience, not_people, wish } =
        answer;
      return [question, { skip, face, choices, words, helper_words, audience, not_people, wish }];
    }),
  );
}

/** Whether a draft says anything else than what was shared. */
export function differs(content: DraftContent, shared: Contribution): boolean {
  return (
    fingerprint(content.answers, content.helper) !== fingerprint(answersOf(shared), shared.helper)
  );
}

function fingerprint(answers: DraftContent['answers'], helper: unknown): string {
  const said = Object.entries(answers)
    .filter(([, answer]) => saysSomething(answer))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, a]) => [
      key,
      a.skip,
      a.face,
      a.choices,
      a.words,
      a.helper_words,
      a.audience,
      [...a.not_people].sort(),
      a.wish,
    ]);
  return JSON.stringify([helper, said]);
}
