/** The child's own words since the review: the answer to our question first. */
import type { Midpoint, SaidSince } from '../api/midpoint';
import { t, todayHere } from '../words';
import { whenSaid } from '../words/moments';

export function WhatTheySay({ facts }: { facts: Midpoint }) {
  const { answer, latest, child } = facts;
  const others = latest.filter(one => one.id !== answer?.id);
  return (
    <section aria-labelledby="say">
      <h2 id="say">{t('What {name} says', { name: child.called })}</h2>
      {answer ? (
        <Words one={answer} label={t('Asked: are things happening as we agreed?')} />
      ) : (
        <p class="soft">{unanswered(facts)}</p>
      )}
      {others.map(one => (
        <Words key={one.id} one={one} label={null} />
      ))}
      {!answer && others.length === 0 && (
        <p>{t('{name} has written nothing since the review.', { name: child.called })}</p>
      )}
      <p>
        <a href={`/children/${child.id}/talk/${child.id}`}>{t('The whole conversation')}</a>
      </p>
    </section>
  );
}

function unanswered({ asked_at, child, due_on }: Midpoint): string {
  if (!asked_at && due_on && due_on < todayHere()) {
    return t('{name} was not asked how it goes.', { name: child.called });
  }
  return asked_at
    ? t('{name} was asked {when} how it goes, and has not answered.', {
        name: child.called,
        when: whenSaid(asked_at),
      })
    : t('{name} is asked how it goes two weeks before the half way day.', { name: child.called });
}

function Words({ one, label }: { one: SaidSince; label: string | null }) {
  return (
    <figure class="midpoint__words">
      {label && <figcaption class="soft">{label}</figcaption>}
      <blockquote dir="auto" lang={one.language}>
        {one.words}
      </blockquote>
      <p class="soft">{whenSaid(one.written_at)}</p>
    </figure>
  );
}
