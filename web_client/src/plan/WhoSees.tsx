/** Who will see which part, person by person, before the plan is saved. */
import type { Invitation } from '../api';
import { whoIs } from '../desk/names';
import { icons } from '../ui';
import { formatDay, t } from '../words';
import type { PartDraft } from './draft';
import './splitting.css';

export function WhoSees({ parts, people }: { parts: PartDraft[]; people: Invitation[] }) {
  if (parts.length === 0) return null;
  const others = people.filter(one => one.job !== 'reviewing_officer');
  return (
    <section class="who-sees" aria-labelledby="who-sees">
      <h2 id="who-sees">
        <icons.Eye />
        {t('Who will see what')}
      </h2>
      <ul role="list">
        {others.map(person => (
          <li key={person.person_id}>
            <p>
              <strong>{person.name}</strong> <span class="soft">{whoIs(person)}</span>
            </p>
            <Sees parts={parts.map((part, index) => ({ part, index }))} person={person} />
          </li>
        ))}
      </ul>
      <p class="soft small">{t('You see everything.')}</p>
    </section>
  );
}

type SeesProps = { parts: { part: PartDraft; index: number }[]; person: Invitation };

function Sees({ parts, person }: SeesProps) {
  const theirs = parts.filter(({ part }) => part.people.includes(person.person_id));
  if (theirs.length === 0) {
    return <p class="soft">{t('No meeting. They are asked for their views only.')}</p>;
  }
  return (
    <ul>
      {theirs.map(({ part, index }) => (
        <li key={part.id}>
          {parts.length > 1
            ? t('Part {number}: {what}', { number: index + 1, what: what(part) })
            : what(part)}
          {part.how !== 'phone' && (
            <>
              . <span class="who-sees__where">{where(part, person)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function what(part: PartDraft): string {
  if (!part.day) return t('no date yet');
  return part.time
    ? t('{day} at {time}', { day: formatDay(part.day), time: part.time })
    : formatDay(part.day);
}

function where(part: PartDraft, person: Invitation): string {
  if (person.knows_home || part.told_where.includes(person.person_id)) {
    return t('Is told where.');
  }
  return t('Reads: Your IRO will tell you where.');
}
