/** Under a shared answer: who can see it. */
import type { AnswerFacts, MyReview } from '../api';
import { icons, whoWillSee } from '../ui';

export function WhoSees({ answer, people }: { answer: AnswerFacts; people: MyReview['circle'] }) {
  return (
    <p class="who-sees">
      {answer.audience === 'only_my_iro' ? <icons.Lock /> : <icons.Eye />}
      {whoWillSee(answer.audience, answer.not_people, people, 'child')}
    </p>
  );
}
