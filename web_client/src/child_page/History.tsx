/** The reviews that were held, and how the child took part in each. */
import type { ChildFacts, ChildReview } from '../api';
import { Chip } from '../desk/Chip';
import { codeMeans, reviewKindName, reviewNumber } from '../desk/names';
import { endingName, whyDue } from '../desk/sooner';
import { type Column, Table } from '../ui';
import { formatDate, t } from '../words';

export function History({ child, officer }: { child: ChildFacts; officer: boolean }) {
  const held = child.reviews
    .filter(over)
    .sort((one, other) => (over(other) ?? '').localeCompare(over(one) ?? ''));
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

/** The day it was held, or from which it was not needed. */
const over = (review: ChildReview) => review.held_on ?? review.over_on;

function columns(officer: boolean): Column<ChildReview>[] {
  return [
    {
      key: 'held',
      head: t('Held or ended on'),
      names: true,
      cell: review => {
        const { id } = review;
        const day = formatDate(over(review) ?? '');
        return officer ? <a href={`/reviews/${id}/summary`}>{day}</a> : day;
      },
    },
    {
      key: 'what',
      head: t('Review'),
      cell: review => (
        <>
          {review.sequence ? reviewNumber(review.sequence) : reviewKindName(review.kind)}
          {review.reason?.code === 'brought_forward' && (
            <span class="soft history__why"> {whyDue(review.reason)}</span>
          )}
        </>
      ),
    },
    { key: 'time', head: t('In time'), cell: review => <InTime review={review} /> },
    { key: 'code', head: t('How the child took part'), cell: review => <Code review={review} /> },
  ];
}

function InTime({ review: { due_by, held_on, ended_because } }: { review: ChildReview }) {
  if (ended_because) return <Chip>{t('Not needed')}</Chip>;
  if (!due_by || !held_on) return <span class="soft">{t('Not known')}</span>;
  return held_on <= due_by ? <span>{t('Yes')}</span> : <Chip tone="late">{t('Late')}</Chip>;
}

function Code({ review }: { review: ChildReview }) {
  const { participation_code: code, code_confirmed, ended_because } = review;
  if (ended_because) return <span class="soft">{endingName(ended_because)}</span>;
  if (!code) return <span class="soft">{t('No code yet')}</span>;
  return (
    <span>
      <strong>{code}</strong> <span class="soft">{codeMeans(code)}</span>{' '}
      {!code_confirmed && <Chip>{t('From the return')}</Chip>}
    </span>
  );
}
