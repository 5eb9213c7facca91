/** Who was asked, who has answered, and what was tried to reach the others. */
import type { AskedPerson, SummaryFacts } from '../api';
import { Chip } from '../desk/Chip';
import { saidOn, triedOn } from '../desk/lines';
import { whoIs } from '../desk/names';
import { LinkButton } from '../ui';
import { formatList, t } from '../words';
import { missing } from './reading';

export function Asked({ summary, officer }: { summary: SummaryFacts; officer: boolean }) {
  const waiting = missing(summary);
  const answered = summary.asked.filter(one => one.state === 'answered');
  return (
    <section class="panel" aria-labelledby="asked">
      <h2 id="asked" class="side__title">
        {t('Who was asked')}
      </h2>
      {waiting.length === 0 && <p>{t('Everybody who was asked has answered.')}</p>}
      <ul role="list" class="asked">
        {together(waiting).map(group => (
          <Group key={group[0]?.person.person_id} people={group} />
        ))}
      </ul>
      {answered.length > 0 && <Answered people={answered} />}
      {officer && waiting.length > 0 && (
        <div class="no-print">
          <LinkButton to={`/reviews/${summary.review.id}/plan#asked`}>
            {t('Note a try to reach someone')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

/** Who stands at the same point since the same day; whoever was tried stands alone. */
function together(people: AskedPerson[]): AskedPerson[][] {
  const groups = new Map<string, AskedPerson[]>();
  for (const one of people) {
    const day = one.invited_at && saidOn(one.invited_at);
    const key = one.attempts.length > 0 ? one.person.person_id : `${one.state} ${day}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function Group({ people }: { people: AskedPerson[] }) {
  const [first] = people;
  if (!first) return null;
  return (
    <li class="asked__one">
      <div>
        {people.map(({ person }) => (
          <p key={person.person_id}>
            <strong>{person.name}</strong> <span class="soft">{whoIs(person)}</span>
          </p>
        ))}
      </div>
      <State one={first} />
      {first.attempts.length > 0 && (
        <ul class="asked__tries">
          {first.attempts.map(attempt => (
            <li key={attempt.id}>
              {triedOn(attempt)}
              {attempt.note && <>: {attempt.note}</>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Those who have answered, in one line; their tries stay with those who were hard to reach. */
function Answered({ people }: { people: AskedPerson[] }) {
  const days = people.map(one => one.answered_at && saidOn(one.answered_at));
  const names = people.map((one, place) =>
    days[place] && days[place] !== days[place - 1]
      ? t('{name} ({date})', { name: one.person.name, date: days[place] })
      : one.person.name,
  );
  return (
    <p class="asked__in">{t('Answered: {names}', { names: formatList(names, 'conjunction') })}</p>
  );
}

function State({ one: { state, invited_at } }: { one: AskedPerson }) {
  switch (state) {
    case 'not_reached':
      return <Chip tone="late">{t('Not reached')}</Chip>;
    case 'asked':
      return (
        <Chip tone="soon">
          {invited_at ? t('Asked {date}', { date: saidOn(invited_at) }) : t('Asked')}
        </Chip>
      );
    default:
      return <Chip>{t('Not asked yet')}</Chip>;
  }
}
