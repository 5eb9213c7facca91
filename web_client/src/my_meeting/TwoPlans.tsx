/** What two devices chose differently: both are shown, and I keep one. */
import type { MeetingPlan } from '../api/meeting';
import { Button, Notice } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import { inWords, partName } from './in_words';
import { fieldIn } from './merging';
import css from './TwoPlans.css?inline';
import type { Meeting } from './use_meeting';

wear(css);

export function TwoPlans({ meeting }: { meeting: Meeting }) {
  const { shown, plan, choose } = meeting;
  if (shown.clashes.length === 0) return null;
  return (
    <Notice tone="care" title={t('You planned on two devices')} announced>
      <p>{t('Nothing is lost. Which one do you want to keep?')}</p>
      {shown.clashes.map(({ field, theirs }) => (
        <section key={field} class="two-plans">
          <h2>{partName(field, meeting)}</h2>
          <div class="two-plans__both">
            <One
              title={t('On this device')}
              words={words(field, fieldIn(plan, field), meeting)}
              onKeep={() => choose(field, 'mine')}
            />
            <One
              title={t('On the other device')}
              words={words(field, theirs, meeting)}
              onKeep={() => choose(field, 'theirs')}
            />
          </div>
        </section>
      ))}
    </Notice>
  );
}

function words(field: string, value: unknown, meeting: Meeting): string[] {
  return inWords(field as keyof MeetingPlan, value, meeting);
}

type OneProps = { title: string; words: string[]; onKeep: () => void };

function One({ title, words, onKeep }: OneProps) {
  return (
    <div class="two-plans__one">
      <h3>{title}</h3>
      {words.length === 0 ? (
        <p>{t('Nothing')}</p>
      ) : (
        <ul>
          {words.map((line, at) => (
            <li key={at} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={onKeep}>
        {t('Keep this one')}
        <span class="visually-hidden">: {title}</span>
      </Button>
    </div>
  );
}
