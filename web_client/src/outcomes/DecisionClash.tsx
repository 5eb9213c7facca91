/** Somebody else changed this decision meanwhile: both stand side by side, and neither is lost. */
import { useEffect, useRef } from 'preact/hooks';
import type { Decision, Outcomes, SaveDecision } from '../api/outcomes';
import { matterNames } from '../desk/meeting_names';
import { Button, Notice } from '../ui';
import { t } from '../words';
import { whoAndWhen } from './names';

/** A decision as it was written, by either of two people. */
export type Written = Pick<
  SaveDecision,
  'what' | 'who_id' | 'who_words' | 'by_on' | 'wish_id' | 'topic'
>;
/** The other's, as it is kept now. */
export type Theirs = Written & Pick<Decision, 'revision'>;

type Props = {
  facts: Outcomes;
  mine: Written;
  theirs: Theirs;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onBoth: () => void;
};

export function DecisionClash({ facts, mine, theirs, busy, onMine, onTheirs, onBoth }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="outcomes__clash" aria-labelledby="decision-clash">
      <Notice tone="care">
        <h3 id="decision-clash" ref={heading} tabIndex={-1}>
          {t('{name} wrote here too', { name: t('Someone else') })}
        </h3>
        <p>{t('Nothing is lost. Choose what should stand.')}</p>
      </Notice>
      <div class="outcomes__sides">
        <Side label={t('Mine')} facts={facts} written={mine} other={theirs} />
        <Side label={t('Theirs, saved now')} facts={facts} written={theirs} other={mine} />
      </div>
      <div class="row">
        {mine.what !== theirs.what && (
          <Button kind="main" onClick={onBoth}>
            {t('Keep both')}
          </Button>
        )}
        <Button busy={busy} onClick={onMine}>
          {t('Take mine')}
        </Button>
        <Button onClick={onTheirs}>{t('Take theirs')}</Button>
      </div>
    </section>
  );
}

type SideProps = { label: string; facts: Outcomes; written: Written; other: Written };

function Side({ label, facts, written, other }: SideProps) {
  const same = new Set(inLines(other, facts));
  return (
    <div class="outcomes__side">
      <p class="soft small">{label}</p>
      {inLines(written, facts).map(line => (
        <p key={line} dir="auto">
          {same.has(line) ? line : <mark>{line}</mark>}
        </p>
      ))}
    </div>
  );
}

/** What will happen, who does it by when, and the wish and the matter it is for. */
function inLines(written: Written, facts: Outcomes): string[] {
  const who = facts.who_could.find(one => one.who.id === written.who_id)?.who ?? null;
  const every = [...facts.last_time.wishes, ...facts.wishes];
  const wish = every.find(one => one.id === written.wish_id);
  return [
    written.what,
    whoAndWhen(who, written.who_words, written.by_on),
    `${t('For which wish')}: ${wish ? (wish.words ?? wish.chosen.join(', ')) : t('None of them')}`,
    `${t('What it is about')}: ${matterNames()[written.topic ?? ''] ?? t('None of them')}`,
  ].filter(Boolean);
}
