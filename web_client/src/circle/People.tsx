/** Everybody around the child, one by one: what they are, what they may know, and what can be done. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi, type InCircle, type Knowable } from '../api/circle';
import { Chip } from '../desk/Chip';
import { kindName, whoIs } from '../desk/names';
import { Button, Chair, Dialog, icons, LinkButton, ProblemNotice } from '../ui';
import { formatDate, formatList, t } from '../words';
import type { KeptCircle } from './Circle';

const KNOWABLE: readonly Knowable[] = ['home', 'carers', 'school'];
const NO_CARD = ['social_worker', 'reviewing_officer', 'service_manager'];

export function People({ circle, changed }: KeptCircle) {
  return (
    <section class="kept-circle__part" aria-labelledby="people">
      <h2 id="people">{t('Who is who, and what they may know')}</h2>
      <ul role="list" class="kept-people">
        {circle.people.map(person => (
          <li key={person.person_id} class="kept-person">
            <Person circle={circle} changed={changed} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type PersonProps = KeptCircle & { person: InCircle };

function Person({ circle, changed, person }: PersonProps) {
  const officer = person.since_on === null;
  const invite = person.has_signed_in ? t('New invitation') : t('Invite');
  return (
    <>
      <div class="kept-person__head">
        <Chair look={person.chair} size={44} />
        <div>
          <h3>{person.name}</h3>
          <p class="soft">{whatTheyAre(person)}</p>
        </div>
      </div>
      <p class="kept-person__chips">
        {person.parental_responsibility && <Chip>{t('Parental responsibility')}</Chip>}
        {person.has_signed_in ? (
          <Chip tone="good">{t('Signs in')}</Chip>
        ) : (
          <Chip tone="none">{t('Has not signed in')}</Chip>
        )}
        {person.since_on && (
          <span class="soft small">{t('Since {day}', { day: formatDate(person.since_on) })}</span>
        )}
      </p>
      {!officer && <Knows circle={circle} changed={changed} person={person} />}
      {circle.may_change && !officer && (
        <div class="row kept-person__do">
          <LinkButton
            to={`/children/${circle.child_id}/seen-by/${person.person_id}`}
            aria-label={`${t('What they see')}: ${person.name}`}
          >
            <icons.Eye />
            {t('What they see')}
          </LinkButton>
          {!NO_CARD.includes(person.job) && (
            <LinkButton
              kind="quiet"
              to={`/children/${circle.child_id}/cards/${person.person_id}`}
              aria-label={`${invite}: ${person.name}`}
            >
              {invite}
            </LinkButton>
          )}
          <End circle={circle} changed={changed} person={person} />
        </div>
      )}
    </>
  );
}

function whatTheyAre(person: InCircle): string {
  const kinds = person.kinds.map(kind => kindName(kind) ?? '').filter(Boolean);
  return kinds.length > 0 ? formatList(kinds) : whoIs(person);
}

function Knows({ circle, changed, person }: PersonProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<Knowable | null>(null);
  async function set(what: Knowable, may: boolean) {
    setBusy(what);
    setProblem(null);
    try {
      const call = may ? circleApi.letKnow : circleApi.letKnowNoMore;
      await call(circle.child_id, person.person_id, what);
      changed(may ? t('They may know it now.') : t('They are told it no more.'));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(null);
    }
  }
  return (
    <fieldset class="kept-person__knows">
      <legend>
        {t('May know')} <span class="visually-hidden">: {person.name}</span>
      </legend>
      {KNOWABLE.map(what => {
        const knows = person.knows.includes(what);
        const anyway = person.knows_anyway.includes(what);
        const may = !anyway && (circle.may_change || knows);
        return (
          <label key={what} class="kept-person__knows-one">
            <input
              type="checkbox"
              checked={knows}
              disabled={!may || busy !== null}
              onChange={event => void set(what, event.currentTarget.checked)}
            />
            {knowableName(what)}
          </label>
        );
      })}
      {problem && <ProblemNotice problem={problem} />}
    </fieldset>
  );
}

function knowableName(what: Knowable): string {
  const names = {
    home: t('where the child lives'),
    carers: t('who cares for the child'),
    school: t('the school'),
  };
  return names[what];
}

function End({ circle, changed, person }: PersonProps) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function end() {
    setBusy(true);
    setProblem(null);
    try {
      await circleApi.end(circle.child_id, person.person_id);
      setOpen(false);
      changed(t('{name} is not in the circle any more.', { name: person.name }));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <Button kind="quiet" aria-label={`${t('End')}: ${person.name}`} onClick={() => setOpen(true)}>
        {t('End')}
      </Button>
      <Dialog
        title={t('{name} leaves the circle', { name: person.name })}
        open={open}
        onClose={() => setOpen(false)}
      >
        <div class="stack">
          <p>
            {t(
              'From now on they see nothing of this child. What they shared stays with you. If they come back, all walls stand again.',
            )}
          </p>
          {problem && <ProblemNotice problem={problem} />}
          <div>
            <Button kind="stop" busy={busy} onClick={() => void end()}>
              {t('End it now')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
