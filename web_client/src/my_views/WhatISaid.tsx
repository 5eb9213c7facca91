/** What I have shared, word for word: who read it, how to change it, how to take it back. */
import { type Contribution, type Me, type MyReview, useLoaded } from '../api';
import { answersOf, lastShared } from '../drafts';
import { LinkButton, Notice, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { AnswerSaid, loadQuestionSet, type QuestionSet } from '../ui/question';
import { t, tq } from '../words';
import { everythingSaid, type Said } from './journey';
import { ReadBy, saidWhen } from './SharedCard';
import { ShowWords } from './ShowWords';
import { TakeBack } from './TakeBack';
import { TopicPicture } from './topic_pictures';
import { reviewOf, useContributions, useReviews } from './use_my_views';
import { WhoSees } from './WhoSees';
import './WhatISaid.css';

export function WhatISaid({ me }: ScreenProps) {
  const reviews = useReviews();
  const shared = useContributions();
  const frame = { title: t('What I said'), back: { to: '/', label: t('Home') } };
  if (shared.state === 'problem') {
    return (
      <Page {...frame}>
        <ProblemNotice problem={shared.problem} onRetry={shared.again} />
      </Page>
    );
  }
  if (shared.state === 'loading' || reviews.state === 'loading') {
    return (
      <Page {...frame} lead={null}>
        <Skeleton lines={3} tall />
      </Page>
    );
  }
  const all = newestFirst(shared.value.contributions);
  const review = reviews.value ? reviewOf(reviews.value.reviews) : null;
  const now = review ? lastShared(review, all) : null;
  // What was replaced and then taken back with the rest is not told twice.
  const replaced = new Set(all.map(one => one.replaces));
  const earlier = all.filter(one => one !== now && !(one.withdrawn_at && replaced.has(one.id)));
  return (
    <Page
      {...frame}
      lead={now ? t('Shared on {day}', { day: saidWhen(now.shared_at) }) : undefined}
    >
      {shared.keptAt && (
        <Notice tone="care">{t('No internet. This is from your last visit.')}</Notice>
      )}
      {now && review && <Now me={me} review={review} shared={now} onDone={shared.again} />}
      {!now && (
        <p>
          {earlier.length > 0
            ? t('Nothing is shared just now.')
            : t('You have not shared anything yet.')}
        </p>
      )}
      {!now && review?.can_share && (
        <LinkButton kind="main" to="/say">
          {t('Say what I think')}
        </LinkButton>
      )}
      {earlier.length > 0 && <Earlier contributions={earlier} review={review} />}
    </Page>
  );
}

function Now({
  me,
  review,
  shared,
  onDone,
}: {
  me: Me;
  review: MyReview;
  shared: Contribution;
  onDone: () => void;
}) {
  return (
    <>
      <ReadBy shared={shared} review={review} />
      <a href="/seen">{t('Who has seen what I said')}</a>
      {review.can_share && (
        <div class="row">
          <LinkButton kind={shared.hidden ? 'plain' : 'main'} to="/say">
            {t('Add or change')}
          </LinkButton>
          <TakeBack review={review} shared={shared} onDone={onDone} />
        </div>
      )}
      {shared.hidden ? (
        <ShowWords />
      ) : (
        <Everything shared={shared} people={review.circle.filter(person => person.id !== me.id)} />
      )}
    </>
  );
}

function Everything({ shared, people }: { shared: Contribution; people: MyReview['circle'] }) {
  const set = useLoaded(
    () => loadQuestionSet(shared.form, shared.form_version),
    [shared.form, shared.form_version],
  );
  if (set.state === 'problem') return <ProblemNotice problem={set.problem} onRetry={set.again} />;
  if (set.state === 'loading') return <Skeleton lines={9} tall />;
  return (
    <div class="stack stack--loose">
      {byTopic(set.value, shared).map(group => (
        <section key={group[0]?.topic.key} class="said-topic">
          <h2>
            <TopicPicture topic={group[0]?.topic.key ?? ''} size={40} />
            {tq(group[0]?.topic.title)}
          </h2>
          {group.map(({ question, answer }) => (
            <div key={question.key} class="said-topic__one">
              <h3>{tq(question.ask)}</h3>
              <AnswerSaid
                question={question}
                answer={answer}
                helper={shared.helper}
                language={shared.language}
              />
              <WhoSees answer={answer} people={people} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Earlier({
  contributions,
  review,
}: {
  contributions: Contribution[];
  review: MyReview | null;
}) {
  return (
    <section class="stack">
      <h2>{t('Before that')}</h2>
      {contributions.map(one =>
        one.withdrawn_at ? (
          <p key={one.id} class="soft">
            {t('You took this back on {day}. Nobody can read it.', {
              day: saidWhen(one.withdrawn_at),
            })}
          </p>
        ) : (
          <details key={one.id} class="said-earlier">
            <summary>{t('Shared on {day}', { day: saidWhen(one.shared_at) })}</summary>
            <ReadBy shared={one} review={review} />
            {one.hidden ? <ShowWords /> : <Everything shared={one} people={[]} />}
          </details>
        ),
      )}
    </section>
  );
}

function byTopic(set: QuestionSet, shared: Contribution): Said[][] {
  const said = everythingSaid(set, answersOf(shared));
  return set.topics
    .map(topic => said.filter(one => one.topic === topic))
    .filter(group => group.length > 0);
}

function newestFirst(contributions: Contribution[]): Contribution[] {
  return [...contributions].sort((a, b) => b.shared_at.localeCompare(a.shared_at));
}
