/** The officer sees what each would be told, looks at it, and gives it; a split review asks a second person. */
import type { DistributionFacts } from '@client/api/distribution';
import type { ReleasePreview } from '@client/api/releases';
import { Distribution } from '@client/distribution';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { amara, dad } from '../desk/situations';
import { aPerson, json, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer', { id: 'priya', name: 'Priya Shah' });
const ID = '22222222-2222-4222-8222-222222222222';
const BASE = `/api/reviews/${REVIEW}`;
const facts: DistributionFacts = {
  review_id: REVIEW,
  stage: 'writing_up',
  child: amara,
  is_split: true,
  is_signed: true,
  edition: 1,
  people: [
    {
      person: dad,
      offers: [
        {
          key: 'decision:1',
          heading: 'decisions',
          words: 'Dad brings the bicycle.',
          by_on: '2026-04-20',
          who: dad.name,
          is_default: true,
        },
      ],
      releases: [],
    },
  ],
};
const preview: ReleasePreview = {
  given: {
    officer: 'Priya Shah',
    words: null,
    language: 'en',
    lines: [
      {
        said_by: null,
        title: null,
        ask: null,
        face: null,
        choices: [],
        words: 'Dad brings the bicycle.',
        language: 'en',
        heading: 'decisions',
        who: dad.name,
        by_on: '2026-04-20',
      },
    ],
  },
  words_before: false,
  lines_before: [false],
  findings: [],
  needs_second: true,
  fingerprint: 'f',
};

test('what stands chosen is looked at, and then waits for a second person', async () => {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(ID);
  const asked = serve({
    [`GET ${BASE}/distribution`]: () => json(facts),
    [`POST ${BASE}/distribution/${dad.person_id}/preview`]: () => json(preview),
    [`PUT ${BASE}/distributions/${ID}`]: () =>
      json({
        id: 'd',
        person_id: dad.person_id,
        state: 'waiting',
        needs_second: true,
        made_by_id: 'priya',
        made_at: '2026-04-01T10:00:00Z',
        decided_at: null,
        released_at: null,
      }),
  });
  render(<Distribution me={officer} params={{ reviewId: REVIEW }} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Look at it' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Ask for agreement' }));
  await screen.findByText(/It waits/);
  expect(asked.filter(one => one.method === 'PUT')[0]?.body).toMatchObject({
    keys: ['decision:1'],
    words: null,
    fingerprint: 'f',
  });
  await expectNoBarriers();
});

test('the record comes as a file, and a file that may not be had says why on the page', async () => {
  const names: string[] = [];
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL() {} });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  serve({
    [`GET ${BASE}/distribution`]: () => json(facts),
    [`GET ${BASE}/record.pdf`]: () => new Response('%PDF-'),
    [`GET ${BASE}/bundle`]: () => json({ code: 'record_not_signed' }, 409),
  });
  render(<Distribution me={officer} params={{ reviewId: REVIEW }} />);
  fireEvent.click(await screen.findByRole('button', { name: 'PDF' }));
  await waitFor(() => expect(names).toEqual(['record.pdf']));
  fireEvent.click(screen.getByRole('button', { name: 'Download everything (zip)' }));
  await screen.findByText(/Something is missing here/);
  expect(names).toHaveLength(1);
});

test('a record that is not signed goes to nobody', async () => {
  serve({ [`GET ${BASE}/distribution`]: () => json({ ...facts, is_signed: false }) });
  render(<Distribution me={officer} params={{ reviewId: REVIEW }} />);
  await screen.findByText(/not signed yet/);
  expect(screen.queryByRole('button', { name: 'Look at it' })).toBeNull();
});
