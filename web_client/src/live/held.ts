/** The meetings that I had, the first one first, so that their addresses need no ids. */
import { api } from '../api';
import { decided } from '../api/decided';
import { kept, useKept } from '../drafts';
import { device } from '../drafts/device';
import { standsAt } from '../ui/places';

const NAME = 'my_meetings';
/** Begun, and its day not yet settled by my officer. */
const ON = ['meeting', 'writing_up'];

async function meetings(): Promise<string[]> {
  const [{ reviews }, { certificates }] = await Promise.all([api.myReviews(), decided.letters()]);
  const held = certificates.map(one => one.review_id).reverse();
  const on = reviews.filter(one => one.child.is_me && ON.includes(one.stage)).map(one => one.id);
  return [...new Set([...held, ...on])];
}

export function useMeetings() {
  return useKept(NAME, meetings);
}

/** @param place As in the address; without one it is the last that I had. */
export function meetingAt(held: string[], place: string): string | undefined {
  return place ? standsAt(held, place) : held.at(-1);
}

/** It is the last one from now on, also without internet: kept at once, not when the page rests. */
export async function nowHeld(reviewId: string): Promise<void> {
  const before = (await kept.read<string[]>(NAME)) ?? [];
  const value = [...before.filter(one => one !== reviewId), reviewId];
  await device.put('kept', NAME, { value, at: new Date().toISOString() }).catch(() => {});
}
