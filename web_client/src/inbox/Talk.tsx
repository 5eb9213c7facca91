/** One conversation, word for word: with a child, or with somebody around the child, and my answer. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { type Talk as Facts, inboxApi } from '../api/inbox';
import { DeskPage } from '../desk/DeskPage';
import { jobName } from '../desk/names';
import { Button, LinkButton, Notice, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { useLookingAgain } from '../ui/looking_again';
import { t } from '../words';
import { Messages } from './Messages';
import { NoteToSelf } from './NoteToSelf';
import { OnTheWay } from './OnTheWay';
import { Reply } from './Reply';
import { unreadBy, waitingFor } from './reading';
import { arrived, takeUp } from './sending';
import './dialogue.css';

export function Talk({ me, params }: ScreenProps) {
  const childId = params.childId ?? '';
  const personId = params.personId ?? '';
  const loaded = useLoaded(() => inboxApi.talk(childId, personId), [childId, personId]);
  const talk = loaded.value;
  const came = arrived.value;
  useLookingAgain(loaded.again);
  useEffect(() => {
    void takeUp(me.id);
  }, [me.id]);
  useEffect(() => {
    if (came) loaded.again();
  }, [came, loaded.again]);
  return (
    <DeskPage
      title={talk?.with.name ?? t('Conversation')}
      tab={t('Conversation')}
      lead={talk ? lead(talk) : null}
      back={{ to: '/inbox', label: t('Inbox') }}
      places={[]}
      actions={talk && <LinkButton to="#reply">{t('Write')}</LinkButton>}
      width="wide"
    >
      {loaded.state === 'loading' && <Skeleton lines={5} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {talk && (
        <Whole key={`${childId} ${personId}`} talk={talk} me={me} onChanged={loaded.again} />
      )}
    </DeskPage>
  );
}

function lead({ child, with: other }: Facts): string {
  if (child.id === other.id) return t('Between reviews');
  return t('{what}, about {child}', { what: jobName(other.job), child: child.name });
}

type WholeProps = { talk: Facts; me: ScreenProps['me']; onChanged: () => void };

function Whole({ talk, me, onChanged }: WholeProps) {
  const [before, setBefore] = useState<Facts[]>([]);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState('');
  const told = useRef<HTMLParagraphElement>(null);
  const whole = together(talk, before);
  const isChild = talk.child.id === talk.with.id;
  const name = talk.with.called;
  const newest = unreadBy(me.id, whole.messages);
  const waits = waitingFor(whole);
  const oldest = whole.messages[0];

  async function attempt(work: () => Promise<void>) {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  /** The button that was pressed is about to go: whoever uses the keyboard stays here. */
  function tell(what: string) {
    setDone(what);
    told.current?.focus();
    onChanged();
  }

  return (
    <div class="dialogue">
      {talk.not_safe_to_reply && <NotSafeHere called={talk.child.called} />}
      <p>
        <a class="dialogue__about" href={`/children/${talk.child.id}`}>
          {t('About {name}', { name: talk.child.name })}
        </a>
      </p>
      {whole.more && oldest && (
        <div>
          <Button
            onClick={() =>
              void attempt(async () => {
                const page = await inboxApi.earlier(talk.child.id, talk.with.id, oldest.id);
                setBefore([page, ...before]);
              })
            }
          >
            {t('Show earlier messages')}
          </Button>
        </div>
      )}
      <Messages talk={whole} me={me.id} onChanged={onChanged} />
      {newest && (
        <div class="row">
          <Button
            onClick={() =>
              void attempt(async () => {
                await inboxApi.read(talk.child.id, talk.with.id, newest.id);
                tell(t('Read. {name} is told.', { name }));
              })
            }
          >
            {t('I have read this')}
          </Button>
          <span class="soft small">
            {t('{name} is told that you read it, and when.', { name })}
          </span>
        </div>
      )}
      {waits && (
        <div class="row">
          <Button
            kind="quiet"
            onClick={() =>
              void attempt(async () => {
                await inboxApi.rest(talk.child.id, talk.with.id, waits.id);
                tell(t('It no longer waits.'));
              })
            }
          >
            {t('No answer is needed')}
          </Button>
          <span class="soft small">
            {t('It no longer waits. {name} is told only that you read it.', { name })}
          </span>
        </div>
      )}
      <p ref={told} class="soft small" role="status" tabIndex={-1}>
        {done}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <OnTheWay
        childId={talk.child.id}
        personId={talk.with.id}
        onChange={back => setWords(words.trim() ? `${back}\n${words}` : back)}
      />
      <Reply
        talk={talk}
        me={me}
        isChild={isChild}
        words={words}
        onWords={setWords}
        readUpTo={newest?.id ?? null}
      />
      <NoteToSelf talk={talk} isChild={isChild} onKept={onChanged} />
    </div>
  );
}

/** What was fetched of earlier days stands before what is here now. */
function together(talk: Facts, before: Facts[]): Facts {
  const pages = [...before, talk];
  return {
    ...talk,
    more: pages[0]?.more ?? false,
    messages: pages.flatMap(page => page.messages),
    notes: unique(pages.flatMap(page => page.notes)),
  };
}

function unique<One extends { id: string }>(all: One[]): One[] {
  return [...new Map(all.map(one => [one.id, one])).values()];
}

function NotSafeHere({ called }: { called: string }) {
  return (
    <Notice tone="stop" title={t('It is not safe to reply to {name} here', { name: called })}>
      <p>{t('Somebody else may read the phone. Talk in person first.')}</p>
    </Notice>
  );
}
