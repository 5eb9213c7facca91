/** What was decided and wished for, and how far each has come. */
import type { Midpoint, PromisedDecision, PromisedWish } from '../api/midpoint';
import { Chip } from '../desk/Chip';
import { formatDay, t, tn } from '../words';

export function Promised({ facts }: { facts: Midpoint }) {
  return (
    <>
      <section aria-labelledby="decisions">
        <h2 id="decisions">{t('What was decided')}</h2>
        {facts.decisions.length === 0 ? (
          <p>{t('No decision was shared.')}</p>
        ) : (
          <ul class="midpoint__list" role="list">
            {facts.decisions.map(one => (
              <Decision key={one.id} one={one} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="wishes">
        <h2 id="wishes">{t('Wishes that are open')}</h2>
        {facts.wishes.length === 0 ? (
          <p>{t('None: every wish is answered and done.')}</p>
        ) : (
          <ul class="midpoint__list" role="list">
            {facts.wishes.map(one => (
              <Wish key={one.id} one={one} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Decision({ one }: { one: PromisedDecision }) {
  const last = one.progress.at(-1);
  return (
    <li>
      <p class="midpoint__what">
        <span dir="auto">{one.what}</span> <State one={one} />
      </p>
      <p class="soft">
        {t('{who}, by {day}', {
          who: one.who?.name ?? one.who_words ?? t('Nobody named'),
          day: formatDay(one.by_on),
        })}
      </p>
      {last?.words && (
        <p dir="auto">
          {last.by.name}: {last.words}
        </p>
      )}
    </li>
  );
}

function State({ one }: { one: PromisedDecision }) {
  if (one.state === 'done') return <Chip tone="good">{t('Done')}</Chip>;
  if (one.days_over) {
    return <Chip tone="late">{tn('{n} day late', '{n} days late', one.days_over)}</Chip>;
  }
  if (one.state === 'not_done') return <Chip tone="late">{t('Not done')}</Chip>;
  return <Chip>{one.state === 'confirmed' ? t('On its way') : t('Waiting')}</Chip>;
}

function Wish({ one }: { one: PromisedWish }) {
  const told = one.answers.some(answer => answer.shared_at);
  return (
    <li>
      <p class="midpoint__what">
        <span dir="auto">{one.words ?? one.ask ?? t('Ticked, without words')}</span>{' '}
        <Chip tone={told ? 'plain' : 'soon'}>{told ? t('Answered') : t('No answer yet')}</Chip>
      </p>
    </li>
  );
}
