/** The same answer, changed on two devices: both are shown whole, and the person keeps one or both. */
import type { AnswerFacts } from '../api';
import { Button, Notice } from '../ui';
import { AnswerSaid, type Question } from '../ui/question';
import { t } from '../words';
import { bothFit, bothTogether } from './two_devices';
import './TwoWords.css';

type Props = {
  question: Question;
  mine: AnswerFacts;
  others: AnswerFacts[];
  onKeep: (answer: AnswerFacts) => void;
};

export function TwoWords({ question, mine, others, onKeep }: Props) {
  const all = [mine, ...others];
  const together = others.reduce((sum, one) => bothTogether(sum, one), mine);
  const fits = others.every(one => bothFit(question, mine, one));
  return (
    <div class="two-words">
      <Notice tone="care" title={t('You wrote on two devices')}>
        <p>{t('Nothing is lost. Which one do you want to keep?')}</p>
      </Notice>
      {all.map((answer, place) => (
        <section
          key={place}
          class="two-words__one"
          aria-label={place === 0 ? t('On this device') : t('On the other device')}
        >
          <h2>{place === 0 ? t('On this device') : t('On the other device')}</h2>
          <AnswerSaid question={question} answer={answer} />
          <Button onClick={() => onKeep(answer)}>{t('Keep this one')}</Button>
        </section>
      ))}
      {fits && (
        <Button kind="main" wide onClick={() => onKeep(together)}>
          {t('Keep both')}
        </Button>
      )}
    </div>
  );
}
