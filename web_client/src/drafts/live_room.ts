/** A running meeting on this device: what it was told last, what waits to be said, and the line to the server. */
import { effect, type Signal, signal } from '@preact/signals';
import { asProblem, type Problem } from '../api';
import type { Door, LiveEvent, LiveState, Saying, Snapshot, Telling } from '../api/live';
import { kept } from './kept';
import type { Errand, InMeeting } from './sending';
import { LANES, sending } from './sending';

export type Line = 'joining' | 'here' | 'away';
export type Room = {
  /** Null until the server or this device has told of it. */
  told: Snapshot | null;
  /** Said here, and not answered yet; in the order in which it was said. */
  waiting: LiveEvent[];
  line: Line;
  /** Why this person is not let in, or what they said was not taken. */
  problem: Problem | null;
  refused: Problem | null;
};
export type Part = { reviewId: string; partId: string };

const AGAIN_MS = 1_000;
const AGAIN_AT_MOST_MS = 5_000;
/** Whoever has joined nothing is asked for a code; looking more often finds nothing. */
const UNTIL_LET_IN_MS = 3_600_000;

export class LiveRoom {
  readonly shown: Signal<Room> = signal({
    told: null,
    waiting: [],
    line: 'joining',
    problem: null,
    refused: null,
  });
  #door: Door;
  /** Null for guests: without an account nothing stays on their phone. */
  #part: Part | null;
  #ending = new AbortController();
  #listening = new AbortController();
  #stops: (() => void)[] = [];
  /** What the line that is open told last; null until it has told anything. */
  #heard: number | null = null;

  constructor(door: Door, part: Part | null) {
    this.#door = door;
    this.#part = part;
  }

