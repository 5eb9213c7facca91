/** Talk to my IRO: one conversation, mine and theirs, with who reads it said before the box. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api, asProblem, type Me, type Problem } from '../api';
import type { Who } from '../api/talk';
import { useKept } from '../drafts';
import { LANES } from '../drafts/sending';
import { Button, Chair, Page, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { chairFor } from '../ui/chair_for';
import { t } from '../words';
import { dayName } from '../words/moments';
import { adultVoice } from './adult_voice';
import { Bubble } from './Bubble';
import { childVoice } from './child_voice';
import { byDay } from './conversation';
import { HalfWayCard } from './HalfWayCard';
import { MessageActions } from './MessageActions';
import { ShowWords } from './ShowWords';
import { type Talk as Conversation, useConversation } from './use_conversation';
import { type HalfWritten, useHalfWritten } from './use_half_written';
import type { Voice } from './voice';
import { WaitingBubble } from './WaitingBubble';
import { WhoReads } from './WhoReads';
import { Write } from './Write';
import './talk.css';

/** Nobody finds here what is not theirs: then there is no box either. */
const NOT_HERE = [403, 404];

export function Talk({ me, params }: ScreenProps) {
  const isChild = me.job === 'child';
  const childId = params.childId ?? me.id;
  const conversation = useConversation(childId);
  const half = useHalfWritten(LANES.talk(childId));
  const child = useCalled(childId, isChild);
  const voice = useMemo(() => (isChild ? childVoice : adultVoice(child)), [isChild, child]);
  const { whoReads, problem } = conversation;
  const officer = whoReads?.officer ?? null;
  const name = officer?.called ?? null;
  const notHere = problem !== null && NOT_HERE.includes(problem.status);
  return (
    <Page
      title={voice.title(officer)}
      lead={voice.lead(officer)}
      back={{ to: '/', label: t('Start') }}
      actions={isChild && <TheirChair officer={officer} />}
    >
      {problem && !(problem.passes && conversation.known) && (
        <ProblemNotice problem={problem} onRetry={() => void conversation.look()} />
      )}
      {!notHere && (
        <>
          {isChild && <HalfWayCard childId={childId} name={name} />}
          <Messages {...{ me, conversation, voice, half, isChild, name }} />
          <section class="talk__write" aria-labelledby="write">
            <h2 id="write">{t('Write a message')}</h2>
            <WhoReads facts={whoReads} voice={voice} isChild={isChild} />
            <Write {...{ childId, isChild, name, voice, half }} />
            {isChild && (
              <a class="talk__ask" href="/ask">
                {t('Ask for a visit, a review sooner, or an advocate')}
              </a>
            )}
          </section>
        </>
      )}
    </Page>
  );
}

function TheirChair({ officer }: { officer: Who | null }) {
  return <Chair look={officer ? (officer.chair ?? chairFor(officer.id)) : null} size={84} />;
}

type ListProps = {
  me: Me;
  conversation: Conversation;
  voice: Voice;
  half: HalfWritten;
  isChild: boolean;
  name: string | null;
};

function Messages({ me, conversation, voice, half, isChild, name }: ListProps) {
  const { messages, waiting, known, problem, answered } = conversation;
  const end = useRef<HTMLDivElement>(null);
  const count = messages.length + waiting.length;
  // The newest is what one comes for, and what was just sent is seen to stand there.
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView?.({ block: 'nearest' });
  }, [count > 0, waiting.length]);
  return (
    <section class="talk" aria-label={t('Messages')}>
      {!known && !problem && <Skeleton lines={3} />}
      <Older conversation={conversation} />
      {messages.some(message => message.hidden) && <ShowWords show={conversation.show} />}
      {known && count === 0 && <p class="talk__none">{voice.nothingYet(name)}</p>}
      {byDay(messages).map(({ on, messages: those }) => (
        <div key={on} class="talk__day">
          <h2>{dayName(on)}</h2>
          <ol role="list">
            {those.map(message => (
              <Bubble key={message.id} message={message} voice={voice}>
                <MessageActions
                  message={message}
                  isChild={isChild}
                  onChanged={conversation.changed}
                  onStale={() => void conversation.look()}
                />
              </Bubble>
            ))}
          </ol>
        </div>
      ))}
      {waiting.length > 0 && (
        <ol role="list" class="talk__day" aria-label={t('On their way')}>
          {waiting.map(going => (
            <WaitingBubble
              key={going.id}
              me={me}
              going={going}
              onTakenBack={words => half.words === '' && half.write(words)}
            />
          ))}
        </ol>
      )}
      <div ref={end} class="talk__end" />
      <Status quiet>{answered && t('{name} has answered.', { name: answered })}</Status>
    </section>
  );
}

function Older({ conversation }: { conversation: Conversation }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!conversation.more) return null;
  async function older() {
    setBusy(true);
    setProblem(null);
    await conversation.older().catch(error => setProblem(asProblem(error)));
    setBusy(false);
  }
  return (
    <>
      <Button kind="quiet" wide busy={busy} onClick={() => void older()}>
        {t('Older messages')}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

/** What the child of this conversation is called, for those who write about one. */
function useCalled(childId: string, isChild: boolean): string {
  const lines = useKept('conversations', () =>
    isChild ? Promise.resolve({ conversations: [] }) : api.myConversations(),
  );
  const line = lines.value?.conversations.find(one => one.child_id === childId);
  return line?.child_called ?? t('the child');
}
