/** Two people wrote the same thing differently: both stand side by side, and nothing is lost. */
import { HEADINGS, type RecordFacts } from '../api/records';
import { matterName } from '../desk/meeting_names';
import { Button, Notice } from '../ui';
import { t } from '../words';
import { bothWords } from './merging';
import { headingName, matterStateName } from './names';
import type { Writing } from './writing';

export function Clashes({ writing, facts }: { writing: Writing; facts: RecordFacts }) {
  if (writing.clashes.length === 0) return null;
  const who = writing.otherName ?? t('Someone else');
  return (
    <section class="clashes" aria-labelledby="clashes">
      <Notice tone="care" announced>
        <h2 id="clashes">{t('{name} wrote here too', { name: who })}</h2>
        <p>{t('Nothing is lost. Choose what should stand.')}</p>
      </Notice>
      {writing.clashes.map(clash => (
        <fieldset key={clash.field} class="clashes__one">
          <legend>{fieldName(clash.field, facts)}</legend>
          <Side label={t('Yours')} said={clash.mine} />
          <Side label={t('From {name}, saved', { name: who })} said={clash.theirs} />
          <div class="row">
            {bothWords(clash) !== null && (
              <Button kind="main" onClick={() => writing.choose(clash, 'both')}>
                {t('Keep both')}
              </Button>
            )}
            <Button onClick={() => writing.choose(clash, 'mine')}>{t('Take mine')}</Button>
            <Button onClick={() => writing.choose(clash, 'theirs')}>{t('Take theirs')}</Button>
          </div>
        </fieldset>
      ))}
    </section>
  );
}

function Side({ label, said }: { label: string; said: unknown }) {
  return (
    <div class="clashes__side">
      <p class="record__label">{label}</p>
      <p class="record__words" dir="auto">
        {inWords(said)}
      </p>
    </div>
  );
}

function inWords(said: unknown): string {
  if (said === undefined || said === null) return t('Nothing');
  if (typeof said !== 'object') return String(said);
  const { state, words, came, why_words: why } = said as Record<string, string | null>;
  const named = state ? matterStateName(state as 'later') : came;
  return [named, words, why].filter(Boolean).join(': ');
}

function fieldName(field: string, facts: RecordFacts): string {
  const [part, key = ''] = [field.split('.')[0], field.slice(field.indexOf('.') + 1)];
  const heading = HEADINGS.find(one => one === key);
  if (part === 'written' && heading) return headingName(heading);
  if (part === 'covered') return matterName(key);
  if (part === 'attendance') {
    const [who = ''] = key.split('|');
    return facts.attendance.find(row => row.person?.person_id === who)?.person?.name ?? who;
  }
  return t('Monitoring form');
}
