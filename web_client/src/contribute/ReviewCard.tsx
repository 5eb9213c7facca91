/** One review in the list: whose, when, and the one thing to do. */
import type { Contribution, MyReview } from '../api';
import { type Draft, isEmpty, whereItIs } from '../drafts';
import { Chair, LinkButton } from '../ui';
import { dayOf, formatDay, t } from '../words';
import { Meetings } from './Meetings';

type Props = {
  review: MyReview;
  draft: Draft;
  shared: Contribution | null;
  to: string;
  observation?: boolean;
  /** There is another card for the same child: which of the two this is. */
  order?: 'first' | 'then';
};

export function ReviewCard({ review, draft, shared, to, observation, order }: Props) {
  const child = review.child.called;
  const { say, action, main } = stateOf(review, draft, shared);
  const title = observation
    ? t('How {child} shows what they like', { child })
    : t('{child}’s review', { child });
  const Heading = observation ? 'h3' : 'h2';
  return (
    <div class="review-card" data-observation={observation || undefined}>
      {!observation && <Chair look={review.child.chair} size={88} />}
      <div class="review-card__words">
        {order && (
          <p class="review-card__order">
            {order === 'first'
              ? t('First: what you think')
              : t('Then: what you see {child} do', { child })}
          </p>
        )}
        <Heading>{title}</Heading>
        {observation ? (
          <p>{t('{child} may not have the words yet. Write down what you see.', { child })}</p>
        ) : (
          <Meetings review={review} />
        )}
        <p class="review-card__state">{say}</p>
        {action && (
          <LinkButton to={to} kind={main ? 'main' : 'plain'}>
            {action} <span class="visually-hidden">{title}</span>
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function stateOf(
  review: MyReview,
  draft: Draft,
  shared: Contribution | null,
): { say: string; action: string | null; main: boolean } {
  const hasWords = Object.values(draft.content.answers).some(answer => !isEmpty(answer));
  if (draft.state === 'waiting_to_send') {
    return {
      say: draft.delayed
        ? whereItIs(draft.state, true)
        : t('It will be sent when there is internet.'),
      action: t('Look at it'),
      main: false,
    };
  }
  if (draft.state === 'needs_attention') {
    return {
      say: t('It was not sent. Your words are safe.'),
      action: t('See what to do'),
      main: true,
    };
  }
  if (hasWords && review.can_share) {
    return { say: t('You have started. It is saved.'), action: t('Carry on'), main: true };
  }
  if (shared) {
    const day = formatDay(dayOf(shared.shared_at));
    return { say: t('You sent yours on {day}.', { day }), action: t('Read it'), main: false };
  }
  if (draft.state === 'shared') return { say: t('Sent.'), action: t('Read it'), main: false };
  if (review.ended_on) return { say: t('Thank you.'), action: null, main: false };
  if (!review.can_share) {
    const early = review.stage === 'planned';
    return {
      say: early
        ? t('You can write when the review comes nearer.')
        : t('This review takes no more views.'),
      action: null,
      main: false,
    };
  }
  return { say: t('About 5 minutes. Skip what is not for you.'), action: t('Start'), main: true };
}
