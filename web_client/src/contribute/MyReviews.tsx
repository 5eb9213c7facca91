/** The first screen of a carer, parent or professional: the reviews they are asked to help with. */
import { api, type Contribution, type Me, type MyReview } from '../api';
import { lastShared, useDraft, useKept } from '../drafts';
import {
  Card,
  Chair,
  LinkCard,
  Notice,
  Page,
  ProblemNotice,
  type ScreenProps,
  Skeleton,
} from '../ui';
import { t } from '../words';
import { mayObserve, observationOf } from './observation';
import { ReviewCard } from './ReviewCard';
import './MyReviews.css';

export function MyReviews({ me }: ScreenProps) {
  const mine = useKept('my_reviews', () => api.myReviews());
  const said = useKept('my_contributions', () => api.myContributions());
  const reviews = mine.value?.reviews ?? [];
  const contributions = said.value?.contributions ?? [];
  return (
    <Page
      title={t('Hello {name}', { name: me.called })}
      lead={
        mine.state === 'loading' || reviews.length > 0
          ? t('You know things that others do not. They matter here.')
          : undefined
      }
    >
      {mine.keptAt && (
        <Notice tone="care" announced>
          <p>{t('There is no internet just now. You can still write.')}</p>
        </Notice>
      )}
      {mine.state === 'loading' && <Skeleton lines={2} tall />}
      {mine.state === 'problem' && <ProblemNotice problem={mine.problem} onRetry={mine.again} />}
      {mine.state === 'ready' && reviews.length === 0 && <NothingAsked />}
      {reviews.map(review => (
        <section
          key={review.id}
          class="my-reviews__one"
          aria-label={t('{child}’s review', { child: review.child.called })}
        >
          <OwnForm review={review} contributions={contributions} first={observes(review, me.job)} />
          <SharedLink review={review} />
          {observes(review, me.job) && <Observing review={review} contributions={contributions} />}
        </section>
      ))}
      <ToDoLink />
      <MessageLinks />
      {reviews.length > 0 && (
        <p class="soft small">
          {t(
            'What you write is yours. Nobody else who is asked can see it, or whether you answered.',
          )}
        </p>
      )}
    </Page>
  );
}

/** Whether this person writes down what they see, besides their own form. */
function observes(review: MyReview, job: Me['job']): boolean {
  return !review.ended_on && mayObserve(review, job);
}

type OneProps = { review: MyReview; contributions: Contribution[] };

function OwnForm({ review, contributions, first }: OneProps & { first: boolean }) {
  const draft = useDraft(review);
  return (
    <ReviewCard
      review={review}
      draft={draft}
      shared={lastShared(review, contributions)}
      to={`/add/${review.id}`}
      order={first ? 'first' : undefined}
    />
  );
}

/** Always there, so that it does not tell whether there is anything. */
function SharedLink({ review }: { review: MyReview }) {
  return (
    <a class="my-reviews__shared" href={`/shared/${review.id}`}>
      {t('Shared with you')}{' '}
      <span class="visually-hidden">{t('{child}’s review', { child: review.child.called })}</span>
    </a>
  );
}

/** What reviews decided that is theirs to do; always there, so that it tells nothing by itself. */
function ToDoLink() {
  return (
    <LinkCard to="/to-do" title={t('What I have to do')}>
      {t('What was decided at reviews, for you to do.')}
    </LinkCard>
  );
}

/** One for each child, also while no review is near or there is no officer just now. */
function MessageLinks() {
  const lines = useKept('conversations', () => api.myConversations()).value?.conversations ?? [];
  return (
    <>
      {lines.map(({ child_id, child_called: child, officer, unread }) => (
        <LinkCard
          key={child_id}
          to={`/talk/${child_id}`}
          title={
            officer
              ? t('Message {name} about {child}', { name: officer.called, child })
              : t('Message {child}’s IRO', { child })
          }
          mark={unread > 0 ? t('New') : null}
        >
          {t('For practical matters. The IRO reads it, or whoever stands in.')}
        </LinkCard>
      ))}
    </>
  );
}

function Observing({ review, contributions }: OneProps) {
  const observed = observationOf(review);
  const draft = useDraft(observed);
  return (
    <ReviewCard
      review={review}
      draft={draft}
      shared={lastShared(observed, contributions)}
      to={`/add/${review.id}/observation`}
      observation
      order="then"
    />
  );
}

function NothingAsked() {
  return (
    <Card tone="glow">
      <div class="row" aria-hidden="true">
        <Chair look={{ shape: 'armchair', colour: 'teal', pattern: 'plain' }} size={72} />
        <Chair look={{ shape: 'rocker', colour: 'marigold', pattern: 'waves' }} size={72} />
      </div>
      <h2>{t('Nothing to do just now')}</h2>
      <p>{t('When a review comes near and you are asked to help, it will be here.')}</p>
    </Card>
  );
}
