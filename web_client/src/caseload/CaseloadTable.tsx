/** The list itself: a table on a desk, cards on a phone. */
import type { CaseloadRow } from '../api';
import { Chip } from '../desk/Chip';
import { nearness, nearnessTone } from '../desk/due';
import { stageName } from '../desk/names';
import { type Column, Table } from '../ui';
import { dayOf, formatNumber, formatShortDate, formatTime, t } from '../words';
import type { Sort } from './finding';

type Props = { rows: CaseloadRow[]; managing: boolean; sort: Sort; onSort: (key: string) => void };

export function CaseloadTable({ rows, managing, sort, onSort }: Props) {
  return (
    <div class="sheet-table caseload__table">
      <Table
        caption={t('Children and their next reviews')}
        captionHidden
        columns={managing ? [...COLUMNS.slice(0, -1).map(made), made(officer)] : COLUMNS.map(made)}
        rows={rows}
        rowKey={row => row.id}
        sortedBy={sort}
        onSort={onSort}
        empty={<p>{t('No child is found. Try fewer letters, or show everyone.')}</p>}
      />
    </div>
  );
}

type MakeColumn = () => Column<CaseloadRow>;
const made = (make: MakeColumn) => make();

const name: MakeColumn = () => ({
  key: 'name',
  head: t('Child'),
  names: true,
  sortable: true,
  cell: row => (
    <>
      <a href={`/children/${row.id}`} data-row>
        {row.name}
      </a>{' '}
      <span class="caseload__number">{row.case_number}</span>
      {row.out_of_area && <Chip>{t('Out of area')}</Chip>}
    </>
  ),
});
const age: MakeColumn = () => ({
  key: 'age',
  head: t('Age'),
  sortable: true,
  end: true,
  cell: row => formatNumber(row.age),
});
const due: MakeColumn = () => ({
  key: 'due',
  head: t('Next review by'),
  sortable: true,
  cell: row => <Due row={row} />,
});
const meeting: MakeColumn = () => ({
  key: 'meeting',
  head: t('Meeting'),
  cell: row => <Meeting row={row} />,
});
const stage: MakeColumn = () => ({
  key: 'stage',
  head: t('Stage'),
  sortable: true,
  cell: row => (row.stage ? stageName(row.stage) : <span class="soft">{t('None')}</span>),
});
const views: MakeColumn = () => ({
  key: 'views',
  head: t('Child’s words'),
  sortable: true,
  cell: row => <Views row={row} />,
});
const officer: MakeColumn = () => ({
  key: 'officer',
  head: t('IRO'),
  sortable: true,
  cell: row => row.reviewing_officer?.name ?? <Chip tone="late">{t('Nobody')}</Chip>,
});
const COLUMNS: MakeColumn[] = [name, age, due, meeting, stage, views];

function Due({ row }: { row: CaseloadRow }) {
  if (!row.due_by && row.ended_on) return <span class="soft">{t('Not needed any more')}</span>;
  if (!row.due_by || row.working_days_left === null)
    return <span class="soft">{t('None due')}</span>;
  const days = { overdue: row.overdue, days: Math.abs(row.working_days_left) };
  const near = row.overdue || row.working_days_left <= 20;
  return (
    <span class="caseload__due">
      <span class="caseload__date">{formatShortDate(row.due_by)}</span>
      {near && <Chip tone={nearnessTone(days)}>{row.overdue ? t('Late') : nearness(days)}</Chip>}
    </span>
  );
}

function Meeting({ row }: { row: CaseloadRow }) {
  if (!row.starts_at) return <span class="soft">{t('No date')}</span>;
  const day = formatShortDate(dayOf(row.starts_at));
  return <span>{t('{date}, {time}', { date: day, time: formatTime(row.starts_at) })}</span>;
}

function Views({ row }: { row: CaseloadRow }) {
  if (!row.review_id || row.stage === 'planned')
    return <span class="soft">{t('Not asked yet')}</span>;
  const to = `/reviews/${row.review_id}/summary`;
  switch (row.child_words) {
    case 'new':
      return (
        <a href={to} class="caseload__new">
          {t('New: read it')} <span class="visually-hidden">{row.name}</span>
        </a>
      );
    case 'read':
      return (
        <a href={to}>
          {t('Read by you')} <span class="visually-hidden">{row.name}</span>
        </a>
      );
    case 'shown':
      return (
        <a href={to}>
          {t('Shown by others')} <span class="visually-hidden">{row.name}</span>
        </a>
      );
    default:
      return <Chip tone="none">{t('Not yet')}</Chip>;
  }
}
