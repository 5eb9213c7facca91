/** A meeting as the server keeps it: what is said changes it once, and everybody who listens is told. */
import type { LiveEvent, LivePlan, LiveState, Role, Snapshot } from '@client/api/live';
import { after, notBegun } from '@client/ui/live/state';
import { json, REVIEW, serve } from '../world';

export const PART = 'f1000000-0000-4000-8000-000000000001';
export const AT = `/api/reviews/${REVIEW}/parts/${PART}/live`;

type Facts = {
  role: Role;
  id: string;
  state?: Partial<LiveState>;
  plan?: Partial<LivePlan>;
  at?: string;
  more?: Parameters<typeof serve>[0];
};

/** `there.open` says whether an officer has opened it; `cut` takes the signal away. */
export function aMeeting({ role, id, state, plan, at = AT, more = {} }: Facts) {
  const there = {
    number: 1,
    state: { ...notBegun(), phase: 'running', ...state } as LiveState,
    said: [] as LiveEvent[],
    cut: false,
  };
  const listening = new Set<ReadableStreamDefaultController>();
  const snapshot = (): Snapshot => ({
    number: there.number,
    state: there.state,
    plan: { items: [], ground_rules: [], script: {}, ...plan },
    me: { role, id },
  });
  const tell = () => {
    const { number, state: told } = there;
    const line = `id: ${number}\ndata: ${JSON.stringify({ number, state: told })}\n\n`;
    for (const one of listening) one.enqueue(new TextEncoder().encode(line));
  };
  const reached =
    (answer: (until?: AbortSignal | null) => unknown) =>
    (_: unknown, until?: AbortSignal | null) => {
      if (there.cut) throw new TypeError('No signal');
      return answer(until);
    };
  const sent = serve({
    [`GET ${at}`]: reached(snapshot),
    [`GET ${at}/stream`]: reached(until => {
      const body = new ReadableStream({
        start(one) {
          listening.add(one);
          until?.addEventListener('abort', () => {
            if (listening.delete(one)) one.error(until.reason);
          });
        },
      });
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
    }),
    [`POST ${at}/events`]: ({ body }: { body: unknown }) => {
      if (there.cut) throw new TypeError('No signal');
      const { events } = body as { events: LiveEvent[] };
      const fresh = events.filter(one => !there.said.some(known => known.id === one.id));
      for (const event of fresh) {
        there.said.push(event);
        there.number += 1;
        there.state = after(there.state, event, id);
      }
      tell();
      return json(snapshot());
    },
    'GET /api/me/device-key': { key: btoa('k'.repeat(32)) },
    ...more,
  });
  return {
    there,
    sent,
    snapshot,
    /** Somebody else did something. */
    changes(change: Partial<LiveState>) {
      there.number += 1;
      there.state = { ...there.state, ...change };
      tell();
    },
    /** @param outlasted The line that was open goes on telling, as it may for a moment. */
    cut(outlasted = false) {
      there.cut = true;
      for (const one of outlasted ? [] : listening) one.error(new TypeError('No signal'));
      if (!outlasted) listening.clear();
      dispatchEvent(new Event('offline'));
    },
    mend() {
      there.cut = false;
      dispatchEvent(new Event('online'));
    },
    kinds: () => there.said.map(event => event.kind),
  };
}
