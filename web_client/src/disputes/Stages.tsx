/** The levels that a dispute has reached: who was asked, by when, and what they answered. */
import type { Dispute, Stage } from '../api/disputes';
import { Chip } from '../desk/Chip';
import { formatDate, formatDay, t, tn } from '../words';
import { rungName } from './names';

export function Stages({ dispute }: { dispute: Dispute }) {
  const last = dispute.stages.length - 1;
  return (
    <ol class="dispute__stages" role="list">
      {dispute.stages.map((stage, at) => (
        <li key={stage.id} class="dispute__stage">
          <p class="dispute__rung">
            <strong>{rungName(stage.stage)}</strong>
            <span>{stage.with_words}</span>
            <State stage={stage} waits={dispute.state === 'open' && at === last} />
          </p>
          <p class="soft small">
            {t('Asked {date}, answer due by {day}', {
              date: formatDate(stage.began_on),
              day: formatDay(stage.due_on),
            })}
          </p>
          {stage.bypassed_because && (
            <p class="small" dir="auto">
              {t('Levels passed over: {why}', { why: stage.bypassed_because })}
            </p>
          )}
          {stage.answer && (
            <blockquote class="dispute__answer" dir="auto">
              {stage.answer}
            </blockquote>
          )}
        </li>
      ))}
    </ol>
  );
}

function State({ stage, waits }: { stage: Stage; waits: boolean }) {
  if (stage.answered_on) {
    const day = formatDate(stage.answered_on);
    return <Chip tone="good">{t('Answered {date}', { date: day })}</Chip>;
  }
  if (!waits) return <Chip tone="none">{t('No answer')}</Chip>;
  if (stage.days_over === 0) return <Chip tone="plain">{t('Waiting')}</Chip>;
  return (
    <Chip tone="late">{tn('{n} working day late', '{n} working days late', stage.days_over)}</Chip>
  );
}
