/** The officer picks, looks and shares; nothing goes that was not looked at. */
import type { MayPass, Recipients, ReleasePreview, ReleaseSeen } from '@client/api/releases';
import { AgreeRelease, Release } from '@client/release';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { amara, dad, joan } from '../desk/situations';
import { AMARA, aPerson, json, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer', { id: 'priya', name: 'Priya Shah' });
const params = { reviewId: REVIEW };
const BASE = `/api/reviews/${REVIEW}`;

const recipients: Recipients = {
  review_id: REVIEW,
  stage: 'open_for_views',
  child: amara,
  is_split: true,
  people: [dad],
  releases: [],
};
const mayPass: MayPass = {
  person: dad,
  lines: [
    {
      answer_id: 'a1',
      shared_at: '2026-04-01T10:00:00Z',
      topic: 'good_news',
      title: 'Good news',
      ask: 'What are you proud of?',
      face: null,
      choices: [],
      words: 'I scored twice.',
      language: 'en',
      person: amara,
      can_be_named: true,
      can_go_unnamed: true,
    },
    {
      answer_id: 'a2',
      shared_at: '2026-04-01T10:00:00Z',
      topic: 'going_well',
      title: 'Going well',
      ask: 'What goes well?',
      face: null,
      choices: [],
      words: 'He sings.',
      language: 'en',
      person: joan,
      can_be_named: false,
      can_go_unnamed: true,
    },
  ],
  given: [],
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
        words: 'I scored twice.',
        language: 'en',
      },
    ],
  },
  words_before: false,
  lines_before: [false],
  findings: [],
  needs_second: true,
  fingerprint: 'f',
};
const school = {
  why: 'school' as const,
  words: 'Westfield',
  line: null,
  start: 3,
  end: 12,
  term: 'Westfield Academy',
  author: null,
};

function served(more: Record<string, unknown> = {}) {
  serve({
    [`GET ${BASE}/recipients`]: recipients,
    [`GET ${BASE}/recipients/dad`]: mayPass,
    [`POST ${BASE}/recipients/dad/preview`]: preview,
    ...more,
  });
}

test('nothing is chosen, and nothing can go, until somebody chooses and looks', async () => {
  served();
  render(<Release me={officer} params={params} />);
  const boxes = await screen.findAllByRole('checkbox');
  expect(boxes.every(box => !(box as HTMLInputElement).checked)).toBe(true);
  expect(screen.queryByRole('button', { name: 'Ask for agreement' })).toBeNull();
  fireEvent.click(boxes[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Look at it' }));
  expect(await screen.findByText('New for this person')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Ask for agreement' })).toBeTruthy();
  await expectNoBarriers();
});

test('another choice asks for another look', async () => {
  served();
  render(<Release me={officer} params={params} />);
  const boxes = await screen.findAllByRole('checkbox');
  fireEvent.click(boxes[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Look at it' }));
  await screen.findByText('New for this person');
  fireEvent.input(screen.getByLabelText('Your own words to Daniel Jones'), {
    target: { value: 'Hello' },
  });
  await waitFor(() => expect(screen.queryByText('New for this person')).toBeNull());
});

test('a name is said only when that is chosen, and never where it must not be', async () => {
  served();
  render(<Release me={officer} params={params} />);
  const boxes = await screen.findAllByRole('checkbox');
  for (const box of boxes) fireEvent.click(box);
  const naming = screen.getByLabelText('Say that Amara Jones said it') as HTMLInputElement;
  expect(naming.checked).toBe(false);
  expect(screen.getByText('Goes without a name')).toBeTruthy();
});

test('what the guard found is told in plain words, and a reason is asked for', async () => {
  served({ [`POST ${BASE}/recipients/dad/preview`]: { ...preview, findings: [school] } });
  render(<Release me={officer} params={params} />);
  fireEvent.click((await screen.findAllByRole('checkbox'))[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Look at it' }));
  expect(await screen.findByText('1 thing must not go out')).toBeTruthy();
  expect(
    screen.getByText('This tells which school the child goes to: Westfield Academy.'),
  ).toBeTruthy();
  const send = screen.getByRole('button', { name: 'Ask for agreement' });
  expect(send.getAttribute('aria-disabled')).toBe('true');
  await expectNoBarriers();
});

test('a wall raised since the preview asks for another look', async () => {
  served();
  render(<Release me={officer} params={params} />);
  fireEvent.click((await screen.findAllByRole('checkbox'))[0] as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Look at it' }));
  const send = await screen.findByRole('button', { name: 'Ask for agreement' });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => json({ code: 'changed_since_preview', status: 409 }, 409)),
  );
  fireEvent.click(send);
  expect(await screen.findByText(/Something changed since you looked/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask for agreement' })).toBeNull();
});

const waiting: ReleaseSeen = {
  release: {
    id: 'r1',
    person_id: 'dad',
    state: 'waiting',
    needs_second: true,
    made_by_id: 'priya',
    made_at: '2026-04-01T10:00:00Z',
    decided_at: null,
    released_at: null,
  },
  child_id: AMARA,
  names: { [AMARA]: 'Amara Jones', dad: 'Daniel Jones', priya: 'Priya Shah' },
  given: preview.given,
  words_before: false,
  lines_before: [true],
  findings: [school],
  reason: 'The court ordered it.',
  note: null,
  may_decide: true,
};

test('the second person sees what will be given, what was found and why it may go', async () => {
  serve({ [`GET ${BASE}/releases/r1`]: waiting });
  const boss = aPerson('service_manager', { name: 'Helen Osei' });
  render(<AgreeRelease me={boss} params={{ ...params, releaseId: 'r1' }} />);
  expect(await screen.findByText('I scored twice.')).toBeTruthy();
  expect(screen.getByText('They have this already')).toBeTruthy();
  expect(screen.getByText(/The court ordered it/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Agree and share it' })).toBeTruthy();
  await expectNoBarriers();
});

test('whoever cannot decide is offered nothing', async () => {
  serve({
    [`GET ${BASE}/releases/r1`]: {
      ...waiting,
      may_decide: false,
      release: { ...waiting.release, state: 'taken_back', decided_at: '2026-04-02T10:00:00Z' },
    },
  });
  render(<AgreeRelease me={officer} params={{ ...params, releaseId: 'r1' }} />);
  expect(await screen.findByText('Taken back on Thursday 2 April')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Agree and share it' })).toBeNull();
});
