/** The conversations: a safety word first, then who has waited longest against the promised day. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Thread } from '../api/inbox';
import { Chip } from '../desk/Chip';
import { startName } from '../desk/messages';
import { jobName } from '../desk/names';
import { Button, Status } from '../ui';
import { formatDay, t, tn } from '../words';
import { counted, FILTERS, type Filter, filterName, passes, wait } from './waiting';

/** Kept while the app is open, so that Back finds the list as it was left. */
const chosen = signal<Filter>('waiting');
/** So many stand in the page at once: more make every step slow. */
export const PAGE = 50;

export function Threads({ threads }: { threads: Thread[] }) {
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(shown);
  const filter = chosen.value;
  const counts = counted(threads);
  const some = threads.filter(thread => passes(thread, filter));
  useEffect(() => {
    // Whoever asked for more goes on at the first of them.
    if (shown > before.current) {
      list.current?.querySelectorAll<HTMLElement>('[data-row]')[before.current]?.focus();
    }
    before.current = shown;
  }, [shown]);
  return (
    <section class="inbox__part" aria-labelledby="talks">
      <h2 id="talks">{t('Conversations')}</h2>
      <fieldset class="narrowing__filters">
        <legend class="visually-hidden">{t('Show only')}</legend>
        {FILTERS.map(each => (
          <button
            key={each}
            type="button"
            class="filter"
            aria-pressed={filter === each}
            onClick={() => {
              chosen.value = each;
              setShown(PAGE);
              before.current = PAGE;
            }}
          >
            {filterName(each)} <span class="filter__count">{counts[each]}</span>
          </button>
        ))}
      </fieldset>
      <Status quiet>{tn('{n} conversation', '{n} conversations', some.length)}</Status>
      {some.length === 0 ? (
        <p class="table__empty">
          {filter === 'waiting' ? t('Nobody waits for you.') : t('No conversation yet.')}
        </p>
      ) : (
        <ol role="list" class="today__list" ref={list}>
          {some.slice(0, shown).map(thread => (
            <Row key={`${thread.child.id} ${thread.with.id}`} thread={thread} />
          ))}
        </ol>
      )}
      {some.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + PAGE)}>
            {tn('{n} more', '{n} more', Math.min(PAGE, some.length - shown))}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Where a word was found that may mean danger: over everything but those who said that they are not safe. */
export function WithSafetyWord({ threads }: { threads: Thread[] }) {
  if (threads.length === 0) return null;
  return (
    <section class="inbox__part" aria-labelledby="safety">
      <h2 id="safety">{t('Read these first: a safety word')}</h2>
      <ol role="list" class="today__list">
        {threads.map(thread => (
          <Row key={`${thread.child.id} ${thread.with.id}`} thread={thread} />
        ))}
      </ol>
    </section>
  );
}

function Row({ thread }: { thread: Thread }) {
  const { child, with: other, is_child } = thread;
  const waiting = wait(thread);
  const start = startName(thread.last_start);
  return (
    <li class="thread" data-late={thread.safety || undefined}>
      <h3>
        {thread.not_safe_to_reply && <Chip tone="late">{t('Not safe to reply')}</Chip>}{' '}
        <a href={`/children/${child.id}/talk/${other.id}`} data-row>
          {is_child
            ? child.name
            : t('{name}, about {child}', { name: other.name, child: child.name })}
        </a>
      </h3>
      <p class="thread__about small">
        {!is_child && <span>{jobName(other.job)}</span>}
        {thread.safety && <Chip tone="late">{t('A safety word')}</Chip>}
        {thread.covers && <Chip>{t('You cover')}</Chip>}
        {start && <span>{start}</span>}
        {thread.unread > 0 && <strong>{tn('{n} unread', '{n} unread', thread.unread)}</strong>}
      </p>
      <p class="thread__wait">
        {waiting ? (
          <>
            <Chip tone={waiting.tone}>{waiting.say}</Chip>{' '}
            {thread.answer_by && (
              <span class="soft small">
                {t('Answer by {day}', { day: formatDay(thread.answer_by) })}
              </span>
            )}
          </>
        ) : (
          <span class="soft small">{t('Answered')}</span>
        )}
      </p>
    </li>
  );
}
