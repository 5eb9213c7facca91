/** My IRO: a name, a chair, and what they are there for. */
import type { MyReview } from '../api';
import { Chair } from '../ui';
import { chairFor } from '../ui/chair_for';
import { t } from '../words';
import './MyOfficer.css';

export function MyOfficer({ review }: { review: MyReview }) {
  const officer = review.reviewing_officer;
  if (!officer) {
    return (
      <section class="my-officer" aria-labelledby="my-officer">
        <Chair look={null} size={88} away />
        <div class="my-officer__words">
          <h2 id="my-officer">{t('My IRO')}</h2>
          <p>{t('You do not have an IRO yet. One will be found for you soon.')}</p>
        </div>
      </section>
    );
  }
  const { called } = officer;
  return (
    <section class="my-officer" aria-labelledby="my-officer">
      <Chair look={officer.chair ?? chairFor(officer.id)} size={88} />
      <div class="my-officer__words">
        <h2 id="my-officer">{t('{name} is my IRO', { name: called })}</h2>
        <p>
          {t('{name} runs your review and must make sure that you are heard.', { name: called })}
        </p>
        <p class="my-officer__short">{t('IRO is short for Independent Reviewing Officer.')}</p>
      </div>
    </section>
  );
}
