/** Practise: I walk through my meeting alone, with pretend chairs. Nothing is sent and nobody sees it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, LinkButton, Page, Progress } from '../ui';
import { calledOf, officerOf } from '../ui/meeting/names';
import { type Part, partsOf } from '../ui/meeting/script';
import { ReadAloud } from '../ui/question';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './Practise.css?inline';
import { PretendChairs } from './PretendChairs';
import type { Meeting, StepProps } from './use_meeting';

wear(css);

export function Practise({ meeting }: StepProps) {
  const { plan, facts, me } = meeting;
  const parts = partsOf(plan, facts, me.called);
  const [place, setPlace] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const walked = useRef(false);
  useLayoutEffect(() => {
    if (walked.current) heading.current?.focus();
    walked.current = true;
  }, [place]);
  const part = parts[place];
  const end = parts.length;
  return (
    <Page
      title={t('Practise')}
      titleHidden
      back={{ to: '/meeting/script', label: t('My script') }}
      above={<Stones parts={parts} place={place} />}
    >
      <PretendChairs meeting={meeting} lit={part?.lead ?? 'me'} />
      <section class="practise" aria-labelledby="practise-part">
        <h2 id="practise-part" ref={heading} tabIndex={-1} dir="auto">
          {part?.title ?? t('You did it')}
        </h2>
        <p class="practise__who">
          {part ? whoSpeaks(part, meeting) : t('That was the whole meeting. It is yours.')}
        </p>
        {part && (
          <p class="practise__words" dir="auto">
            {part.words}
          </p>
        )}
        {part && <ReadAloud text={part.words} />}
      </section>
      <div class="practise__on">
        <Button disabled={place === 0} onClick={() => setPlace(Math.max(0, place - 1))}>
          {t('Back')}
        </Button>
        {part ? (
          <Button kind="main" onClick={() => setPlace(Math.min(end, place + 1))}>
            {place === end - 1 ? t('Finish') : t('Next')}
          </Button>
        ) : (
          <LinkButton kind="main" to="/meeting">
            {t('My meeting')}
          </LinkButton>
        )}
      </div>
      {place === 0 && <p class="soft">{t('This is only for you. Nobody sees it.')}</p>}
    </Page>
  );
}

function whoSpeaks(part: Part, { facts }: Meeting): string {
  if (part.lead === 'me') return t('Your turn. You can say:');
  const name = part.lead === 'officer' ? officerOf(facts) : calledOf(part.lead, facts.circle);
  return t('{name} speaks now.', { name });
}

function Stones({ parts, place }: { parts: Part[]; place: number }) {
  return (
    <Progress
      label={t('Where we are')}
      steps={parts.map((part, at) => ({
        key: part.key,
        say: part.title,
        state: at < place ? 'done' : at === place ? 'now' : 'later',
      }))}
    />
  );
}
