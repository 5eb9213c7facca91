/** The last review that was held: what is still to do after it, and the look half way to the next. */
import type { ChildFacts } from '../api';
import { LinkButton } from '../ui';
import { formatDate, t } from '../words';

const GOING_ON = ['writing_up', 'shared'];

export function LastReview({ child }: { child: ChildFacts }) {
  const held = child.reviews
    .filter(one => one.held_on)
    .sort((one, other) => (other.held_on ?? '').localeCompare(one.held_on ?? ''));
  const last = held[0];
  if (!last?.held_on) return null;
  return (
    <section class="child__part" aria-labelledby="last">
      <h2 id="last">{t('Since the review on {day}', { day: formatDate(last.held_on) })}</h2>
      <div class="row">
        {GOING_ON.includes(last.stage) && (
          <LinkButton to={`/reviews/${last.id}/days`}>{t('What is still to do')}</LinkButton>
        )}
        <LinkButton to={`/children/${child.id}/midpoint`}>
          {t('Look half way at what was agreed')}
        </LinkButton>
      </div>
    </section>
  );
}
