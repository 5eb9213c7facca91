/** What happened since the last review, for the record: fetched only when somebody opens it. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import type { Who } from '../api/inbox';
import {
  type BetweenRequest,
  type BetweenUnsafe,
  type BetweenReviews as Facts,
  type Visit,
  visitsApi,
} from '../api/visits';
import { requestName } from '../desk/messages';
import { aloneName, howMet } from '../desk/visits';
import { ProblemNotice, Skeleton } from '../ui';
import { dayOf, formatDate, formatDay, formatMoment, formatNumber, t, tn } from '../words';

export function BetweenReviews({ childId }: { childId: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="between" onToggle={event => event.currentTarget.open && setOpened(true)}>
      <summary>
        <h2>{t('Between reviews')}</h2>
      </summary>
      {opened && <Fetched childId={childId} />}
    </details>
  );
}

function Fetched({ childId }: { childId: string }) {
  const loaded = useLoaded(() => visitsApi.between(childId), [childId]);
  if (loaded.state === 'loading') return <Skeleton lines={3} />;
  if (loaded.state === 'problem') {
    return <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />;
  }
  return <Record facts={loaded.value} />;
}

function Record({ facts }: { facts: Facts }) {
  return (
    <div class="stack">
      {facts.since && (
        <p class="soft">{t('Since {day}', { day: formatDay(dayOf(facts.since)) })}</p>
      )}
      <p>{replyTimes(facts.reply_times)}</p>
      <Part title={t('Messages in the record')} lines={messages(facts)} />
      <Part title={t('Notes')} lines={notes(facts)} />
      <Part title={t('Asked and answered')} lines={requests(facts.requests)} />
      <Part title={t('Visits')} lines={visits(facts.visits)} />
      <Part title={t('Not safe')} lines={unsafe(facts.unsafe)} />
    </div>
  );
}

type Said = { id: string; head: string; words: (string | null)[]; lang?: string };

function Part({ title, lines }: { title: string; lines: Said[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {lines.length === 0 && <p class="soft">{t('None.')}</p>}
      <ul role="list" class="stack stack--tight">
        {lines.map(line => (
          <li key={line.id}>
            <p class="soft small">{line.head}</p>
            {line.words.filter(Boolean).map(words => (
              <p key={words} class="between__words" lang={line.lang} dir="auto">
                {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function replyTimes({
  answered,
  median_working_days: days,
  waiting,
}: Facts['reply_times']): string {
  const said = tn('{n} message answered', '{n} messages answered', answered);
  const still = tn('{n} waits', '{n} wait', waiting);
  if (days === null) return `${said} · ${still}`;
  const half = t('half of them within {days} working days', { days: formatNumber(days) });
  return `${said}, ${half} · ${still}`;
}

function messages({ messages: all }: Facts): Said[] {
  return all.map(one => ({
    id: one.id,
    head: writtenBy(one.author, one.written_at),
    words: [one.words ?? t('Taken back before anybody read it.')],
    lang: one.language,
  }));
}

function notes({ notes: all }: Facts): Said[] {
  return all.map(one => ({
    id: one.id,
    head: writtenBy(one.author, one.written_at),
    words: [one.words],
  }));
}

function writtenBy(author: Who, at: string): string {
  return t('{name}, {moment}', { name: author.name, moment: formatMoment(at) });
}

function requests(all: BetweenRequest[]): Said[] {
  return all.map(one => ({
    id: one.id,
    head: `${requestName(one.kind)}, ${formatMoment(one.asked_at)}`,
    words: [one.words, answer(one), one.reason],
  }));
}

function answer({ answer: said, answered_by, answered_at }: BetweenRequest): string {
  if (said === null || !answered_at) return t('No answer yet');
  const by = { name: answered_by?.name ?? t('Nobody'), moment: formatMoment(answered_at) };
  return said === 'yes' ? t('Yes, said {name}, {moment}', by) : t('No, said {name}, {moment}', by);
}

function visits(all: Visit[]): Said[] {
  return all.map(one => ({
    id: one.id,
    head: `${one.done_on ? formatDate(one.done_on) : t('Not done')}, ${howMet(one.how)}`,
    words: [one.spoke_alone && aloneName(one.spoke_alone), one.why, one.wants_recorded],
  }));
}

function unsafe(all: BetweenUnsafe[]): Said[] {
  return all.map(one => ({
    id: one.id,
    head: formatMoment(one.said_at),
    words: [
      one.words,
      one.acknowledged &&
        t('{name} took it on, {moment}', {
          name: one.acknowledged.by.name,
          moment: formatMoment(one.acknowledged.at),
        }),
      one.what_was_done ?? t('Still open'),
    ],
  }));
}
