/** The child's first screen: my review, what I can do now, who is around me, what happens next. */
import { api, type Contribution, type MyReview } from '../api';
import { lastShared, useKept } from '../drafts';
import { Chair, chairInWords, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { t, todayHere } from '../words';
import { Circle } from './Circle';
import { MyOfficer } from './MyOfficer';
import { MyPlaces } from './MyPlaces';
import { theReview } from './my_turn';
import { NextReview } from './NextReview';
import { NoReview } from './NoReview';
import { SayWhatIThinkCard } from './SayWhatIThinkCard';
import { WhatHappensNext } from './WhatHappensNext';
import { inOneSentence } from './when';
import './ChildHome.css';

const NOTHING: { contributions: Contribution[] } = { contributions: [] };

export function ChildHome({ me }: ScreenProps) {
  const mine = useKept('my_reviews', () => api.myReviews());
  const said = useKept('my_contributions', () => api.myContributions());
  const today = todayHere();
  const review = mine.value ? theReview(mine.value.reviews) : undefined;
  const shared = review ? lastShared(review, (said.value ?? NOTHING).contributions) : null;
  return (
    <Page
      title={t('Hello {name}', { name: me.called })}
      lead={mine.value ? inOneSentence(review, today) : null}
      width="wide"
      actions={<MyChairHere look={me.chair} />}
    >
      {mine.keptAt && (
        <p class="child-home__kept" role="status">
          {t('No internet just now. This is what we knew last.')}
        </p>
      )}
      {mine.state === 'loading' && <Skeleton lines={3} tall />}
      {mine.state === 'problem' && <ProblemNotice problem={mine.problem} onRetry={mine.again} />}
      {mine.state === 'ready' && !review && (
        <NoReview
          said={(said.value ?? NOTHING).contributions}
          ended={mine.value.reviews.some(one => one.child.is_me && one.ended_on)}
        />
      )}
      {review && (
        <div class="child-home">
          <div class="child-home__now">
            <NextReview review={review} today={today} word={me.council.review_word} />
            <SayWhatIThinkCard review={review} shared={shared} knows={said.state !== 'loading'} />
            <WhatHappensNext review={review} shared={shared} />
          </div>
          <div class="child-home__people">
            <Circle review={review} me={me} />
            <MyOfficer review={review} />
            <MyPlaces me={me} />
          </div>
        </div>
      )}
      {mine.state !== 'loading' && !review && <MyPlaces me={me} />}
    </Page>
  );
}

function MyChairHere({ look }: { look: MyReview['child']['chair'] }) {
  return (
    <a class="child-home__chair" href="/my-chair">
      <Chair look={look} size={84} />
      <span class="visually-hidden">
        {look ? t('My chair: {chair}', { chair: chairInWords(look) }) : t('Choose my chair')}
      </span>
    </a>
  );
}
