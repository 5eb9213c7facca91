/** What is asked of the server about being told that something waits. */
import { ask } from './request';
import type { Job } from './types';

export type ContactKind = 'email' | 'text' | 'push';
export type Channel = ContactKind | 'none';
export type Contact = {
  kind: ContactKind;
  /** So much of an address that I know it again. */
  hint: string | null;
  confirmed: boolean;
  /** The push service knows this browser no more. */
  gone: boolean;
};
export type OwnNotices = {
  channel: Channel;
  offers: ContactKind[];
  quiet_from: string | null;
  quiet_until: string | null;
  contacts: Contact[];
  notice: { subject: string; words: string; site: string } | null;
  push_key: string | null;
};
export type NotTold = {
  person: { id: string; name: string; called: string; job: Job };
  since: string;
};
export type PushBrowser = { endpoint: string; p256dh: string; auth: string };

export const notices = {
  mine: () => ask<OwnNotices>('GET', '/api/my/notices'),
  choose: (channel: Channel, quietFrom: string | null, quietUntil: string | null) =>
    ask<OwnNotices>('PUT', '/api/my/notices', {
      body: { channel, quiet_from: quietFrom, quiet_until: quietUntil },
    }),
  give: (kind: 'email' | 'text', address: string) =>
    ask<OwnNotices>('PUT', '/api/my/notices/contact', { body: { kind, address } }),
  confirm: (code: string) => ask<OwnNotices>('POST', '/api/my/notices/confirm', { body: { code } }),
  keepPush: (browser: PushBrowser) =>
    ask<OwnNotices>('PUT', '/api/my/notices/push', { body: browser }),
  remove: {
    email: () => ask<void>('DELETE', '/api/my/notices/email'),
    text: () => ask<void>('DELETE', '/api/my/notices/text'),
    push: () => ask<void>('DELETE', '/api/my/notices/push'),
  },
  notTold: () => ask<{ people: NotTold[] }>('GET', '/api/notices-failed'),
  calendar: (reviewId: string, partId: string) =>
    ask<string>('GET', `/api/my/reviews/${reviewId}/parts/${partId}/calendar`, {
      asText: true,
    }),
};
