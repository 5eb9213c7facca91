/** A conversation on the screen: what was here last, what is new every twenty seconds, and what is older. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type Conversation, type OwnMessage, talk, type WhoReads } from '../api/talk';
import { kept } from '../drafts';
import { type Going, LANES, sending } from '../drafts/sending';
import { useLookingAgain } from '../ui/looking_again';
import { lastOfTheirs, merged } from './conversation';

export type Talk = {
  whoReads: WhoReads | null;
  messages: OwnMessage[];
  /** Written, and not there yet. */
  waiting: Going[];
  more: boolean;
  /** True once the server or the device has told what there is. */
  known: boolean;
  problem: Problem | null;
  /** Whoever has answered since this page was opened, to be said aloud. */
  answered: string | null;
  older: () => Promise<void>;
  look: () => Promise<void>;
  show: () => Promise<void>;
  /** The server told of one message anew. */
  changed: (message: OwnMessage) => void;
};

type Found = Pick<Conversation, 'who_reads' | 'messages' | 'more'>;

export function useConversation(childId: string): Talk {
  const lane = useMemo(() => sending.lane(LANES.talk(childId)), [childId]);
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [answered, setAnswered] = useState<string | null>(null);
  const fresh = useRef(false);
  const looking = useRef(false);

  function take(page: Conversation, from: 'now' | 'older' | 'kept') {
    setFound(known => {
      const messages = merged(known?.messages ?? [], page.messages);
      if (!known) return { ...page, messages };
      if (from === 'now') return { who_reads: page.who_reads, messages, more: known.more };
      return { ...known, messages, more: page.more };
    });
  }

  async function look() {
    if (looking.current) return;
    looking.current = true;
    try {
      const page = await talk.conversation(childId);
      kept.keep(keptAs(childId), keepable(page));
      if (fresh.current) take(page, 'now');
      else setFound({ ...page }); // what was kept may have been taken back since
      fresh.current = true;
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      looking.current = false;
    }
  }

  useEffect(() => {
    let here = true;
    void kept.read<Conversation>(keptAs(childId)).then(page => {
      if (here && page && !fresh.current) take(page, 'kept');
    });
    void look();
    return () => {
      here = false;
    };
  }, [childId]);
  useLookingAgain(() => void look());

  const { waiting, sent } = lane.value;
  const arrived = sent.map(one => one.answer as OwnMessage);
  const messages = merged(arrived, found?.messages ?? []);
  useReading(childId, messages, fresh.current, setAnswered);

  return {
    whoReads: found?.who_reads ?? null,
    messages,
    waiting,
    more: found?.more ?? false,
    known: found !== null,
    problem,
    answered,
    look,
    async older() {
      const [first] = messages;
      if (first) take(await talk.older(childId, first.id), 'older');
    },
    async show() {
      take(await talk.shown(childId), 'now');
    },
    changed(message) {
      setFound(known => known && { ...known, messages: merged(known.messages, [message]) });
    },
  };
}

/** Tells the server what was read, as soon as it is on the screen, and the person who has answered. */
function useReading(
  childId: string,
  messages: OwnMessage[],
  isFresh: boolean,
  say: (name: string) => void,
): void {
  const last = lastOfTheirs(messages);
  const read = useRef<string | null>(null);
  useEffect(() => {
    if (!last || !isFresh || read.current === last.id) return;
    if (document.visibilityState !== 'visible') return;
    if (read.current !== null) say(last.author.called);
    read.current = last.id;
    talk.haveRead(childId, last.id).then(
      () => kept.drop('conversations'), // what it said is new is not any more
      () => {
        read.current = null;
      },
    );
  });
}

function keptAs(childId: string): string {
  return `conversation/${childId}`;
}

/** Whoever leaves no trace on their phone has none of it kept here. */
function keepable(page: Conversation): Conversation {
  return page.messages.some(message => message.hidden)
    ? { ...page, messages: [], more: false }
    : page;
}
