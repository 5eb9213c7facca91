/** The matters that this review must cover, each ticked by the lines of the child's agenda that cover it. */

import { itemTitle, matterName } from '../desk/meeting_names';
import { icons } from '../ui';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import css from './Covered.css?inline';
import type { PartProps } from './MeetingPlan';

wear(css);

export function Covered({ facts }: PartProps) {
  const items = new Map(facts.plan?.agenda.map(item => [item.id, item]));
  const open = facts.covered.filter(one => one.by.length === 0).length;
  const unsure = facts.covered.some(one => !one.confirmed);
  return (
    <section class="covered" aria-labelledby="covered">
      <h2 id="covered">{t('What must be covered')}</h2>
      <p class="soft">
        {open === 0
          ? t('The child’s agenda covers everything.')
          : tn(
              '{n} matter is not on the child’s agenda yet.',
              '{n} matters are not on the child’s agenda yet.',
              open,
            )}
      </p>
      <ul role="list">
        {facts.covered.map(({ matter, by, source }) => (
          <li key={matter} data-covered={by.length > 0 || undefined}>
            <span class="covered__mark" aria-hidden="true">
              {by.length > 0 && <icons.Tick />}
            </span>
            <span class="covered__words">
              <span>
                {matterName(matter)}
                <span class="visually-hidden">
                  : {by.length > 0 ? t('covered') : t('not covered yet')}
                </span>
              </span>
              <span class="covered__by">
                {by
                  .flatMap(id => {
                    const item = items.get(id);
                    return item && item.from !== 'must' ? [itemTitle(item, facts)] : [];
                  })
                  .join(' · ')}
              </span>
            </span>
            <span class="covered__source">{source}</span>
          </li>
        ))}
      </ul>
      {unsure && (
        <p class="soft small">
          {t('Some of these are not yet confirmed against the text of the law. Please check them.')}
        </p>
      )}
    </section>
  );
}
