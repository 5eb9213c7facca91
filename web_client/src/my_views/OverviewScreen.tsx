/** The start of saying what I think: the meeting first, then every topic in any order, then sharing. */
import { whereItIs } from '../drafts';
import { Card, icons, LinkButton, Notice, Page, ProblemNotice, Status } from '../ui';
import type { QuestionSet } from '../ui/question';
import { findQuestion } from '../ui/question';
import { formatDay, t, tn, tq } from '../words';
import { carryOn, everythingSaid, MEETING, questionPath, topicStates } from './journey';
import { SharedCard } from './SharedCard';
import { TopicCard } from './TopicCard';
import { TopicPicture } from './topic_pictures';
import { undecided } from './two_devices';
import type { MyViews } from './use_my_views';
import './OverviewScreen.css';

export type Props = { views: MyViews; set: QuestionSet };

export function OverviewScreen({ views, set }: Props) {
  const { content, draft, shared, unshared, passed, review } = views;
  const states = topicStates(set, content.answers, passed);
  const said = everythingSaid(set, content.answers).length;
  const waiting = draft.state === 'waiting_to_send';
  return (
    <Page title={t('Say what I think')} lead={forWhen(views)} back={{ to: '/', label: t('Home') }}>
      <WhereMyWordsAre views={views} said={said} />
      {draft.problem && <ProblemNotice problem={draft.problem} />}
      <TwoDevices views={views} set={set} />
      {shared && <SharedCard shared={shared} review={review} changed={unshared} />}
      {waiting ? (
        <Notice tone="care" title={t('Your words are waiting to go')}>
          <p>{whereItIs(draft.state, draft.delayed)}</p>
        </Notice>
      ) : (
        (!shared || unshared) && <StartHere views={views} set={set} />
      )}
      {!waiting && (
        <a class="overview__how" href="/say/how">
          {howLine(views)}
        </a>
      )}
      <section class="stack" aria-labelledby="topics">
        <div>
          <h2 id="topics">{said > 0 ? t('All topics') : t('Or start anywhere')}</h2>
          <p class="soft">{t('Pick what matters to you. Skip the rest.')}</p>
        </div>
        <ul role="list" class="overview__topics">
          {states.map(state => (
            <li key={state.topic.key}>
              <TopicCard state={state} />
            </li>
          ))}
        </ul>
      </section>
      {said > 0 && (!shared || unshared) && !waiting && (
        <Card tone="calm" title={t('Ready to share?')}>
          <p>
            {tn('You have said one thing.', 'You have said {n} things.', said)}{' '}
            {t('That is enough if it is enough for you.')}
          </p>
          <LinkButton kind="main" to="/say/share" wide>
            {t('Look at it, then share')}
          </LinkButton>
        </Card>
      )}
      {review.views_close_on && (
        <p class="soft small">
          {t('You can share until {day}.', { day: formatDay(review.views_close_on) })}
        </p>
      )}
    </Page>
  );
}

/** Over everything: whose these words are just now. */
function WhereMyWordsAre({ views, said }: { views: MyViews; said: number }) {
  const { draft, shared, unshared } = views;
  if (shared && !unshared) return null; // the card below says it
  return (
    <div class="overview__where">
      <icons.Lock />
      <Status>
        {said > 0 && draft.state !== 'opening'
          ? whereItIs(draft.state, draft.delayed)
          : t('Only you can see this until you press Share.')}
      </Status>
    </div>
  );
}

/** The one thing to press when you do not want to choose. */
function StartHere({ views, set }: Props) {
  const states = topicStates(set, views.content.answers, views.passed);
  const next = carryOn(states);
  if (!next) return null;
  const begun = states.some(one => one.state !== 'new');
  const isMeeting = next.topic.key === MEETING;
  return (
    <a class="start-here" href={questionPath(next.next)}>
      <TopicPicture topic={next.topic.key} size={76} />
      <span class="start-here__words">
        <span class="start-here__small">{begun ? t('Carry on with') : t('Start with')}</span>
        <span class="start-here__title">{tq(next.topic.title)}</span>
        {isMeeting && !begun && (
          <span class="start-here__more">{t('Who comes, where and when. You choose.')}</span>
        )}
      </span>
      <span class="start-here__go" aria-hidden="true">
        <svg viewBox="0 0 24 24" focusable="false">
          <path class="flips" d="M5 12h13M12.5 5.5 19 12l-6.5 6.5" />
        </svg>
      </span>
    </a>
  );
}

function TwoDevices({ views, set }: Props) {
  const open = undecided(views.content).flatMap(key => findQuestion(set, key)?.question ?? []);
  const [first] = open;
  if (!first) return null;
  return (
    <Notice tone="care" title={t('You wrote on two devices')}>
      <p>{t('We kept both. Please choose what to keep.')}</p>
      <LinkButton to={questionPath(first)}>{t('Look at both')}</LinkButton>
    </Notice>
  );
}

function forWhen({ review }: MyViews): string {
  const first = review.parts
    .map(part => part.starts_at)
    .filter(at => at !== null)
    .sort()[0];
  return first
    ? t('For your review on {day}', { day: formatDay(first) })
    : t('For your next review');
}

function howLine({ content }: MyViews): string {
  return content.helper?.name
    ? t('{name} is helping me', { name: content.helper.name })
    : t('Someone is helping me');
}
