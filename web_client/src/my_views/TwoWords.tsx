/** The same answer, changed on two devices: both are shown whole, and the person keeps one or both. */
import type { AnswerFacts } from '../api';
import { Button, LinkButton, Notice } from '../ui';
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
  function keep(answer: AnswerFacts) {
    onKeep(answer);
    // The question stands there again: start at its heading.
    window.scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }
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
          <Button onClick={() => keep(answer)}>{t('Keep this one')}</Button>
        </section>
      ))}
      {fits && (
        <Button kind="main" wide onClick={() => keep(together)}>
          {t('Keep both')}
        </Button>
      )}
      <LinkButton kind="quiet" to="/say">
        {t('Choose later')}
      </LinkButton>
    </div>
  );
}
