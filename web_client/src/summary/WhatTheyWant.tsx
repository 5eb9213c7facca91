/** What the child does not want raised, what they wish for, and how they want to take part. */
import type { ComponentChildren } from 'preact';
import type { Line, SummaryFacts } from '../api';
import { Answered, Said, SaidFoot } from '../desk/Said';
import { icons } from '../ui';
import { t, tq } from '../words';
import type { ToSource } from './reading';

type Props = { summary: SummaryFacts; onSource: ToSource };

export function NotOpenly({ summary, onSource }: Props) {
  if (summary.not_openly.length === 0) return null;
  return (
    <section class="not-openly" aria-labelledby="not-openly">
      <h2 id="not-openly" class="side__title">
        <icons.Lock />
        {t('Not to be raised openly')}
      </h2>
      {summary.not_openly.map(line => (
        <Said key={line.answer_id} line={line} voice="other" onSource={onSource} />
      ))}
    </section>
  );
}

export function Wishes({ summary, onSource }: Props) {
  const { wishes, wishes_before: before } = summary;
  return (
    <Side id="wishes" title={t('Wishes')}>
      {wishes.length === 0 && <p class="soft">{t('Nothing is marked as a wish.')}</p>}
      <List lines={wishes} onSource={onSource} />
      {before.length > 0 && (
        <div class="side__before">
          <h3>{t('Wished for last time')}</h3>
          <List lines={before} onSource={onSource} />
        </div>
      )}
    </Side>
  );
}

export function TakingPart({ summary, onSource }: Props) {
  const open = summary.taking_part.filter(
    line => !summary.not_openly.some(held => held.answer_id === line.answer_id),
  );
  if (summary.taking_part.length === 0) return null;
  return (
    <Side id="taking-part" title={t('How they want the review')}>
      <dl class="part-list">
        {open.map(line => (
          <div key={line.answer_id} class="part-list__one">
            <dt>{tq(line.ask)}</dt>
            <dd>
              <Answered line={line} />
              {line.words && (
                <blockquote lang={line.language} dir="auto">
                  {line.words}
                </blockquote>
              )}
              <SaidFoot line={line} onSource={onSource} quiet />
            </dd>
          </div>
        ))}
      </dl>
    </Side>
  );
}

function List({ lines, onSource }: { lines: Line[]; onSource: ToSource }) {
  return (
    <ul role="list" class="wishes">
      {lines.map(line => (
        <li key={line.answer_id}>
          <icons.Star filled />
          <div>
            <Answered line={line} />
            {line.words && (
              <blockquote lang={line.language} dir="auto">
                {line.words}
              </blockquote>
            )}
            <SaidFoot line={{ ...line, wish: false }} onSource={onSource} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function Side({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <section class="side" aria-labelledby={id}>
      <h2 id={id} class="side__title">
        {title}
      </h2>
      {children}
    </section>
  );
}
