/** The record of one review: what is known stands under each heading, and the IRO writes the rest beside it. */
import { useState } from 'preact/hooks';
import { api, type SummaryFacts } from '../api';
import { HEADINGS, type KnownLine, type RecordFacts } from '../api/records';
import { NotSafe } from '../desk/NotSafe';
import { reviewNumber } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { SourceSheet } from '../desk/SourceSheet';
import { Notice, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { wear } from '../ui/wear';
import { formatDay, formatMoment, t } from '../words';
import { Addenda } from './Addenda';
import { Clashes } from './Clashes';
import { asLine } from './Known';
import { Monitoring } from './Monitoring';
import { headingName } from './names';
import css from './record.css?inline';
import { Saved } from './Saved';
import { Section } from './Section';
import { Signing } from './Signing';
import { Versions } from './Versions';
import { useRecord, type Writing } from './writing';

wear(css);

export function ReviewRecord({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const writing = useRecord(reviewId);
  const { facts } = writing;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={facts?.child.id ?? null}
      here="record"
      facts={facts}
      title={facts ? t('Record: {name}', { name: facts.child.name }) : t('Record')}
      tab={t('Record')}
      lead={facts ? lead(facts) : null}
    >
      {writing.loading && <Skeleton lines={5} tall />}
      {writing.trouble && <ProblemNotice problem={writing.trouble} onRetry={writing.again} />}
      {facts && <Whole key={reviewId} facts={facts} writing={writing} />}
    </ReviewPage>
  );
}

function lead({ review }: RecordFacts): string {
  const parts = [
    review.sequence === null ? null : reviewNumber(review.sequence),
    review.held_on ? t('held on {day}', { day: formatDay(review.held_on) }) : t('not held yet'),
    review.due_by && t('due by {day}', { day: formatDay(review.due_by) }),
    review.on_time === false ? t('late') : review.on_time && t('on time'),
  ];
  return parts.filter(Boolean).join(' · ');
}

export type PartProps = {
  facts: RecordFacts;
  writing: Writing;
  /** Nothing is written any more. */
  signed: boolean;
};

function Whole({ facts, writing }: { facts: RecordFacts; writing: Writing }) {
  const [source, setSource] = useState<{ line: KnownLine; from: SummaryFacts | null } | null>(null);
  const signed = facts.signed !== null;
  const part: PartProps = { facts, writing, signed };

  async function showSource(line: KnownLine): Promise<void> {
    setSource({ line, from: null });
    const from = await api.summary(facts.review.id).catch(() => null);
    setSource(now => (now?.line === line ? { line, from } : now));
  }

  const shared = source?.from?.contributions[source.line.source_id ?? ''] ?? null;
  return (
    <div class="record">
      <Contents signed={signed} />
      <div class="record__main">
        <NotSafe called={facts.child.called} since={facts.child.not_safe_since} />
        {facts.signed ? (
          <Notice tone="good">
            {t('Signed by {name} on {moment}. It does not change any more.', {
              name: facts.signed.name,
              moment: formatMoment(facts.signed.at),
            })}
          </Notice>
        ) : (
          <Saved writing={writing} />
        )}
        <Clashes writing={writing} facts={facts} />
        {facts.sections.map(section => (
          <Section
            key={section.key}
            section={section}
            onSource={line => void showSource(line)}
            {...part}
          />
        ))}
        <Monitoring {...part} />
        {signed ? <Addenda {...part} /> : <Signing {...part} />}
        <Versions {...part} />
      </div>
      <SourceSheet
        contribution={shared}
        childId={facts.child.id}
        marked={source ? asLine(source.line) : null}
        onClose={() => setSource(null)}
      />
    </div>
  );
}

function Contents({ signed }: { signed: boolean }) {
  return (
    <nav class="record__contents no-print" aria-label={t('Headings')}>
      <ol>
        {HEADINGS.map(key => (
          <li key={key}>
            <a href={`#${key}`}>{headingName(key)}</a>
          </li>
        ))}
        <li>
          <a href="#monitoring">{t('Monitoring form')}</a>
        </li>
        <li>
          <a href="#signing">{signed ? t('Added later') : t('Sign')}</a>
        </li>
      </ol>
    </nav>
  );
}
