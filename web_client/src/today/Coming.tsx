/** The reviews of the next weeks: when, and whose views are in. */
import type { TodayFacts } from '../api';
import { Chip } from '../desk/Chip';
import { Dots } from '../desk/Dots';
import { nearness, nearnessTone } from '../desk/due';
import { type Column, Table } from '../ui';
import { dayOf, formatShortDate, formatTime, formatWeekday, t, tn } from '../words';

type Next = TodayFacts['coming'][number];

export function Coming({ coming }: { coming: Next[] }) {
  return (
    <section class="today" aria-labelledby="coming">
      <div class="today__head">
        <h2 id="coming">{t('The next 20 working days')}</h2>
        <p class="soft">{tn('{n} review', '{n} reviews', coming.length)}</p>
      </div>
      <div class="sheet-table coming">
        <Table
          caption={t('Reviews in the next 20 working days')}
          captionHidden
          columns={columns()}
          rows={coming}
          rowKey={row => row.review_id}
          empty={<p>{t('No review is due in the next 20 working days.')}</p>}
        />
      </div>
    </section>
  );
}

function columns(): Column<Next>[] {
  return [
    {
      key: 'child',
      head: t('Child'),
      names: true,
      cell: row => (
        <>
          <a href={`/children/${row.child.id}`}>{row.child.name}</a>{' '}
          {row.not_safe_to_reply && <Chip tone="late">{t('Not safe to reply')}</Chip>}
        </>
      ),
    },
    { key: 'when', head: t('When'), cell: row => <When row={row} /> },
    {
      key: 'left',
      head: t('Time left'),
      cell: row => {
        const due = { overdue: row.working_days_left < 0, days: row.working_days_left };
        return <Chip tone={nearnessTone(due)}>{nearness(due)}</Chip>;
      },
    },
    {
      key: 'child_views',
      head: t('Child’s words'),
      cell: row =>
        row.child_views ? (
          <Chip tone="good">{t('In')}</Chip>
        ) : (
          <Chip tone="none">{t('Not yet')}</Chip>
        ),
    },
    {
      key: 'others',
      head: t('Others'),
      cell: row => <Dots filled={row.others_in} of={row.others_asked} />,
    },
    { key: 'go', head: t('Go to'), cell: row => <Go row={row} /> },
  ];
}

function When({ row }: { row: Next }) {
  const day = row.starts_at ? dayOf(row.starts_at) : row.due_by;
  if (!day) return <span class="soft">{t('No date yet')}</span>;
  const said = { weekday: formatWeekday(day), date: formatShortDate(day) };
  if (!row.starts_at)
    return <span class="soft">{t('No date yet, by {weekday} {date}', said)}</span>;
  return <span>{t('{weekday} {date}, {time}', { ...said, time: formatTime(row.starts_at) })}</span>;
}

function Go({ row }: { row: Next }) {
  return (
    <span class="today__go">
      <a
        href={`/reviews/${row.review_id}/summary`}
        aria-label={t('What people say: {name}', { name: row.child.name })}
      >
        {t('What people say')}
      </a>
      <a
        href={`/reviews/${row.review_id}/plan`}
        aria-label={t('Plan: {name}', { name: row.child.name })}
      >
        {t('Plan')}
      </a>
    </span>
  );
}
