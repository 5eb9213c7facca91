/** When nothing can be said just now: why, and what can be done instead. */
import type { MyReview } from '../api';
import { Chair, LinkButton, Page } from '../ui';
import { t } from '../words';
import './Nothing.css';

export function Nothing({ review, hasShared }: { review: MyReview | null; hasShared: boolean }) {
  return (
    <Page title={t('Say what I think')} back={{ to: '/', label: t('Home') }}>
      <div class="nothing">
        <Chair look={review?.child.chair ?? null} size={132} />
        <p>{reason(review)}</p>
        <p class="soft">{t('We will tell you here when you can.')}</p>
        {hasShared && <LinkButton to="/said">{t('Read what I said')}</LinkButton>}
      </div>
    </Page>
  );
}

function reason(review: MyReview | null): string {
  if (!review) return t('There is no review to speak to just now.');
  if (review.ended_on) return t('This review is not needed any more.');
  switch (review.stage) {
    case 'planned':
      return t('It is a bit early. Your next review is some time away.');
    case 'meeting':
    case 'writing_up':
      return t('Your review has started. You can say it there.');
    default:
      return t('This review is over. There will be a next one.');
  }
}
