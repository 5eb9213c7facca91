/** Whether a draft says anything new. Pure. */
import type { Contribution, DraftContent } from '../api';
import { answersOf } from '../drafts/content';
import { saysSomething } from '../ui/question/answers';

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
