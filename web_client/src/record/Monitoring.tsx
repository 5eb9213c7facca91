/** The monitoring form of the review, filled from the same page. */
import { PLAN_QUALITIES, type PlanQuality } from '../api/records';
import { codeMeans } from '../desk/names';
import { Select } from '../desk/Select';
import { TextArea } from '../ui';
import { formatDay, t } from '../words';
import { orNone, withMonitoring } from './content';
import { qualityName } from './names';
import type { PartProps } from './ReviewRecord';

type Words = 'late_words' | 'care_plan_words' | 'concerns' | 'good_practice';

export function Monitoring(props: PartProps) {
  const { facts, writing, signed } = props;
  const { care_plan_quality: quality } = writing.content.monitoring;
  const lines = facts.sections.flatMap(section => section.lines);
  const code = lines.find(line => line.source === 'code');
  const late = facts.review.on_time === false;
  return (
    <section
      class="record__section"
      id="monitoring"
      aria-labelledby="monitoring-title"
      tabIndex={-1}
    >
      <h2 id="monitoring-title">{t('Monitoring form')}</h2>
      <div class="record__known">
        <dl class="monitoring__known">
          <dt>{t('On time')}</dt>
          <dd>{onTime(facts)}</dd>
          <dt>{t('Participation')}</dt>
          <dd>
            {code?.value ? `${code.value}: ${codeMeans(code.value)}` : t('Not known')}
            {code?.fact === 'code_proposed' && ` (${t('not confirmed')})`}
          </dd>
        </dl>
      </div>
      <div class="record__written">
        {late && <Written name="late_words" label={t('Why was it late?')} {...props} />}
        {signed ? (
          quality && <p>{t('The care plan: {quality}', { quality: qualityName(quality) })}</p>
        ) : (
          <Select
            label={t('How good is the care plan?')}
            value={quality ?? ''}
            options={[
              ['', t('Not said yet')],
              ...PLAN_QUALITIES.map((one): [string, string] => [one, qualityName(one)]),
            ]}
            onChange={value =>
              writing.change(
                withMonitoring(writing.content, {
                  care_plan_quality: value === '' ? null : (value as PlanQuality),
                }),
              )
            }
          />
        )}
        <Written name="care_plan_words" label={t('What is missing in the care plan?')} {...props} />
        <Written name="concerns" label={t('Concerns')} {...props} />
        <Written name="good_practice" label={t('Good practice')} {...props} />
      </div>
    </section>
  );
}

function onTime({ review }: PartProps['facts']): string {
  if (review.on_time === null) return t('Not known');
  if (review.on_time) return t('Yes');
  return t('No: it was due by {day}', { day: review.due_by ? formatDay(review.due_by) : '' });
}

function Written({ name, label, writing, signed }: PartProps & { name: Words; label: string }) {
  const words = writing.content.monitoring[name] ?? '';
  if (signed) {
    return words ? (
      <div>
        <h3 class="record__label">{label}</h3>
        <p class="record__words">{words}</p>
      </div>
    ) : null;
  }
  return (
    <TextArea
      label={label}
      rows={2}
      most={4_000}
      value={words}
      onInput={value => writing.change(withMonitoring(writing.content, { [name]: orNone(value) }))}
    />
  );
}
