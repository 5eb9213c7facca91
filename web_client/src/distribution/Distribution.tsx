/** The signed record, to one person at a time: what each would be told stands chosen, and is looked at first. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import {
  type DistributionFacts,
  distributionApi,
  type Offer,
  type ToPerson,
} from '../api/distribution';
import type { ReleaseStanding } from '../api/releases';
import { AdjournedNotice, useAdjourned } from '../desk/Adjourned';
import { type GivingTo, useGiving } from '../desk/giving/giving';
import { Preview } from '../desk/giving/Preview';
import { Recipients } from '../desk/giving/Recipients';
import { ReviewPage } from '../desk/ReviewPage';
import { Notice, ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { recordHeading } from '../ui/given/headings';
import { dayOf, formatDay, t } from '../words';
import { Archive } from './Archive';
import { Files } from './Files';
import '../desk/giving/giving.css';
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
  const adjourned = useAdjourned(facts.review_id);
  const of = (personId: string) => facts.people.find(one => one.person.person_id === personId);
  const { review_id: id } = facts;
  const givingTo = useGiving<string>({
    first: personId => (of(personId)?.offers ?? []).filter(one => one.is_default).map(keyOf),
    isOffered: (personId, key) => (of(personId)?.offers ?? []).some(one => one.key === key),
    preview: (personId, { pieces, words }) =>
      distributionApi.preview(id, personId, { keys: pieces, words }),
    give: (giftId, { pieces, words }, confirmed) =>
      distributionApi.give(id, giftId, { keys: pieces, words, ...confirmed }),
    onDone,
  });
  const to = of(chosen);
  const giving = givingTo(chosen);
  if (!facts.is_signed) {
    return (
      <>
        <AdjournedNotice adjourned={adjourned} />
        <Notice tone="care">
          <p>{t('The record is not signed yet. Sign it, then give it to people.')}</p>
        </Notice>
        <Files reviewId={id} />
      </>
    );
  }
  return (
    <>
      <div class="giving">
        <Recipients
          label={t('To whom')}
          people={facts.people.map(one => one.person)}
          to={chosen}
          standing={personId => standingFor(of(personId)?.releases ?? [])}
          onChoose={setChosen}
        />
        {to && (
          <>
            <Pieces key={chosen} to={to} isSplit={facts.is_split} giving={giving} />
            <Preview
              name={to.person.name}
              giving={giving}
              giveIt={t('Give it to {name}', { name: to.person.name })}
            />
          </>
        )}
      </div>
      <Files reviewId={id} />
      <Archive reviewId={id} />
    </>
  );
}

const keyOf = (offer: Offer) => offer.key;

type PiecesProps = { to: ToPerson; isSplit: boolean; giving: GivingTo<string> };

function Pieces({ to, isSplit, giving }: PiecesProps) {
  const { pieces, words } = giving.chosen;
  const toggle = (key: string) =>
    giving.change({
      pieces: pieces.includes(key) ? pieces.filter(one => one !== key) : [...pieces, key],
    });
  return (
    <section class="giving__choose" aria-labelledby="pieces">
      <h2 id="pieces">{t('For {name}', { name: to.person.name })}</h2>
      {isSplit && (
        <p class="soft small">
          {t('This review is split: the people around the child get their own part alone.')}
        </p>
      )}
      {to.offers.length === 0 && (
        <p>{t('No part of the record may go to this person. You can still write to them.')}</p>
      )}
      {to.offers.map(offer => (
        <Piece
          key={offer.key}
          offer={offer}
          picked={pieces.includes(offer.key)}
          onToggle={() => toggle(offer.key)}
        />
      ))}
      <TextArea
        label={t('Your own words to this person')}
        value={words}
        most={MOST_WORDS}
        rows={3}
        onInput={next => giving.change({ words: next })}
      />
    </section>
  );
}

type PieceProps = { offer: Offer; picked: boolean; onToggle: () => void };

function Piece({ offer, picked, onToggle }: PieceProps) {
  const when = offer.by_on && t('by {day}', { day: formatDay(offer.by_on) });
  return (
    <label class="pick pick__line" data-picked={picked || undefined}>
      <input type="checkbox" checked={picked} onChange={onToggle} />
      <span class="pick__said">
        <span class="pick__ask">{recordHeading(offer.heading)}</span>
        <span class="pick__words" dir="auto">
          {offer.words}
        </span>
        {(offer.who || when) && (
          <span class="pick__who">{[offer.who, when].filter(Boolean).join(' · ')}</span>
        )}
      </span>
    </label>
  );
}

/** The newest that was done for this person. */
function standingFor(releases: ReleaseStanding[]): string {
  const newest = releases[0];
  if (!newest) return t('Not given yet');
  if (newest.state === 'waiting') return t('Waits for a second person');
  if (newest.state === 'released') {
    return t('Given on {day}', { day: formatDay(dayOf(newest.released_at ?? newest.made_at)) });
  }
  return t('Not given: sent back');
}
