/** Who was asked, who has answered, and what was tried to reach the others. */
import type { AskedPerson, SummaryFacts } from '../api';
import { Chip } from '../desk/Chip';
import { saidOn } from '../desk/lines';
import { reachedBy, whoIs } from '../desk/names';
import { LinkButton } from '../ui';
import { t } from '../words';
import { missing } from './reading';

export function Asked({ summary }: { summary: SummaryFacts }) {
  const waiting = missing(summary);
  const answered = summary.asked.filter(one => one.state === 'answered');
  return (
    <section class="panel" aria-labelledby="asked">
      <h2 id="asked" class="side__title">
        {t('Who was asked')}
      </h2>
      {waiting.length === 0 && <p>{t('Everybody who was asked has answered.')}</p>}
      <ul role="list" class="asked">
        {[...waiting, ...answered].map(one => (
          <One key={one.person.person_id} one={one} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <div class="no-print">
          <LinkButton to={`/reviews/${summary.review.id}/plan#asked`}>
            {t('Note a try to reach someone')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function One({ one }: { one: AskedPerson }) {
  return (
    <li class="asked__one">
      <p class="asked__who">
        <strong>{one.person.name}</strong> <span class="soft">{whoIs(one.person)}</span>
      </p>
      <State one={one} />
      {one.attempts.length > 0 && (
        <ul class="asked__tries">
          {one.attempts.map(attempt => (
            <li key={attempt.id}>
              {t('{how}, {date}', { how: reachedBy(attempt.how), date: saidOn(attempt.at) })}
              {attempt.note && <>: {attempt.note}</>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function State({ one: { state, answered_at, invited_at } }: { one: AskedPerson }) {
  switch (state) {
    case 'answered':
      return (
        <Chip tone="good">
          {answered_at ? t('Answered {date}', { date: saidOn(answered_at) }) : t('Answered')}
        </Chip>
      );
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
