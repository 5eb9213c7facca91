/** Giving on what was said, to one person at a time: nothing passes but what is chosen and looked at. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import {
  type MayPass,
  type Picked,
  type Recipients,
  type ReleaseStanding,
  releasesApi,
} from '../api/releases';
import type { Person } from '../api/summary';
import { type GivingTo, useGiving } from '../desk/giving/giving';
import { Preview } from '../desk/giving/Preview';
import { Recipients as RecipientList } from '../desk/giving/Recipients';
import { ReviewPage } from '../desk/ReviewPage';
import { ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { t } from '../words';
import { BeforeNow } from './BeforeNow';
import { Lines } from './Lines';
import { standingOf } from './words';
import '../desk/giving/giving.css';
import './release.css';

const MOST_WORDS = 10_000;

export function Release({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const loaded = useLoaded(() => releasesApi.recipients(reviewId), [reviewId]);
  const facts = loaded.value;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={facts?.child.person_id ?? null}
      here="share"
      facts={facts}
      title={t('Share with people')}
      tab={t('Share with people')}
      lead={t('Nothing that one person said passes to another unless you share it here.')}
    >
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && <Whole facts={facts} onDone={loaded.again} />}
    </ReviewPage>
  );
}

function Whole({ facts, onDone }: { facts: Recipients; onDone: () => void }) {
  const [to, setTo] = useState(facts.people[0]?.person_id ?? '');
  const person = facts.people.find(one => one.person_id === to);
  const { review_id: id } = facts;
  const givingTo = useGiving<Picked>({
    first: () => [],
    isOffered: () => true,
    preview: (to, { pieces, words }) => releasesApi.preview(id, to, { lines: pieces, words }),
    give: (releaseId, { pieces, words }, confirmed) =>
      releasesApi.release(id, releaseId, { lines: pieces, words, ...confirmed }),
    onDone,
  });
  const giving = givingTo(to);
  return (
    <div class="giving">
      <RecipientList
        label={t('Whom to share with')}
        people={facts.people}
        to={to}
        standing={personId => newest(facts.releases, personId)}
        onChoose={setTo}
      />
      {person && (
        <>
          <Choosing key={to} facts={facts} person={person} giving={giving} />
          <Preview
            name={person.name}
            giving={giving}
            giveIt={t('Share with {name}', { name: person.name })}
          />
        </>
      )}
    </div>
  );
}

function newest(releases: ReleaseStanding[], personId: string): string {
  const theirs = releases.find(one => one.person_id === personId && one.state !== 'taken_back');
  return theirs ? standingOf(theirs) : t('Nothing shared yet');
}

type ChoosingProps = { facts: Recipients; person: Person; giving: GivingTo<Picked> };

function Choosing({ facts, person, giving }: ChoosingProps) {
  const id = person.person_id;
  const loaded = useLoaded(() => releasesApi.mayPass(facts.review_id, id), [facts.review_id, id]);
  return (
    <section class="giving__choose" aria-labelledby="choose">
      <h2 id="choose">{t('What may pass to {name}', { name: person.name })}</h2>
      {loaded.state === 'loading' && <Skeleton lines={4} />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.value && <Chooser facts={facts} may={loaded.value} giving={giving} />}
    </section>
  );
}

type ChooserProps = { facts: Recipients; may: MayPass; giving: GivingTo<Picked> };

function Chooser({ facts, may, giving }: ChooserProps) {
  const { person_id: id, name } = may.person;
  const { chosen, change } = giving;
  return (
    <>
      <TextArea
        label={t('Your own words to {name}', { name })}
        value={chosen.words}
        most={MOST_WORDS}
        onInput={words => change({ words })}
      />
      <Lines lines={may.lines} picks={chosen.pieces} onChange={pieces => change({ pieces })} />
      <BeforeNow
        reviewId={facts.review_id}
        given={may.given}
        releases={facts.releases.filter(one => one.person_id === id)}
      />
    </>
  );
}
