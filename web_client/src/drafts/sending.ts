/** What this person wrote to their officer and asked for, on its way. Fetched after the first page. */
import { type AskedFor, asking, type OwnRequest, type UnsafeReport } from '../api/asking';
import { decided, type OwnReply, type ReplyKind } from '../api/decided';
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
export type Errand = WrittenMessage | Asked | NotSafe | Replied;
export type Answer = OwnMessage | OwnRequest | UnsafeReport | OwnReply;
export type Going = Waiting<Errand>;
export type { Lane };

/** Each is carried in its own time: whoever is not safe does not wait behind two hundred messages. */
export const LANES = {
  talk: (childId: string) => `talk/${childId}`,
  asking: 'asking',
  notSafe: 'not_safe',
  replies: 'replies',
};

const server = {
  carry({ id, what }: Parcel<Errand>, waited: number, { keepalive = false } = {}): Promise<Answer> {
    if (what.kind === 'request') return asking.request(id, what.asked_for, what.words, keepalive);
    if (what.kind === 'not_safe') return asking.notSafe(id, what.words, waited, keepalive);
    if (what.kind === 'reply') {
      const { answer_id, reply, words } = what;
      return decided.reply(answer_id, id, { reply, words }, keepalive);
    }
    const { words, start, language, tell_social_worker } = what;
    const body = { words, start, language, tell_social_worker, waited_seconds: waited };
    return talk.write(what.child_id, id, body, keepalive);
  },
  undo: ({ id, what }: Parcel<Errand>): Promise<Answer> =>
    what.kind === 'request' ? asking.takeBack(id) : talk.takeBack(id),
};

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
