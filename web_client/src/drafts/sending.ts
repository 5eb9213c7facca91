/** What this person wrote to their officer and asked for, on its way. Fetched after the first page. */
import { type AskedFor, asking, type OwnRequest, type UnsafeReport } from '../api/asking';
import { decided, type OwnReply, type Remark, type ReplyKind } from '../api/decided';
import {
  type Door,
  type LiveEvent,
  live,
  type MeetingFace,
  partDoor,
  type Snapshot,
} from '../api/live';
import { type OwnMessage, type Start, talk } from '../api/talk';
import { device } from './device';
import { drafts } from './drafts';
import type { Lane, Parcel, Waiting } from './parcel';
import { Queue } from './queue';

export type WrittenMessage = {
  kind: 'message';
  child_id: string;
  words: string;
  start: Start | null;
  language: string;
  tell_social_worker: boolean;
};
export type Asked = { kind: 'request'; asked_for: AskedFor; words: string | null };
export type NotSafe = { kind: 'not_safe'; words: string | null };
export type Replied = {
  kind: 'reply';
  answer_id: string;
  reply: ReplyKind;
  words: string | null;
};
/** What somebody does in a meeting: without internet it waits here, and the meeting catches up. */
export type InMeeting = {
  kind: 'in_meeting';
  review_id: string;
  part_id: string;
  event: LiveEvent;
  words: null;
};
/** How the meeting was, once it is over. */
export type Rating = {
  kind: 'rating';
  review_id: string;
  face: MeetingFace | null;
  words: string | null;
  change: string | null;
  /** Whether my IRO reads it, and it goes in the record. */
  told: boolean;
};
export type Remarked = {
  kind: 'remark';
  review_id: string;
  paragraph: string | null;
  words: string;
};
export type Errand = WrittenMessage | Asked | NotSafe | Replied | InMeeting | Rating | Remarked;
export type Answer =
  | OwnMessage
  | OwnRequest
  | UnsafeReport
  | OwnReply
  | Snapshot
  | Remark
  | undefined;
export type Going = Waiting<Errand>;
export type { Lane };

/** Each is carried in its own time: whoever is not safe does not wait behind two hundred messages. */
export const LANES = {
  talk: (childId: string) => `talk/${childId}`,
  asking: 'asking',
  notSafe: 'not_safe',
  replies: 'replies',
  rating: 'rating',
  meeting: (reviewId: string, partId: string) => `meeting/${reviewId}/${partId}`,
  letter: (reviewId: string) => `letter/${reviewId}`,
};

const server = {
  carry({ id, what }: Parcel<Errand>, waited: number, { keepalive = false } = {}): Promise<Answer> {
    if (what.kind === 'request') return asking.request(id, what.asked_for, what.words, keepalive);
    if (what.kind === 'not_safe') return asking.notSafe(id, what.words, waited, keepalive);
    if (what.kind === 'reply') {
      const { answer_id, reply, words } = what;
      return decided.reply(answer_id, id, { reply, words }, keepalive);
    }
    if (what.kind === 'in_meeting') return doorOf(what).say([what.event], keepalive);
    if (what.kind === 'rating') {
      const { face, words, change, told } = what;
      return live.howItWas(what.review_id, { face, words, change, told }, keepalive);
    }
    if (what.kind === 'remark') {
      const { review_id, paragraph, words } = what;
      return decided.remark(review_id, id, { paragraph, words }, keepalive);
    }
    const { words, start, language, tell_social_worker } = what;
    const body = { words, start, language, tell_social_worker, waited_seconds: waited };
    return talk.write(what.child_id, id, body, keepalive);
  },
  undo({ id, what }: Parcel<Errand>): Promise<Answer> {
    // What was done in a meeting stays done: it is only not said again.
    if (what.kind === 'in_meeting') return doorOf(what).now();
    if (what.kind === 'rating') return Promise.resolve(undefined);
    return what.kind === 'request' ? asking.takeBack(id) : talk.takeBack(id);
  },
};

function doorOf({ review_id, part_id }: InMeeting): Door {
  return partDoor(review_id, part_id);
}

export const sending = new Queue<Errand, Answer>(server, device);
drafts.join(sending);

type Half = { half: string };

/** Words that were begun in a lane and not sent: on this device alone. */
export const halfWritten = {
  async read(lane: string): Promise<string> {
    const found = await device.get<Half>('sending', half(lane)).catch(() => null);
    return found?.half ?? '';
  },
  /** True when the device has them. */
  async keep(lane: string, words: string): Promise<boolean> {
    const kept =
      words === ''
        ? device.remove('sending', half(lane))
        : device.put('sending', half(lane), { half: words }, { unsent: true });
    return kept.then(
      () => true,
      () => false,
    );
  },
};

function half(lane: string): string {
  return `half/${lane}`;
}
