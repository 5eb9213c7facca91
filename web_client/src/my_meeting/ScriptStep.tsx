/** My script: a line for every part of the meeting, to change, to hear and to practise. */
import { useState } from 'preact/hooks';
import { Button, LinkButton, TextArea } from '../ui';
import { agendaOf, withAgenda } from '../ui/meeting/plan';
import { canChange, type Part, partsOf } from '../ui/meeting/script';
import { ReadAloud } from '../ui/question';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './ScriptStep.css?inline';
import { StepPage } from './StepPage';
import type { Meeting, StepProps } from './use_meeting';

wear(css);

const LONGEST = 2000;

export function ScriptStep({ meeting }: StepProps) {
  const { plan, facts, me } = meeting;
  const parts = partsOf(plan, facts, me.called);
  return (
    <StepPage
      step="script"
      lead={t('These are lines that you can say. Change them, so that they sound like you.')}
      meeting={meeting}
    >
      <LinkButton kind="main" wide to="/meeting/practise">
        {t('Practise it')}
      </LinkButton>
      <ol role="list" class="script">
        {parts.map(part => (
          <li key={part.key}>
            <Line part={part} meeting={meeting} />
          </li>
        ))}
      </ol>
    </StepPage>
  );
}

function Line({ part, meeting }: { part: Part; meeting: Meeting }) {
  const { facts, change } = meeting;
  const [open, setOpen] = useState(false);
  const write = (words: string | null) =>
    change(now => {
      const { [part.key]: _before, ...others } = now.script;
      const script = words === null ? others : { ...others, [part.key]: words };
      return { ...withAgenda(now, agendaOf(now, facts)), script };
    });
  return (
    <article class="script__line" data-mine={part.lead === 'me' || undefined}>
      <h2 class="script__title" dir="auto">
        {part.title}
      </h2>
      {open ? (
        <TextArea
          label={t('What I say')}
          value={part.words}
          most={LONGEST}
          rows={3}
          onInput={words => write(words)}
        />
      ) : (
        <p class="script__words" dir="auto">
          {part.words}
        </p>
      )}
      <div class="row">
        <ReadAloud text={part.words} />
        {canChange(part) && (
          <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('Done') : t('Change it')}
            <span class="visually-hidden">: {part.title}</span>
          </Button>
        )}
        {part.changed && (
          <Button kind="quiet" onClick={() => write(null)}>
            {t('Use the first words again')}
            <span class="visually-hidden">: {part.title}</span>
          </Button>
        )}
      </div>
    </article>
  );
}
