/** Where a line comes from: what one person shared, whole and in their order, with that line marked. */
import { useEffect, useRef } from 'preact/hooks';
import type { Line, SharedWhole } from '../api';
import { Notice } from '../ui';
import { formatMoment, t, tq } from '../words';
import { eachAfter } from './lines';
import { helperIs, whoIs } from './names';
import { Said } from './Said';
import { SideSheet } from './SideSheet';
import './source_sheet.css';

type Props = {
  contribution: SharedWhole | null;
  childId: string;
  marked: Line | null;
  onClose: () => void;
};

export function SourceSheet({ contribution, childId, marked, onClose }: Props) {
  const isChild = contribution?.person.person_id === childId;
  const title = contribution
    ? t('What {name} shared', {
        name: isChild ? contribution.person.called : contribution.person.name,
      })
    : t('Source');
  return (
    <SideSheet title={title} open={contribution !== null} onClose={onClose}>
      {contribution && <Whole contribution={contribution} isChild={isChild} marked={marked} />}
    </SideSheet>
  );
}

function Whole({
  contribution,
  isChild,
  marked,
}: {
  contribution: SharedWhole;
  isChild: boolean;
  marked: Line | null;
}) {
  const here = useRef<HTMLDivElement>(null);
  const than = eachAfter(contribution.lines);
  useEffect(() => here.current?.scrollIntoView?.({ block: 'center' }), [contribution.id, marked]);
  return (
    <>
      <div class="source__about">
        {!isChild && (
          <p>
            {contribution.is_observation
              ? t('{who}, who wrote what they saw', { who: whoIs(contribution.person) })
              : whoIs(contribution.person)}
          </p>
        )}
        <p>{formatMoment(contribution.shared_at)}</p>
        {contribution.helper && (
          <p>
            {t('With help from {name}, {who}.', {
              name: contribution.helper.name,
              who: helperIs(contribution.helper.who),
            })}
          </p>
        )}
      </div>
      {contribution.withdrawn_at && (
        <Notice tone="care">{t('This was taken back, so its words are gone.')}</Notice>
      )}
      {contribution.replaced_by && (
        <Notice tone="care">{t('Something newer was shared in its place.')}</Notice>
      )}
      {topicsOf(contribution.lines).map(([title, lines]) => (
        <section key={title} class="source__topic">
          <h3>{tq(title)}</h3>
          {lines.map(line => (
            <div
              key={line.answer_id}
              ref={line.answer_id === marked?.answer_id ? here : undefined}
              class="source__line"
              data-marked={line.answer_id === marked?.answer_id || undefined}
            >
              <Said line={line} voice="other" helper={contribution.helper} than={than.get(line)} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function topicsOf(lines: Line[]): [string, Line[]][] {
  const topics = new Map<string, Line[]>();
  for (const line of lines)
    topics.set(line.topic_title, [...(topics.get(line.topic_title) ?? []), line]);
  return [...topics];
}