  /** Starts to listen; it goes on until it is closed, through sleep, bad signal and restarts. */
  open(): void {
    if (this.#part) this.#watchLane(this.#part);
    const { signal: ended } = this.#ending;
    const again = () => this.#listening.abort();
    const visible = () => document.visibilityState === 'visible' && again();
    addEventListener('online', again, { signal: ended });
    addEventListener('offline', () => this.#gone(), { signal: ended });
    document.addEventListener('visibilitychange', visible, { signal: ended });
    void this.#keepUp();
  }

  close(): void {
    this.#ending.abort();
    this.#listening.abort();
    for (const stop of this.#stops) stop();
  }

  /** From here on it is not lost: it lies sealed on this device until the server has answered. */
  async say(saying: Saying, id: string = crypto.randomUUID()): Promise<void> {
    const event: LiveEvent = { ...saying, id, on: this.shown.peek().told?.number ?? 0 };
    if (this.#part) {
      const { reviewId, partId } = this.#part;
      const errand: InMeeting = {
        kind: 'in_meeting',
        review_id: reviewId,
        part_id: partId,
        event,
        words: null,
      };
      return sending.add(LANES.meeting(reviewId, partId), id, errand);
    }
    return this.#sayAsGuest(event);
  }

  /** What the server would not take is let go. */
  async letGo(): Promise<void> {
    if (!this.#part) return this.#show({ refused: null });
    const lane = LANES.meeting(this.#part.reviewId, this.#part.partId);
    const refused = sending.lane(lane).peek().waiting.filter(isRefused);
    await Promise.all(refused.map(one => sending.takeBack(lane, one.id)));
  }

  /** Let in by something else than looking: from now on it listens. */
  enter(told: Snapshot): void {
    this.#believe(told);
    this.#listening.abort();
  }

  /** An answer that a later telling has overtaken changes nothing. */
  take(told: Snapshot): void {
    const { told: known } = this.shown.peek();
    if (known && known.number > told.number) return;
    this.#believe(told);
  }

  /** This is how it stands, whatever was known: the number falls with what this person may know. */
  #believe(told: Snapshot): void {
    this.#show({ told, line: 'here', problem: null });
    if (this.#part) kept.keep(placeOf(this.#part), told);
  }

  async #sayAsGuest(event: LiveEvent): Promise<void> {
    this.#show({ waiting: [...this.shown.peek().waiting, event], refused: null });
    try {
      this.take(await this.#door.say([event]));
    } catch (error) {
      this.#show({ refused: asProblem(error) });
    }
    const waiting = this.shown.peek().waiting.filter(one => one.id !== event.id);
    this.#show({ waiting });
  }

  #watchLane(part: Part): void {
    const lane = sending.lane(LANES.meeting(part.reviewId, part.partId));
    const seen = new Set<string>();
    this.#stops.push(
      effect(() => {
        const { waiting, sent } = lane.value;
        for (const { id, answer } of sent) {
          if (!seen.has(id)) this.take(answer as Snapshot);
          seen.add(id);
        }
        const refused = waiting.find(isRefused)?.problem ?? null;
        const mine = waiting.filter(one => !isRefused(one));
        this.#show({ waiting: mine.map(one => (one.what as InMeeting).event), refused });
      }),
    );
    void kept.read<Snapshot>(placeOf(part)).then(told => {
      if (told && !this.shown.peek().told) this.#show({ told });
    });
  }

  async #keepUp(): Promise<void> {
    const { signal: ended } = this.#ending;
    for (let failed = 0; !ended.aborted; ) {
      this.#listening = new AbortController();
      try {
        this.#believe(await this.#door.now());
        failed = 0;
        await this.#listen();
      } catch (error) {
        if (ended.aborted) return;
        if (this.#listening.signal.aborted) continue;
        failed += 1;
        this.#lost(asProblem(error));
      }
      // Whoever is back from sleep looks at once; a line that broke is given a rest.
      const left = this.shown.peek().problem?.code === 'not_joined';
      const wait = left ? UNTIL_LET_IN_MS : Math.min(AGAIN_MS * 2 ** failed, AGAIN_AT_MOST_MS);
      await rest(wait, this.#listening.signal);
    }
  }

  /** One stream after the other, as long as each ends well. */
  async #listen(): Promise<void> {
    const { signal: aborted } = this.#listening;
    while (!aborted.aborted) {
      const known = this.shown.peek().told;
      this.#heard = null;
      await this.#door.listen(known?.number ?? null, told => this.#hear(told), aborted);
      await rest(AGAIN_MS, aborted);
    }
  }

  #hear({ number, state }: Telling): void {
    const { told } = this.shown.peek();
    if (!told) return;
    // One line tells in order, and begins with what is true: an answer may only be ahead of it.
    const isTruth = this.#heard === null || number < this.#heard;
    this.#heard = number;
    if (isTruth) this.#believe({ ...told, number, state });
    else this.take({ ...told, number, state });
    // With each beginning comes the plan as it stands then, which a telling is too small for.
    if (!isOpen(told.state) && isOpen(state)) {
      void this.#door.now().then(
        whole => this.take(whole),
        () => {},
      );
    }
  }

  /** A line that was just opened may outlast the signal for a moment; what it tells is no longer in step. */
  #gone(): void {
    this.#show({ line: 'away' });
    this.#listening.abort();
  }

  #lost(problem: Problem): void {
    const away =
      problem.code !== 'not_joined' && (problem.passes || problem.code === 'unreadable_answer');
    this.#show(away ? { line: 'away' } : { line: 'away', problem });
  }

  #show(change: Partial<Room>): void {
    this.shown.value = { ...this.shown.peek(), ...change };
  }
}

function isRefused({ state }: { state: string; what: Errand }): boolean {
  return state === 'needs_attention';
}

function isOpen({ phase }: LiveState): boolean {
  return phase === 'running' || phase === 'paused';
}

function placeOf({ reviewId, partId }: Part): string {
  return `live/${reviewId}/${partId}`;
}

function rest(ms: number, until: AbortSignal): Promise<void> {
  return new Promise(done => {
    const timer = setTimeout(done, ms);
    until.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
    if (until.aborted) done();
  });
}
