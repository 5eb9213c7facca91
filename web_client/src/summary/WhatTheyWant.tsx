/** What the child does not want raised, what they wish for, and how they want to take part. */
import type { ComponentChildren } from 'preact';
import type { Line, SummaryFacts } from '../api';
import type { Brought } from '../api/summary';
import { eachAfter } from '../desk/lines';
import { Answered, Said, SaidFoot, ShortlySaid } from '../desk/Said';
import { icons } from '../ui';
import { dayOf, formatDay, t } from '../words';
import { hasWords, type ToSource } from './reading';

type Props = { summary: SummaryFacts; onSource: ToSource };

export function NotOpenly({ summary, onSource }: Props) {
  if (summary.not_openly.length === 0) return null;
  const said = summary.not_openly.filter(hasWords);
  const short = summary.not_openly.filter(line => !hasWords(line));
  const than = eachAfter([...said, ...short]);
  return (
    <section class="not-openly" aria-labelledby="not-openly">
      <h2 id="not-openly" class="side__title">
        <icons.Lock />
        {t('Not to be raised openly')}
      </h2>
      {said.map(line => (
        <Said
          key={line.answer_id}
          line={line}
          voice="other"
          onSource={onSource}
          than={than.get(line)}
        />
      ))}
      <ul class="shortlies" role="list">
        {short.map(line => (
          <ShortlySaid key={line.answer_id} line={line} onSource={onSource} than={than.get(line)} />
        ))}
      </ul>
    </section>
  );
}

export function Wishes({ summary, onSource }: Props) {
  const { wishes, wishes_before: before, brought, child } = summary;
  return (
    <Side id="wishes" title={t('Wishes')}>
      <FromMessages brought={brought} childId={child.id} />
      {wishes.length + brought.length === 0 && (
        <p class="soft">{t('Nothing is marked as a wish.')}</p>
      )}
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

type BroughtProps = { brought: Brought[]; childId: string };

/** What the child wrote between reviews and brought here; it leads to the conversation. */
function FromMessages({ brought, childId }: BroughtProps) {
  return (
    <>
      {brought.map(one => (
        <article key={one.wish_id} class="said said--other">
          <blockquote class="said__words" lang={one.language} dir="auto">
            {one.words}
          </blockquote>
          <p class="said__foot">
            <span>{one.asks === 'wish' ? t('A wish, out of a message') : t('To talk about')}</span>
            <a href={`/children/${childId}/talk/${childId}`}>
              {t('Written on {day}', { day: formatDay(dayOf(one.written_at)) })}
            </a>
          </p>
        </article>
      ))}
    </>
  );
}

export function TakingPart({ summary, onSource }: Props) {
  const open = summary.taking_part.filter(
    line => !summary.not_openly.some(held => held.answer_id === line.answer_id),
  );
  if (summary.taking_part.length === 0) return null;
  const than = eachAfter(open);
  return (
    <Side id="taking-part" title={t('How they want the review')}>
      {open.map(line => (
        <div key={line.answer_id}>
          {shortAsk(line) && (
            <p class="beside__topic" aria-hidden="true">
              {shortAsk(line)}
            </p>
          )}
          <Said
            line={line}
            voice="other"
            onSource={onSource}
            than={than.get(line)}
            askHidden={shortAsk(line) !== null}
          />
        </div>
      ))}
    </Side>
  );
}

/** What a question on the review itself is about, in a word or two under "How they want the review". */
function shortAsk({ question }: Line): string | null {
  const short: Record<string, string> = {
    'meeting.come': t('Coming'),
    'meeting.who_yes': t('Wanted there'),
    'meeting.who_part': t('There for part of it'),
    'meeting.who_no': t('Not wanted there'),
    'meeting.where': t('Where'),
    'meeting.when': t('When'),
    'meeting.long': t('How long'),
    'meeting.lead': t('Leading'),
    'meeting.speaks': t('Who speaks for them'),
    'meeting.agenda': t('To talk about'),
  };
  return short[question] ?? null;
}

function List({ lines, onSource }: { lines: Line[]; onSource: ToSource }) {
  const than = eachAfter(lines);
  return (
    <ul role="list" class="wishes">
      {lines.map(line => (
        <li key={line.answer_id}>
          <icons.Star filled />
          <div>
            {!line.words && <Answered line={line} />}
            {line.words && (
              <blockquote lang={line.language} dir="auto">
                {line.words}
              </blockquote>
            )}
            <SaidFoot line={{ ...line, wish: false }} onSource={onSource} than={than.get(line)} />
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
