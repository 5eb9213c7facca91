/** Other words for the same question from another device: nothing is lost until the person chooses. */
import type { DraftContent } from '../api';
import { drafts } from '../drafts';
import { Button, Notice } from '../ui';
import { AnswerSaid, type Question } from '../ui/question';
import { t } from '../words';

type Props = { draft: string; question: Question; content: DraftContent };

export function OtherWords({ draft, question, content }: Props) {
  const others = content.other_words?.[question.key] ?? [];
  const mine = content.answers[question.key];
  if (others.length === 0) return null;
  return (
    <Notice tone="care" title={t('You wrote something else on another device')}>
      {others.map((other, index) => (
        <div key={index} class="stack stack--tight">
          <AnswerSaid question={question} answer={other} />
          <Button onClick={() => void drafts.choose(draft, question.key, other)}>
            {t('Use this one')}
          </Button>
        </div>
      ))}
      {mine && (
        <Button kind="quiet" onClick={() => void drafts.choose(draft, question.key, mine)}>
          {t('Keep what stands here')}
        </Button>
      )}
    </Notice>
  );
}
