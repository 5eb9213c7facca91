/** One decision as it stands: who, by when, how far it has come, and what the team manager says. */
import { useState } from 'preact/hooks';
import { type Decision, outcomesApi } from '../api/outcomes';
import { useWork } from '../api/work';
import { Chip } from '../desk/Chip';
import { matterName } from '../desk/meeting_names';
import { Button, ProblemNotice } from '../ui';
import { formatDate, formatMoment, t, todayHere } from '../words';
import { DecisionForm } from './DecisionForm';
import { Follow } from './Follow';
import { lateness, progressName, stateName, whoAndWhen } from './names';
import type { PartProps } from './Outcomes';

type Props = PartProps & { decision: Decision };

export function DecisionCard({ decision, ...part }: Props) {
  const [changing, setChanging] = useState(false);
  const work = useWork();
  const { facts, again } = part;
  const isShared = decision.shared_at !== null;
  if (changing) {
    return <DecisionForm {...part} decision={decision} onDone={() => setChanging(false)} />;
  }
  return (
    <article class="outcomes__one" aria-label={decision.what}>
      <p class="message__head small">
        {isShared ? (
          <Chip>{stateName(decision.state)}</Chip>
        ) : (
          <Chip tone="soon">{t('Not shared yet')}</Chip>
        )}
        {decision.days_over !== null && <Chip tone="late">{lateness(decision.days_over)}</Chip>}
      </p>
      <p class="outcomes__what" dir="auto">
        {decision.what}
      </p>
      <p class="small">{whoAndWhen(decision.who, decision.who_words, decision.by_on)}</p>
      <AboutIt decision={decision} facts={facts} />
      <Manager decision={decision} />
      <ul role="list" class="outcomes__progress small">
        {decision.progress.map(each => (
          <li key={each.id}>
            {t('{name} {did}, {moment}.', {
              name: each.by.name,
              did: progressName(each.kind),
              moment: formatMoment(each.at),
            })}{' '}
            {each.words && <q dir="auto">{each.words}</q>}
          </li>
        ))}
      </ul>
      {isShared ? (
        <Follow decision={decision} {...part} />
      ) : (
        <div class="row">
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {t('Change')}
          </Button>
          <Button
            kind="quiet"
            busy={work.busy}
            onClick={() =>
              void work
                .run(() => outcomesApi.drop(facts.review_id, decision.id))
                .then(done => done && again())
            }
          >
            {t('Drop it')}
          </Button>
        </div>
      )}
      {work.problem && <ProblemNotice problem={work.problem} />}
    </article>
  );
}

/** Which wish it is for, and which matter it is about. */
function AboutIt({ decision, facts }: Pick<Props, 'decision' | 'facts'>) {
  const wishes = [...facts.last_time.wishes, ...facts.wishes];
  const wish = wishes.find(one => one.id === decision.wish_id);
  const asked = wish && (wish.words ?? wish.chosen.join(', '));
  if (!asked && !decision.topic) return null;
  return (
    <p class="soft small">
      {decision.topic && matterName(decision.topic)}
      {decision.topic && asked && ' · '}
      {asked && <q dir="auto">{asked}</q>}
    </p>
  );
}

function Manager({ decision: { manager, stands_on: stands } }: { decision: Decision }) {
  if (manager?.view === 'disagreed') {
    return (
      <p class="outcomes__reply small">
        {t('{name} (team manager) disagrees, so it does not stand.', { name: manager.who_words })}{' '}
        {manager.words && <q dir="auto">{manager.words}</q>}
      </p>
    );
  }
  if (!stands) return null;
  return (
    <p class="soft small">
      {manager
        ? t('{name} (team manager) agrees. It stands.', { name: manager.who_words })
        : stands < todayHere()
          ? t('It stands: the team manager had until {day} to disagree.', {
              day: formatDate(stands),
            })
          : t('The team manager may disagree until {day}; then it stands.', {
              day: formatDate(stands),
            })}
    </p>
  );
}
