/** One question on one screen: who will see it, the answer, and the way on. */
import { useEffect } from 'preact/hooks';
import { whereItIs } from '../drafts';
import {
  Button,
  LinkButton,
  Notice,
  navigate,
  openHelpNow,
  Page,
  Progress,
  Skeleton,
  Status,
} from '../ui';
import type { Question, Topic } from '../ui/question';
import {
  blankAnswer,
  type Listener,
  QuestionForm,
  type QuestionSet,
  ReadAloud,
  saysSomething,
} from '../ui/question';
import { t, tq } from '../words';
import { choicePicture } from './choice_pictures';
import { around, questionPath } from './journey';
import { TwoWords } from './TwoWords';
import { TopicPicture } from './topic_pictures';
import type { MyViews } from './use_my_views';
import { asksForHelp } from './worries';
import './QuestionScreen.css';

type Props = { views: MyViews; set: QuestionSet; questionKey: string };

export function QuestionScreen({ views, set, questionKey }: Props) {
  const here = around(set, questionKey);
  if (!here) return null;
  const { question, topic, before, after, index } = here;
  const { content, draft } = views;
  const answer = content.answers[question.key] ?? blankAnswer(question);
  const others = content.other_words?.[question.key] ?? [];
  const young = set.band === 'under_8';
  return (
    <Page
      title={tq(question.ask)}
      lead={tq(question.hint) ?? undefined}
      back={{ to: '/say', label: t('All topics') }}
      above={<WhereIAm question={question} topic={topic} index={index} young={young} />}
    >
      {draft.state === 'opening' ? (
        <Skeleton lines={3} tall />
      ) : others.length > 0 ? (
        <TwoWords
          key={question.key}
          question={question}
          mine={answer}
          others={others}
          onKeep={kept => views.choose(question.key, kept)}
        />
      ) : (
        <QuestionForm
          question={question}
          answer={answer}
          onAnswer={changed => views.answer(question.key, changed)}
          listeners={listenersOf(views)}
          helper={content.helper}
          language={content.language}
          young={young}
          picture={young ? choicePicture : undefined}
          askedAbove
        />
      )}
      {others.length === 0 && (
        <WayOn
          before={before}
          after={after}
          said={saysSomething(answer)}
          worried={asksForHelp(question.key, answer)}
          status={saysSomething(answer) ? whereItIs(draft.state, draft.delayed) : ''}
          onPass={() => views.pass(question.key)}
        />
      )}
    </Page>
  );
}

type WhereIAmProps = { question: Question; topic: Topic; index: number; young: boolean };

function WhereIAm({ question, topic, index, young }: WhereIAmProps) {
  return (
    <div class="question-screen__above" data-young={young || undefined}>
      <TopicPicture topic={topic.key} size={young ? 56 : 44} />
      <div>
        <p class="question-screen__topic">{tq(topic.title)}</p>
        {topic.questions.length > 1 && (
          <Progress
            steps={topic.questions.map((one, place) => ({
              key: one.key,
              say: tq(one.ask),
              state: place < index ? 'done' : place === index ? 'now' : 'later',
            }))}
          />
        )}
      </div>
      <ReadAloud text={aloud(question)} />
    </div>
  );
}

type WayOnProps = {
  before: Question | null;
  after: Question | null;
  said: boolean;
  worried: boolean;
  status: string;
  onPass: () => void;
};

function WayOn({ before, after, said, worried, status, onPass }: WayOnProps) {
  function next() {
    if (!said) onPass();
    navigate(after ? questionPath(after) : '/say');
  }
  return (
    <div class="way-on">
      {worried && <HelpIsThere />}
      <Status>{status}</Status>
      <div class="way-on__row">
        <LinkButton kind="plain" to={before ? questionPath(before) : '/say'}>
          {t('Back')}
        </LinkButton>
        <Button kind={said ? 'main' : 'plain'} onClick={next}>
          {!said ? t('Skip') : after ? t('Next') : t('Done')}
        </Button>
      </div>
    </div>
  );
}

/** Cadair is no crisis line and says so, in sight at the moment when it matters. */
function HelpIsThere() {
  // What was just chosen stays in sight above it.
  useEffect(() => {
    document.activeElement?.closest('label')?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <Notice tone="care" title={t('Thank you for telling us')} announced>
      <p>{t('This page may not be read today. If you need help now, you can get it now.')}</p>
      <Button onClick={openHelpNow}>{t('Help now')}</Button>
    </Notice>
  );
}

/** The people who can be left out: not the IRO, whose job it is to know, and not oneself. */
export function listenersOf({ review, me }: MyViews): Listener[] {
  return review.circle.filter(
    person =>
      person.id !== me.id &&
      person.id !== review.reviewing_officer?.id &&
      person.job !== 'reviewing_officer',
  );
}

function aloud(question: Question): string {
  const choices = (question.choices ?? []).map(choice => `${tq(choice.say)}.`);
  return [tq(question.ask), tq(question.hint), ...choices].filter(Boolean).join(' ');
}
