/** The signed record, to one person at a time: what each would be told stands chosen, and is looked at first. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type DistributionFacts, distributionApi, type ToPerson } from '../api/distribution';
import { whoIs } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { Notice, ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { recordHeading } from '../ui/given/headings';
import { dayOf, formatDay, t } from '../words';
import { Archive } from './Archive';
import { Files } from './Files';
import { type Giving, useGiving } from './giving';
import { Look } from './Look';
import './distribution.css';

const MOST_WORDS = 10_000;

export function Distribution({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const loaded = useLoaded(() => distributionApi.facts(reviewId), [reviewId]);
  const facts = loaded.value;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={facts?.child.person_id ?? null}
      here="distribution"
      facts={facts}
      title={t('Give the record')}
      tab={t('Give the record')}
      lead={t('Each person gets their own view of it, and only what you choose here.')}
    >
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && <Whole facts={facts} onDone={loaded.again} />}
    </ReviewPage>
  );
}

function Whole({ facts, onDone }: { facts: DistributionFacts; onDone: () => void }) {
  const [chosen, setChosen] = useState(facts.people[0]?.person.person_id ?? '');
  const giving = useGiving(facts.review_id, onDone);
  const to = facts.people.find(one => one.person.person_id === chosen);
  if (!facts.is_signed) {
    return (
      <>
        <Notice tone="care">
          <p>{t('The record is not signed yet. Sign it, then give it to people.')}</p>
        </Notice>
        <Files reviewId={facts.review_id} />
      </>
    );
  }
  return (
    <>
      <div class="giving">
        <nav class="giving__people" aria-label={t('To whom')}>
          <ul role="list">
            {facts.people.map(one => (
              <li key={one.person.person_id}>
                <button
                  type="button"
                  aria-current={one.person.person_id === chosen ? 'true' : undefined}
                  onClick={() => setChosen(one.person.person_id)}
                >
                  <strong>{one.person.name}</strong>
                  <span class="soft small">{whoIs(one.person)}</span>
                  <span class="small">{standingFor(one)}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {to && <Pieces key={chosen} to={to} facts={facts} giving={giving} />}
        {to && <Look to={to} giving={giving} />}
      </div>
      <Files reviewId={facts.review_id} />
      <Archive reviewId={facts.review_id} />
    </>
  );
}

type PiecesProps = { to: ToPerson; facts: DistributionFacts; giving: Giving };

function Pieces({ to, facts, giving }: PiecesProps) {
  const { keys, words } = giving.chosen(to);
  const toggle = (key: string) =>
    giving.change(to, {
      keys: keys.includes(key) ? keys.filter(one => one !== key) : [...keys, key],
    });
  return (
    <section class="giving__pieces" aria-labelledby="pieces">
      <h2 id="pieces">{t('For {name}', { name: to.person.name })}</h2>
      {facts.is_split && (
        <p class="soft small">
          {t('This review is split: the people around the child get their own part alone.')}
        </p>
      )}
      {to.offers.length === 0 && (
        <p>{t('No part of the record may go to this person. You can still write to them.')}</p>
      )}
      {to.offers.map(offer => (
        <label key={offer.key} class="giving__piece">
          <input
            type="checkbox"
            checked={keys.includes(offer.key)}
            onChange={() => toggle(offer.key)}
          />
          <span class="giving__said">
            <span class="soft small">{recordHeading(offer.heading)}</span>
            <span dir="auto">{offer.words}</span>
            {(offer.who || offer.by_on) && (
              <span class="soft small">
                {[offer.who, offer.by_on && t('by {day}', { day: formatDay(offer.by_on) })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            )}
          </span>
        </label>
      ))}
      <TextArea
        label={t('Your own words to this person')}
        value={words}
        most={MOST_WORDS}
        rows={3}
        onInput={next => giving.change(to, { words: next })}
      />
    </section>
  );
}

/** The newest that was done for this person. */
function standingFor({ releases }: ToPerson): string {
  const newest = releases[0];
  if (!newest) return t('Not given yet');
  if (newest.state === 'waiting') return t('Waits for a second person');
  if (newest.state === 'released') {
    return t('Given on {day}', { day: formatDay(dayOf(newest.released_at ?? newest.made_at)) });
  }
  return t('Not given: sent back');
}
