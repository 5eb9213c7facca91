/** Everything once more before it goes, grouped by who will see it. */

import type { Helper } from '../api';
import { whereItIs } from '../drafts';
import {
  audienceLine,
  Button,
  icons,
  LinkButton,
  managerMay,
  Notice,
  navigate,
  Page,
  ProblemNotice,
  Status,
  safetyException,
} from '../ui';
import { AnswerSaid, isTooLong, type QuestionSet } from '../ui/question';
import { formatList, t, tq } from '../words';
import { byAudience, everythingSaid, questionPath, type Said } from './journey';
import { listenersOf } from './QuestionScreen';
import { saidWhen } from './SharedCard';
import { TopicPicture } from './topic_pictures';
import { undecided } from './two_devices';
import { type MyViews, useOnline } from './use_my_views';
import './ShareScreen.css';

type Props = { views: MyViews; set: QuestionSet };

export function ShareScreen({ views, set }: Props) {
  const { content, draft, shared, unshared } = views;
  const said = everythingSaid(set, content.answers);
  const mustChoose = undecided(content).length > 0;
  const tooLong = said.filter(one => isTooLong(one.answer));
  if (said.length === 0) return <NothingYet />;
  return (
    <Page
      title={t('Look before you share')}
      lead={t('This is everything, and who will see it.')}
      back={{ to: '/say', label: t('All topics') }}
    >
      {draft.problem && <ProblemNotice problem={draft.problem} />}
      {byAudience(said).map(group => (
        <section key={group.audience} class="seen-by" aria-labelledby={`seen-by-${group.audience}`}>
          <h2 id={`seen-by-${group.audience}`} class="seen-by__who">
            {group.audience === 'only_my_iro' ? <icons.Lock /> : <icons.Eye />}
            <span>
              <span class="seen-by__label">{t('Who will see this:')}</span>{' '}
              {audienceLine(group.audience, 'child')}
            </span>
          </h2>
          <ul role="list" class="seen-by__answers">
            {group.said.map(one => (
              <OneSaid key={one.question.key} said={one} views={views} helper={content.helper} />
            ))}
          </ul>
        </section>
      ))}
      <p class="share__safety">
        {safetyException('child')} {managerMay('child')}
      </p>
      {shared && unshared && (
        <p>
          {t('This takes the place of what you shared on {day}.', {
            day: saidWhen(shared.shared_at),
          })}
        </p>
      )}
      {mustChoose ? (
        <ChooseFirst />
      ) : tooLong.length > 0 ? (
        <ShortenFirst said={tooLong} />
      ) : (
        <ShareNow views={views} />
      )}
    </Page>
  );
}

function OneSaid({
  said: { topic, question, answer },
  views,
  helper,
}: {
  said: Said;
  views: MyViews;
  helper: Helper | null;
}) {
  const names =
    answer.audience === 'everyone_at_my_review'
      ? listenersOf(views)
          .filter(person => answer.not_people.includes(person.id))
          .map(person => person.called ?? person.name)
      : [];
  return (
    <li class="one-said">
      <div class="one-said__head">
        <TopicPicture topic={topic.key} size={32} />
        <h3>{tq(question.ask)}</h3>
      </div>
      <AnswerSaid
        question={question}
        answer={answer}
        helper={helper}
        language={views.content.language}
      />
      {names.length > 0 && (
        <p class="one-said__not">
          <icons.Lock />
          {t('But not {people}', { people: formatList(names, 'disjunction') })}
        </p>
      )}
      <a class="one-said__change" href={questionPath(question)}>
        {t('Change')}
        <span class="visually-hidden">: {tq(question.ask)}</span>
      </a>
    </li>
  );
}

function ShareNow({ views }: { views: MyViews }) {
  const online = useOnline();
  const { draft, shared, unshared } = views;
  if (shared && !unshared) {
    return (
      <Notice tone="good" title={t('All of this is shared')}>
        <LinkButton to="/say">{t('All topics')}</LinkButton>
      </Notice>
    );
  }
  function share() {
    views.share();
    navigate('/say/thanks');
  }
  return (
    <div class="share__now">
      {!online && (
        <p>{t('No internet just now. Press Share. We will send it when you are back online.')}</p>
      )}
      <Button kind="main" wide onClick={share} busy={draft.state === 'opening'}>
        {t('Share')}
      </Button>
      <p class="soft small">{t('You can add, change or take it back before your review.')}</p>
      <Status>{draft.state === 'shared' ? '' : whereItIs(draft.state, draft.delayed)}</Status>
    </div>
  );
}

function ChooseFirst() {
  return (
    <Notice tone="care" title={t('You wrote on two devices')}>
      <p>{t('Please choose what to keep. Then you can share.')}</p>
      <LinkButton to="/say">{t('All topics')}</LinkButton>
    </Notice>
  );
}

function ShortenFirst({ said }: { said: Said[] }) {
  return (
    <Notice tone="care" title={t('Some of it is too long to send')}>
      <p>{t('Your words are safe here. Please make these shorter:')}</p>
      <ul>
        {said.map(({ question }) => (
          <li key={question.key}>
            <a href={questionPath(question)}>{tq(question.ask)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function NothingYet() {
  return (
    <Page title={t('Nothing to share yet')} back={{ to: '/say', label: t('All topics') }}>
      <p>{t('Say one thing, big or small. Then you can share it here.')}</p>
      <LinkButton kind="main" to="/say">
        {t('All topics')}
      </LinkButton>
    </Page>
  );
}
