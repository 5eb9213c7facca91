/** A child with an open review, at an address of "Say what I think". */

import type { Contribution, DraftContent, MyReview } from '@client/api';
import { SayWhatIThink, WhatISaid } from '@client/my_views';
import { match, navigate, place, session } from '@client/ui';
import { followLinks } from '@client/ui/router';
import { configure, render } from '@testing-library/preact';
import { vi } from 'vitest';
import { aPerson, aReview, json, REVIEW, serve, shared, someone } from '../world';

export const ME = aPerson('child');
export const DAD = someone('Dad', { job: 'parent', kind: 'father' });
const LEAH = someone('Leah', { job: 'social_worker', kind: 'social_worker' });
let number = 0;

// The first look at a screen opens the device's store, which takes a slow machine a while.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

type Given = {
  review?: Partial<MyReview>;
  said?: Contribution[];
  draft?: DraftContent;
  /** The server cannot be reached for sharing. */
  cutOff?: boolean;
};

/** Each situation has a review of its own, so that no draft is carried from one test to the next. */
export function at(path: string, { review = {}, said = [], draft, cutOff }: Given = {}) {
  number += 1;
  const id = REVIEW.replace(/.{4}$/, String(2000 + number));
  let contributions = said.map(one => ({ ...one, review_id: id }));
  let kept = { content: draft ?? null, revision: draft ? 3 : 0 };
  let internet = !cutOff;
  session.value = { ...session.value, me: ME };
  const sent = serve(
    new Proxy<Record<string, unknown>>(
      {
        'GET /api/my/reviews': {
          reviews: [aReview({ circle: [someone('Joan'), DAD, LEAH], ...review, id })],
        },
        'GET /api/my/contributions': () => ({ contributions }),
        [`GET /api/my/drafts/${id}`]: () => kept,
        [`PUT /api/my/drafts/${id}`]: ({ body }: { body: { content: DraftContent } }) => {
          kept = { content: body.content, revision: kept.revision + 1 };
          return { revision: kept.revision };
        },
      },
      {
        get: (known, call: string) => {
          if (call.startsWith('PUT /api/contributions/')) {
            return ({ body, path: to }: { body: Contribution; path: string }) => {
              if (!internet) throw new TypeError('No internet');
              const now = { ...shared(), ...body, id: to.split('/').at(-1) ?? '' };
              contributions = [...contributions, now];
              kept = { content: null, revision: kept.revision + 1 };
              return now;
            };
          }
          if (call.endsWith('/withdraw')) {
            return () => {
              contributions = contributions.map(one => ({
                ...one,
                withdrawn_at: '2026-04-02T09:00:00Z',
                answers: [],
              }));
              return json(contributions[0]);
            };
          }
          return known[call];
        },
      },
    ),
  );
  vi.stubGlobal('scrollTo', () => {});
  navigate(path);
  render(<Here />);
  return {
    id,
    sent,
    reconnect() {
      internet = true;
      dispatchEvent(new Event('online'));
    },
  };
}

function Here() {
  const say = match('/say/*', place.value);
  return say ? <SayWhatIThink me={ME} params={say} /> : <WhatISaid me={ME} params={{}} />;
}

followLinks();
