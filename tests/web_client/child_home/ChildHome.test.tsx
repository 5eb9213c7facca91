import { ChildHome } from '@client/child_home';
import { session } from '@client/ui';
import { render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { anAnswer, aPerson, aReview, json, REVIEW, serve, shared, someone } from '../world';

const ME = aPerson('child');
/** What is asked for once the first page is at rest takes its time. */
const AT_REST = { timeout: 6_000 };
let number = 0;

/** Each situation has a review of its own, so that no draft is carried from one test to the next. */
function situation(
  review: Partial<ReturnType<typeof aReview>> | null,
  said: ReturnType<typeof shared>[] = [],
) {
  number += 1;
  const id = REVIEW.replace(/.{4}$/, String(1000 + number));
  const reviews = review === null ? [] : [aReview({ ...review, id })];
  serve({
    'GET /api/my/reviews': { reviews },
    'GET /api/my/contributions': { contributions: said.map(one => ({ ...one, review_id: id })) },
    [`GET /api/my/drafts/${id}`]: { content: null, revision: 0 },
  });
  return { id, ...render(<ChildHome me={ME} params={{}} />) };
}

beforeEach(() => {
  vi.setSystemTime('2026-04-02T09:00:00Z');
  session.value = { ...session.value, me: ME };
});

it('says when, where and who, and offers to start', async () => {
  situation({ circle: [someone('Joan'), someone('Mum', { job: 'parent', kind: 'mother' })] });
  await screen.findByText('Your review is in 12 days.');
  expect(screen.getByText('Tuesday 14 April')).toBeTruthy();
  expect(screen.getByText('At 4:30pm, for about 45 minutes.')).toBeTruthy();
  expect(screen.getByText('Where: Elm House')).toBeTruthy();
  const circle = screen.getByRole('list', { name: 'My circle' });
  expect(within(circle).getByText('Joan')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Priya is my IRO' })).toBeTruthy();
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Start' }).getAttribute('href')).toBe('/say'),
  );
  await expectNoBarriers();
});

it('says by when it must be while nobody has planned it, and why', async () => {
  const reason = {
    code: 'first_working_days',
    counted_from: '2026-04-01',
    amount: 20,
    unit: 'working_days' as const,
    skipped: ['good_friday', 'easter_monday'],
    stricter: false,
  };
  situation({ parts: [], reason, due_by: '2026-05-01' });
  await screen.findByText('Not planned yet.');
  expect(screen.getByText('It must be by Friday 1 May.')).toBeTruthy();
  expect(screen.getByText(/when you came into care/)).toBeTruthy();
  await expectNoBarriers();
});

it('tells me who has read what I shared', async () => {
  const read_by = [
    {
      name: 'Priya Shah',
      called: 'Priya',
      job: 'reviewing_officer' as const,
      first_read_at: '2026-04-01T09:00:00Z',
    },
  ];
  situation({}, [shared({ read_by, answers: [anAnswer('home.face', { face: 'ok' })] })]);
  await screen.findByText('Priya read it on Wednesday.');
  expect(screen.getByRole('link', { name: 'Read it again' }).getAttribute('href')).toBe('/said');
  expect(screen.getByText('Priya has read it')).toBeTruthy();
  await expectNoBarriers();
});

it('is kind when there is no review', async () => {
  situation(null);
  await screen.findByRole('heading', { name: 'No review just now' });
  expect(screen.getByRole('link', { name: /^My chair ?Change/ })).toBeTruthy();
  await expectNoBarriers();
});

it('says that my review is not needed any more, and that my words are kept', async () => {
  situation({ stage: 'closed', can_share: false, ended_on: '2026-04-02', parts: [] }, [shared({})]);
  await screen.findByText('Your last review is not needed any more. What you said is kept.');
  expect(screen.getByRole('link', { name: 'Read what I said before' })).toBeTruthy();
  await expectNoBarriers();
});

it('says so when there is no internet and nothing is known', async () => {
  render(<ChildHome me={ME} params={{}} />);
  await screen.findByText('There is no internet just now. Nothing is lost.');
});

it('asks again when the server has stumbled', async () => {
  serve({ 'GET /api/my/reviews': () => json({ code: 'server_error' }, 500) });
  render(<ChildHome me={ME} params={{}} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});

it('leads to my IRO, and says when there is something new', async () => {
  const unread = { n: 2 };
  number += 1;
  serve({
    'GET /api/my/reviews': { reviews: [] },
    'GET /api/my/contributions': { contributions: [] },
    'GET /api/my/conversations': () => ({
      conversations: [
        {
          child_id: ME.id,
          is_me: true,
          child_called: 'Amara',
          officer: null,
          cover: null,
          unread: unread.n,
        },
      ],
    }),
  });
  const shown = render(<ChildHome me={ME} params={{}} />);
  const link = await screen.findByRole('link', { name: /Talk to my IRO.*New/ }, AT_REST);
  expect(link.getAttribute('href')).toBe('/talk');
  shown.unmount();
  unread.n = 0;
  render(<ChildHome me={ME} params={{}} />);
  await screen.findByRole('link', { name: /Talk to my IRO/ });
  await waitFor(() => expect(screen.queryByText('New')).toBeNull(), AT_REST);
});
