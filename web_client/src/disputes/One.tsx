/** One dispute: how far up it is, how many of the days are used, and what can be done next. */
import { useState } from 'preact/hooks';
import type { Dispute, Disputes } from '../api/disputes';
import { Chip } from '../desk/Chip';
import { Button, Dialog } from '../ui';
import { formatDate, formatDay, t, tn } from '../words';
import { BesideForm } from './BesideForm';
import { aboutName, cafcassName } from './names';
import { Stages } from './Stages';
import { AnswerForm, GoUpForm, ResolveForm } from './StepForms';

type Props = { dispute: Dispute; facts: Disputes; changed: (said: string) => void };
type Doing = 'answer' | 'up' | 'beside' | 'resolve';

export function One({ dispute, facts, changed }: Props) {
  const open = dispute.state === 'open';
  return (
    <article class="dispute" aria-labelledby={`dispute-${dispute.id}`}>
      <header class="dispute__head">
        <h2 id={`dispute-${dispute.id}`}>{aboutName(dispute.about)}</h2>
        <Chip tone={open ? 'soon' : 'good'}>{open ? t('Open') : t('Resolved')}</Chip>
        <span class="soft small">
          {t('{name}, {date}', {
            name: dispute.raised_by.name,
            date: formatDate(dispute.raised_on),
          })}
        </span>
      </header>
      <p class="dispute__words" dir="auto">
        {dispute.concern}
      </p>
      <Days dispute={dispute} inAll={facts.days_in_all} />
      <Stages dispute={dispute} />
      <Beside dispute={dispute} facts={facts} />
      <Steps dispute={dispute} facts={facts} changed={changed} />
    </article>
  );
}

/** The twenty working days of the formal levels, as a bar that says its number. */
function Days({ dispute, inAll }: { dispute: Dispute; inAll: number }) {
  if (!dispute.last_day) {
    return (
      <p class="soft small">{t('Informal: the {n} working days have not begun.', { n: inAll })}</p>
    );
  }
  const used = dispute.days_used;
  return (
    <div class="dispute__days">
      <meter
        min={0}
        max={inAll}
        value={Math.min(used, inAll)}
        aria-label={t('Working days used')}
      />
      <p class="small">
        {t('{used} of {all} working days used. The last is {day}.', {
          used,
          all: inAll,
          day: formatDay(dispute.last_day),
        })}
      </p>
      {used > inAll && dispute.state === 'open' && (
        <Chip tone="late">{tn('{n} working day over', '{n} working days over', used - inAll)}</Chip>
      )}
    </div>
  );
}

function Beside({ dispute, facts }: { dispute: Dispute; facts: Disputes }) {
  const { called } = facts.child;
  const said: [string, string | null][] = [
    [t('What {name} thinks of it', { name: called }), dispute.childs_view],
    [t('What {name} is told', { name: called }), dispute.words_to_child],
    [t('{name} is not told, because', { name: called }), dispute.not_told_because],
    [
      t('Independent legal advice'),
      dispute.legal_advice &&
        `${formatDate(dispute.legal_advice.on)}: ${dispute.legal_advice.words}`,
    ],
    [
      t('Referred to {who}', { who: cafcassName(facts.nation) }),
      dispute.cafcass_on && formatDate(dispute.cafcass_on),
    ],
    [
      t('How it ended'),
      dispute.resolved_on && `${formatDate(dispute.resolved_on)}: ${dispute.outcome}`,
    ],
  ];
  return (
    <dl class="dispute__beside">
      {said.map(
        ([name, words]) =>
          words && (
            <div key={name}>
              <dt class="soft small">{name}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Steps({ dispute, facts, changed }: Props) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const newest = dispute.stages.at(-1);
  const open = dispute.state === 'open';
  const waits = open && newest && !newest.answered_on;
  const higher = facts.ladder.slice(
    facts.ladder.findIndex(step => step.stage === newest?.stage) + 1,
  );
  const titles: Record<Doing, string> = {
    answer: t('What they answered'),
    up: t('Take it further'),
    beside: t('Child’s view, advice and Cafcass'),
    resolve: t('Resolved'),
  };
  const form = { dispute, facts };
  const done = (said: string) => {
    setDoing(null);
    changed(said);
  };
  return (
    <div class="row">
      {waits && (
        <Button kind="main" onClick={() => setDoing('answer')}>
          {t('Note the answer')}
        </Button>
      )}
      {open && higher.length > 0 && (
        <Button onClick={() => setDoing('up')}>{t('Take it further')}</Button>
      )}
      {open && <Button onClick={() => setDoing('resolve')}>{t('It is resolved')}</Button>}
      <Button kind="quiet" onClick={() => setDoing('beside')}>
        {t('Child’s view, advice and Cafcass')}
      </Button>
      <Dialog
        title={doing ? titles[doing] : ''}
        open={doing !== null}
        onClose={() => setDoing(null)}
      >
        {doing === 'answer' && newest && (
          <AnswerForm {...form} stage={newest} onDone={() => done(t('The answer is kept.'))} />
        )}
        {doing === 'up' && (
          <GoUpForm {...form} higher={higher} onDone={() => done(t('It has gone further.'))} />
        )}
        {doing === 'beside' && <BesideForm {...form} onDone={() => done(t('Kept.'))} />}
        {doing === 'resolve' && <ResolveForm {...form} onDone={() => done(t('Resolved.'))} />}
      </Dialog>
    </div>
  );
}
