/** The conversations about one child: with the child, and with each person around them. */
import { type ChildFacts, useLoaded } from '../api';
import { inboxApi, type Thread } from '../api/inbox';
import { Chip } from '../desk/Chip';
import { whoIs } from '../desk/names';
import { type Column, ProblemNotice, Skeleton, Table } from '../ui';
import { formatDay, t, tn } from '../words';

type Row = { id: string; name: string; what: string; thread: Thread | null };
const TALK = ['child', 'carer', 'parent', 'professional', 'social_worker'];

export function Talks({ child }: { child: ChildFacts }) {
  const loaded = useLoaded(() => inboxApi.threads(child.id), [child.id]);
  return (
    <section class="child__part" aria-labelledby="talks">
      <h2 id="talks">{t('Conversations')}</h2>
      {loaded.state === 'loading' && <Skeleton lines={2} />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.value && (
        <div class="sheet-table">
          <Table
            caption={t('Conversations')}
            captionHidden
            columns={columns(child.id)}
            rows={rowsOf(child, loaded.value.threads)}
            rowKey={row => row.id}
          />
        </div>
      )}
    </section>
  );
}

/** Whoever has left the circle keeps their line while they have a conversation. */
function rowsOf(child: ChildFacts, threads: Thread[]): Row[] {
  const of = (id: string) => threads.find(one => one.with.id === id) ?? null;
  const rows = [
    { id: child.id, name: child.name, what: t('Child'), thread: of(child.id) },
    ...child.circle
      .filter(person => TALK.includes(person.job))
      .map(person => ({
        id: person.person_id,
        name: person.name,
        what: whoIs(person),
        thread: of(person.person_id),
      })),
  ];
  const here = new Set(rows.map(row => row.id));
  const left = threads.filter(one => !here.has(one.with.id));
  return [
    ...rows,
    ...left.map(thread => ({
      id: thread.with.id,
      name: thread.with.name,
      what: whoIs(thread.with),
      thread,
    })),
  ];
}

function columns(childId: string): Column<Row>[] {
  return [
    {
      key: 'with',
      head: t('With'),
      names: true,
      cell: row => <a href={`/children/${childId}/talk/${row.id}`}>{row.name}</a>,
    },
    { key: 'what', head: t('Who'), cell: row => row.what },
    { key: 'state', head: t('Waiting'), cell: row => <State thread={row.thread} /> },
  ];
}

function State({ thread }: { thread: Thread | null }) {
  if (!thread) return <span class="soft">{t('Nothing yet')}</span>;
  return (
    <span class="row">
      {thread.safety && <Chip tone="late">{t('A safety word')}</Chip>}
      {thread.unread > 0 && (
        <Chip tone="soon">{tn('{n} unread', '{n} unread', thread.unread)}</Chip>
      )}
      {thread.since !== null && thread.answer_by ? (
        <span>{t('Answer by {day}', { day: formatDay(thread.answer_by) })}</span>
      ) : (
        <span class="soft">{t('Answered')}</span>
      )}
    </span>
  );
}
