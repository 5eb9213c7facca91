/** Somebody else saved this plan meanwhile: both versions side by side, chosen part by part. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlannedReview, PlanPart } from '../api';
import { dayAndTime } from '../desk/due';
import { Button, Notice, ProblemNotice } from '../ui';
import { formatList, t, tn } from '../words';
import { type Choice, differing, merged, type PartPair } from './conflict';
import { partOf } from './draft';
import type { Planning } from './planning';

type Props = { planning: Planning; review: PlannedReview; theirs: PlannedReview };

export function Conflict({ planning, review, theirs }: Props) {
  const mine = planning.parts.map(partOf);
  const pairs = differing(mine, theirs.parts);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = pairs.every(pair => choices[pair.id]);
  return (
    <section class="conflict" aria-labelledby="conflict">
      <Notice tone="care">
        <h2 id="conflict" ref={heading} tabIndex={-1}>
          {t('Someone else changed this plan while you were writing')}
        </h2>
        <p>{t('Nothing is lost. Choose what should hold, then save.')}</p>
      </Notice>
      {pairs.map(pair => (
        <Pair
          key={pair.id}
          pair={pair}
          review={review}
          choice={choices[pair.id] ?? null}
          onChoose={choice => setChoices({ ...choices, [pair.id]: choice })}
        />
      ))}
      {pairs.length === 0 && <p>{t('You both wrote the same.')}</p>}
      {planning.problem && <ProblemNotice problem={planning.problem} />}
      <div class="row">
        <Button
          kind="main"
          busy={planning.saving}
          disabled={!chosen}
          onClick={() => void planning.saveInstead(merged(mine, theirs.parts, choices))}
        >
          {t('Save what I chose')}
        </Button>
        <Button kind="quiet" onClick={planning.dropMine}>
          {t('Keep theirs and drop mine')}
        </Button>
      </div>
    </section>
  );
}

type PairProps = {
  pair: PartPair;
  review: PlannedReview;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
};

function Pair({ pair, review, choice, onChoose }: PairProps) {
  const title = pair.theirs?.title || pair.mine?.title || t('The meeting');
  return (
    <fieldset class="conflict__pair">
      <legend>{title}</legend>
      <Side
        part={pair.mine}
        other={pair.theirs}
        label={t('Mine')}
        review={review}
        chosen={choice === 'mine'}
        name={pair.id}
        onChoose={() => onChoose('mine')}
      />
      <Side
        part={pair.theirs}
        other={pair.mine}
        label={t('Theirs, saved now')}
        review={review}
        chosen={choice === 'theirs'}
        name={pair.id}
        onChoose={() => onChoose('theirs')}
      />
    </fieldset>
  );
}

type SideProps = {
  part: PlanPart | null;
  other: PlanPart | null;
  label: string;
  review: PlannedReview;
  chosen: boolean;
  name: string;
  onChoose: () => void;
};

function Side({ part, other, label, review, chosen, name, onChoose }: SideProps) {
  const same = new Set(other ? partInWords(other, review) : []);
  return (
    <label class="conflict__side" data-chosen={chosen || undefined}>
      <span class="conflict__label">
        <input type="radio" name={name} checked={chosen} onChange={onChoose} />
        {label}
      </span>
      {part ? (
        <ul role="list">
          {partInWords(part, review).map(line => (
            <li key={line}>{same.has(line) ? line : <mark>{line}</mark>}</li>
          ))}
        </ul>
      ) : (
        <span class="soft">{t('This part is taken out.')}</span>
      )}
    </label>
  );
}

function partInWords(part: PlanPart, review: PlannedReview): string[] {
  const how = { in_person: t('In person'), video: t('By video'), phone: t('By phone') }[part.how];
  const namesOf = (ids: string[]) =>
    review.invitations.filter(one => ids.includes(one.person_id)).map(one => one.name);
  const names = namesOf(part.people);
  return [
    part.title ?? '',
    part.starts_at ? dayAndTime(part.starts_at) : t('No date yet'),
    part.minutes === null ? '' : tn('{n} minute', '{n} minutes', part.minutes),
    how,
    part.place ?? part.video_link ?? '',
    names.length > 0 ? formatList(names) : t('Nobody has a seat'),
    ...part.agenda,
    part.told_where.length > 0
      ? t('Is told where: {people}', { people: formatList(namesOf(part.told_where)) })
      : '',
  ].filter(Boolean);
}
