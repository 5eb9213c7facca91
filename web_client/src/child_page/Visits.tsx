/** Visits: planned and done, and whether the child was spoken with in private before the review. */
import { useState } from 'preact/hooks';
import { type ChildFacts, useLoaded } from '../api';
import { type Visits as Facts, type Visit, visitsApi } from '../api/visits';
import { Chip } from '../desk/Chip';
import { dayAndTime } from '../desk/due';
import { aloneName, howMet } from '../desk/visits';
import { Button, Dialog, Notice, ProblemNotice, Skeleton, Status } from '../ui';
import { formatDate, formatDay, t } from '../words';
import { VisitForm } from './VisitForm';

export function Visits({ child }: { child: ChildFacts }) {
  const loaded = useLoaded(() => visitsApi.visits(child.id), [child.id]);
  const [open, setOpen] = useState<Visit | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const facts = loaded.value;
  return (
    <section class="child__part" aria-labelledby="visits">
      <h2 id="visits">{t('Visits')}</h2>
      {loaded.state === 'loading' && <Skeleton lines={1} />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && (
        <>
          <Alone facts={facts} called={child.called} />
          {facts.visits.length > 0 && (
            <ul class="asks" role="list">
              {facts.visits.map(visit => (
                <One key={visit.id} visit={visit} onOpen={() => setOpen(visit)} />
              ))}
            </ul>
          )}
          <div>
            <Button onClick={() => setOpen('new')}>{t('Add a visit')}</Button>
          </div>
        </>
      )}
      <Status>{said}</Status>
      <Dialog
        title={open === 'new' ? t('Add a visit') : t('Change the visit')}
        open={open !== null}
        onClose={() => setOpen(null)}
      >
        {open && (
          <VisitForm
            child={child}
            visit={open === 'new' ? null : open}
            onDone={() => {
              setOpen(null);
              setSaid(t('Visit kept.'));
              loaded.again();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

/** The law asks for it before each review; it stands here until it was done, or is said why not. */
function Alone({ facts, called }: { facts: Facts; called: string }) {
  const done = facts.visits.find(visit => visit.id === facts.spoken_alone);
  if (done?.spoke_alone) {
    return (
      <p>
        {t('Before this review: {what}, {date}.', {
          what: aloneName(done.spoke_alone),
          date: done.done_on ? formatDate(done.done_on) : t('no day yet'),
        })}
      </p>
    );
  }
  if (!facts.must_speak_alone_before) return null;
  return (
    <Notice tone="care">
      <p>
        {t('Speak with {name} in private before {day}, and note it here.', {
          name: called,
          day: formatDay(facts.must_speak_alone_before),
        })}
      </p>
    </Notice>
  );
}

function One({ visit, onOpen }: { visit: Visit; onOpen: () => void }) {
  const { planned_at, done_on, spoke_alone } = visit;
  return (
    <li class="asks__one">
      <p class="asks__what">
        <strong>
          {done_on ? formatDate(done_on) : planned_at ? dayAndTime(planned_at) : t('No day yet')}
        </strong>
        <Chip tone={done_on ? 'good' : 'plain'}>{done_on ? t('Done') : t('Planned')}</Chip>
        <span>{howMet(visit.how)}</span>
      </p>
      {spoke_alone && (
        <p>
          {aloneName(spoke_alone)}
          {visit.why && <>: {visit.why}</>}
        </p>
      )}
      {visit.wants_recorded && (
        <div>
          <p class="soft small">{t('What the child wanted recorded')}</p>
          <blockquote class="asks__words" dir="auto">
            {visit.wants_recorded}
          </blockquote>
        </div>
      )}
      <p class="soft small">{visit.officer.name}</p>
      <Button kind="quiet" onClick={onOpen}>
        {done_on ? t('Change it') : t('Say how it went')}
      </Button>
    </li>
  );
}
