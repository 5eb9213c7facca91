/** A conversation put together from what the server told and what has just got there. Pure. */
import type { OwnMessage } from '../api/talk';
import { dayOf } from '../words';

/** Each message once, as the server told it last, in the order in which they got there. */
export function merged(known: OwnMessage[], found: OwnMessage[]): OwnMessage[] {
  const byId = new Map([...known, ...found].map(message => [message.id, message]));
  return [...byId.values()].sort(
    (one, other) =>
      moment(one) - moment(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

function moment({ received_at }: OwnMessage): number {
  return new Date(received_at).getTime();
}

export type Day = { on: string; messages: OwnMessage[] };

/** By the day on which they got there. */
export function byDay(messages: OwnMessage[]): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const on = dayOf(message.received_at);
    const last = days.at(-1);
    if (last?.on === on) last.messages.push(message);
    else days.push({ on, messages: [message] });
  }
  return days;
}

/** The last one that somebody else wrote. */
export function lastOfTheirs(messages: OwnMessage[]): OwnMessage | undefined {
  return messages.findLast(message => !message.from_me && message.taken_back_at === null);
}

const A_WHILE_MS = 5 * 60_000;

/** Whether it waited so long on the device that it is worth telling. */
export function waitedLong({ written_at, received_at }: OwnMessage): boolean {
  return new Date(received_at).getTime() - new Date(written_at).getTime() > A_WHILE_MS;
}
