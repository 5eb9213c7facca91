/** Messages on their way: each keeps its words until the server has them, through a lost signal and a reload. */
import { effect, signal } from '@preact/signals';
import { asProblem, type Problem } from '../api';
import { inboxApi, type OfficerMessage } from '../api/inbox';
import { device } from '../drafts/device';
import { session } from '../ui';

export type Parcel = {
  id: string;
  /** Whose words they are: nobody else at this desk sees or sends them. */
  from: string;
  childId: string;
  personId: string;
  words: string;
  language: string;
  reason: string | null;
  writtenAt: number;
};
export type Waiting = Parcel & { problem: Problem | null; going: boolean };

/** Sealed among what was never sent: signing out keeps it for whoever wrote it. */
const SHELF = 'sending';
const KEPT = 'replies';
type Kept = { parcels: Parcel[] };
const RETRY_MS = [5_000, 15_000, 60_000];

export const waiting = signal<Waiting[]>([]);
/** The last that the server took. */
export const arrived = signal<OfficerMessage | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
let owner: string | null = null;
effect(() => {
  const id = session.value.me?.id ?? null;
  if (owner !== null && id !== owner) waiting.value = [];
  owner = id;
});
addEventListener('online', () => void sendAll());

/** Takes up what an earlier visit of this person could not send. */
export async function takeUp(me: string): Promise<void> {
  const before = (await device.get<Kept>(SHELF, KEPT).catch(() => null))?.parcels ?? [];
  const here = new Set(waiting.value.map(one => one.id));
  const mine = before.filter(one => one.from === me && !here.has(one.id));
  waiting.value = [
    ...mine.map(parcel => ({ ...parcel, problem: null, going: false })),
    ...waiting.value.filter(one => one.from === me),
  ];
  if (mine.length > 0) await sendAll();
}

export async function send(parcel: Parcel): Promise<void> {
  waiting.value = [...waiting.value, { ...parcel, problem: null, going: false }];
  keep();
  await sendAll();
}

/** The same words once more, with the reason why they may go out. */
export async function sendAllTheSame(id: string, reason: string): Promise<void> {
  change(id, { reason, problem: null });
  keep();
  await sendAll();
}

/** Out of the way of those behind it: its words go back to whoever wrote them. */
export function takeOut(id: string): Waiting | null {
  const found = waiting.value.find(one => one.id === id) ?? null;
  waiting.value = waiting.value.filter(one => one.id !== id);
  keep();
  return found;
}

let round: Promise<void> | null = null;
let another = false;

/** One after the other in each conversation; what was refused holds up those behind it. */
export function sendAll(): Promise<void> {
  another = round !== null;
  round ??= sendEach().finally(() => {
    round = null;
    if (another) void sendAll();
  });
  return round;
}

async function sendEach(): Promise<void> {
  clearTimeout(timer);
  const held = new Set<string>();
  for (const { id } of waiting.value) {
    const parcel = waiting.value.find(one => one.id === id);
    if (!parcel) continue;
    const place = `${parcel.childId} ${parcel.personId}`;
    const refused = parcel.problem && !parcel.problem.passes;
    if (held.has(place) || refused || !(await deliver(parcel))) held.add(place);
  }
  if (!waiting.value.some(one => one.problem?.passes)) tries = 0;
  else timer = setTimeout(() => void sendAll(), RETRY_MS[Math.min(tries++, 2)]);
}

async function deliver(parcel: Waiting): Promise<boolean> {
  const { id, childId, personId, words, language, reason, writtenAt } = parcel;
  change(id, { going: true, problem: null });
  try {
    const waited = Math.max(0, Math.round((Date.now() - writtenAt) / 1000));
    const message = { words, language, reason, waited_seconds: waited };
    const there = await inboxApi.send(childId, personId, id, message);
    waiting.value = waiting.value.filter(one => one.id !== id);
    keep();
    arrived.value = there;
    return true;
  } catch (error) {
    change(id, { going: false, problem: asProblem(error) });
    return false;
  }
}

function change(id: string, part: Partial<Waiting>): void {
  waiting.value = waiting.value.map(one => (one.id === id ? { ...one, ...part } : one));
}

function keep(): void {
  const parcels = waiting.value.map(({ problem: _, going: __, ...parcel }) => parcel);
  const value: Kept = { parcels };
  device.put(SHELF, KEPT, value, { unsent: parcels.length > 0 }).catch(() => {});
}
