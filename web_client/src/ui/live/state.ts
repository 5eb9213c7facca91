/** How a meeting stands on this screen: what the server told last, and what was said here since. Pure. */
import type { LiveEvent, LiveState } from '../../api/live';
import type { Level } from '../../api/meeting';
import { LEVEL_AT_FIRST } from '../meeting/plan';

/** Before anybody opened it, or where this device has never heard of it. */
export function notBegun(): LiveState {
  return {
    phase: 'waiting',
    item: null,
    now: null,
    level: LEVEL_AT_FIRST,
    led_by: 'officer',
    pause_minutes: null,
    word: null,
    hands: [],
    people: [],
    covered: [],
    read_back: [],
    not_ok: false,
    notes: [],
  };
}

/** With all that was said here and has no answer yet: the same events give the same screen. */
export function shownState(told: LiveState, waiting: LiveEvent[], me: string | null): LiveState {
  return waiting.reduce((state, event) => after(state, event, me), told);
}

/** @param me Whose hand it is. */
export function after(state: LiveState, event: LiveEvent, me: string | null = null): LiveState {
  if (isOver(state)) return state;
  switch (event.kind) {
    case 'resumed':
      return { ...state, phase: 'running', pause_minutes: null };
    case 'paused':
      return { ...state, phase: 'paused', pause_minutes: event.minutes };
    case 'item':
      // Also where nobody could be asked yet whether it has begun: my own screen goes on.
      return { ...state, item: event.item, phase: begun(state) };
    case 'level':
      return {
        ...state,
        level: event.level,
        led_by: tookOver(state) ?? usualLead(event.level),
      };
    case 'led_by':
      return { ...state, led_by: event.led_by };
    case 'word':
      return { ...state, word: state.word ?? { id: event.id, word: event.word } };
    case 'word_done':
      return { ...state, word: null };
    case 'hand':
      return me ? { ...state, hands: withOne(state.hands, me, event.up) } : state;
    case 'not_ok':
      return { ...state, not_ok: event.up };
    case 'note':
      return {
        ...state,
        notes: [
          ...state.notes.filter(one => one.item !== event.item),
          { item: event.item, words: event.words },
        ],
      };
    case 'covered':
      return { ...state, covered: withOne(state.covered, event.matter, event.up) };
    case 'read_back': {
      const { read_back: id, of, words } = event;
      const asked = { id, of, words, reply: null, reply_words: null };
      return { ...state, read_back: [...state.read_back.filter(one => one.id !== id), asked] };
    }
    case 'read_back_reply':
      return {
        ...state,
        read_back: state.read_back.map(one =>
          one.id === event.read_back
            ? { ...one, reply: event.reply, reply_words: event.words }
            : one,
        ),
      };
    case 'ended':
    case 'adjourned':
      return { ...state, phase: event.kind };
    case 'came':
      return { ...state, people: present(state, event.person ?? me, true) };
    case 'left':
      return { ...state, people: present(state, event.person ?? me, false) };
  }
}

function begun({ phase }: LiveState): LiveState['phase'] {
  return phase === 'waiting' ? 'running' : phase;
}

function present({ people }: LiveState, id: string | null, here: boolean): LiveState['people'] {
  return people.map(one => (one.id === id ? { ...one, here } : one));
}

function withOne(list: string[], one: string, up: boolean): string[] {
  const others = list.filter(other => other !== one);
  return up ? [...others, one] : others;
}

export function isOver({ phase }: Pick<LiveState, 'phase'>): boolean {
  return phase === 'ended' || phase === 'adjourned';
}

/** What is read back to the child now; one thing at a time, the oldest first. */
export function readingBack(state: LiveState) {
  return state.read_back.find(one => one.reply === null) ?? null;
}

/** One thing of the meeting in its order, as this person sees it. */
export type Step = {
  /** "welcome", "rules", "goodbye", or the id of something on the agenda. */
  key: string;
  title: string;
  /** "me" (the child), "officer", or the id of a person. */
  lead: string;
  minutes: number | null;
  /** What the child can say. */
  words: string | null;
};

/** Where we are; -1 while nothing was chosen, or what was chosen is not for this person. */
export function placeIn(steps: Step[], state: LiveState): number {
  return steps.findIndex(step => step.key === state.item);
}

/** Who leads at this level when nobody took over. */
export function usualLead(level: Level): 'child' | 'officer' {
  return level >= 3 ? 'child' : 'officer';
}

/** Who took over for now; null while it goes as planned. */
export function tookOver({ level, led_by }: LiveState): string | null {
  return led_by === usualLead(level) ? null : led_by;
}

/** "child", "officer" or the id of whoever leads this bit: who took over, else whom the plan names. */
export function speaker(step: Step | undefined, state: LiveState): string {
  const planned = step?.lead === 'me' ? 'child' : (step?.lead ?? 'officer');
  return tookOver(state) ?? planned;
}

/**
 * About how many minutes are still planned, in fives, from how much is still to come.  No clock is
 * asked: nobody is late, and a phone whose clock is wrong changes nothing.
 * @param whole How many minutes the meeting was planned for; null where nobody said, and so here.
 */
export function minutesToGo(steps: Step[], at: number, whole: number | null): number | null {
  if (whole === null) return null;
  const weight = (those: Step[]) => those.reduce((sum, { minutes }) => sum + (minutes ?? USUAL), 0);
  const left = (whole * weight(steps.slice(at))) / Math.max(1, weight(steps));
  return Math.max(5, Math.round(left / 5) * 5);
}

/** What a thing weighs that has no minutes of its own. */
const USUAL = 5;
