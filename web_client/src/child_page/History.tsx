/** The reviews that were held, and how the child took part in each. */
import type { ChildFacts, ChildReview } from '../api';
import { Chip } from '../desk/Chip';
import { codeMeans, reviewKindName, reviewNumber } from '../desk/names';
import { type Column, Table } from '../ui';
import { formatDate, t } from '../words';

export function History({ child, officer }: { child: ChildFacts; officer: boolean }) {
  const held = child.reviews
    .filter(review => review.held_on)
    .sort((one, other) => (other.held_on ?? '').localeCompare(one.held_on ?? ''));
  return (
    <section class="child__part" aria-labelledby="history">
      <h2 id="history">{t('Reviews so far')}</h2>
      <div class="sheet-table">
        <Table
          caption={t('Reviews so far')}
          captionHidden
          columns={columns(officer)}
          rows={held}
          rowKey={review => review.id}
          empty={<p>{t('No review has been held yet.')}</p>}
        />
      </div>
    </section>
  );
}

function columns(officer: boolean): Column<ChildReview>[] {
  return [
    {
      key: 'held',
      head: t('Held on'),
      names: true,
      cell: ({ id, held_on }) => {
        const day = held_on ? formatDate(held_on) : '';
        return officer ? <a href={`/reviews/${id}/summary`}>{day}</a> : day;
      },
    },
    {
      key: 'what',
      head: t('Review'),
      cell: review =>
        review.sequence ? reviewNumber(review.sequence) : reviewKindName(review.kind),
    },
    { key: 'time', head: t('In time'), cell: review => <InTime review={review} /> },
    { key: 'code', head: t('How the child took part'), cell: review => <Code review={review} /> },
  ];
}

function InTime({ review: { due_by, held_on } }: { review: ChildReview }) {
  if (!due_by || !held_on) return <span class="soft">{t('Not known')}</span>;
  return held_on <= due_by ? <span>{t('Yes')}</span> : <Chip tone="late">{t('Late')}</Chip>;
}

function Code({ review: { participation_code: code, code_confirmed } }: { review: ChildReview }) {
  if (!code) return <span class="soft">{t('No code yet')}</span>;
  return (
    <span>
      <strong>{code}</strong> <span class="soft">{codeMeans(code)}</span>{' '}
      {!code_confirmed && <Chip>{t('From the return')}</Chip>}
    </span>
  );
}
