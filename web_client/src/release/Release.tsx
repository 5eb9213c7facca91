/** Giving on what was said, to one person at a time: nothing passes but what is chosen and looked at. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type MayPass, type Recipients, type ReleaseStanding, releasesApi } from '../api/releases';
import type { Person } from '../api/summary';
import { whoIs } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { t } from '../words';
import { BeforeNow } from './BeforeNow';
import { Lines } from './Lines';
import { Preview } from './Preview';
import { useReleasing } from './picking';
import { standingOf } from './words';
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
  const releasing = useReleasing(facts.review_id, onDone);
  const person = facts.people.find(one => one.person_id === to);
  return (
    <div class="release">
      <People facts={facts} to={to} onChoose={setTo} />
      {person && (
        <>
          <Choosing key={to} facts={facts} person={person} releasing={releasing} />
          <Preview person={person} releasing={releasing} />
        </>
      )}
    </div>
  );
}

type PeopleProps = { facts: Recipients; to: string; onChoose: (id: string) => void };

function People({ facts, to, onChoose }: PeopleProps) {
  return (
    <nav class="release__people" aria-label={t('Whom to share with')}>
      <ul role="list">
        {facts.people.map(person => (
          <li key={person.person_id}>
            <button
              type="button"
              aria-current={person.person_id === to || undefined}
              onClick={() => onChoose(person.person_id)}
            >
              <span class="release__name">{person.name}</span>
              <span class="small">{whoIs(person)}</span>
              <span class="small">{newest(facts.releases, person.person_id)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function newest(releases: ReleaseStanding[], personId: string): string {
  const theirs = releases.find(one => one.person_id === personId && one.state !== 'taken_back');
  return theirs ? standingOf(theirs) : t('Nothing shared yet');
}

type ChoosingProps = {
  facts: Recipients;
  person: Person;
  releasing: ReturnType<typeof useReleasing>;
};

function Choosing({ facts, person, releasing }: ChoosingProps) {
  const id = person.person_id;
  const loaded = useLoaded(() => releasesApi.mayPass(facts.review_id, id), [facts.review_id, id]);
  return (
    <section class="release__choose" aria-labelledby="choose">
      <h2 id="choose">{t('What may pass to {name}', { name: person.name })}</h2>
      {loaded.state === 'loading' && <Skeleton lines={4} />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {loaded.value && <Chooser facts={facts} may={loaded.value} releasing={releasing} />}
    </section>
  );
}

type ChooserProps = {
  facts: Recipients;
  may: MayPass;
  releasing: ReturnType<typeof useReleasing>;
};

function Chooser({ facts, may, releasing }: ChooserProps) {
  const { person_id: id, name } = may.person;
  const chosen = releasing.chosen(id);
  return (
    <>
      <TextArea
        label={t('Your own words to {name}', { name })}
        value={chosen.words}
        most={MOST_WORDS}
        onInput={words => releasing.change(id, { words })}
      />
      <Lines
        lines={may.lines}
        chosen={chosen}
        onChange={picks => releasing.change(id, { picks })}
      />
      <BeforeNow
        reviewId={facts.review_id}
        given={may.given}
        releases={facts.releases.filter(one => one.person_id === id)}
      />
    </>
  );
}
