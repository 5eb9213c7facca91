/** "I don't feel safe": who to ring at once, what has gone and what has not, and who has seen it. */
import type { UnsafeReport } from '@client/api/asking';
import { drafts } from '@client/drafts';
import { session } from '@client/ui';
import { HelpLines } from '@client/ui/HelpLines';
import { helpIsOpen } from '@client/ui/WaysOut';
import { NotSafe } from '@client/unsafe';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { OFFICER, SAM, somebody } from '../talk/situations';
import { serve } from '../world';

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));

afterEach(() => drafts.forget());

function aServer(reports: UnsafeReport[] = []) {
  const state = { reports, internet: true };
  const known: Record<string, unknown> = {
    'GET /api/me/device-key': { key: KEY },
    'GET /api/my/conversations': {
      conversations: [
        {
          child_id: 'x',
          is_me: true,
          child_called: 'Amara',
          officer: OFFICER,
          cover: SAM,
          unread: 0,
        },
      ],
    },
    'GET /api/my/unsafe': () => ({ reports: state.reports }),
  };
  const sent = serve(
    new Proxy(known, {
      get(answers, call: string) {
        if (!state.internet) {
          return () => {
            throw new TypeError('No internet');
          };
        }
        if (call.startsWith('PUT /api/my/unsafe/')) {
          return ({ path }: { path: string }) => {
            const report = aReport({
              id: path.split('/').at(-1),
              said_at: new Date().toISOString(),
            });
            state.reports = [...state.reports.filter(one => one.id !== report.id), report];
            return report;
          };
        }
        return answers[call];
      },
    }),
  );
  return Object.assign(state, {
    sent,
    told: () => sent.filter(one => one.method === 'PUT'),
  });
}

function aReport(more: Partial<UnsafeReport> = {}): UnsafeReport {
  return {
    id: 'u1',
    said_at: '2026-03-03T10:00:00Z',
    acknowledged: null,
    closed_at: null,
    ...more,
  };
}

async function open() {
  const me = somebody();
  session.value = { ...session.value, me };
  await drafts.unlock(me);
  render(<NotSafe me={me} params={{}} />);
}

test('the numbers are there at once, and who is told and who is not stands before the button', async () => {
  aServer();
  await open();
  const rings = [...document.querySelectorAll('a[href^="tel:"]')].map(one =>
    one.getAttribute('href'),
  );
  expect(rings).toEqual(expect.arrayContaining(['tel:999', 'tel:08001111']));
  expect(
    await screen.findByText(
      'We tell Priya, Sam, their manager and the people on duty at your council.',
    ),
  ).toBeTruthy();
  expect(screen.getByText('We do not tell a carer or a parent.')).toBeTruthy();
  expect(screen.getByText('They may not see it at once. If it cannot wait, ring.')).toBeTruthy();
  const number = document.querySelector('a[href="tel:999"]');
  const button = screen.getByRole('button', { name: 'Tell them now' });
  expect(
    (number?.compareDocumentPosition(button) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING,
  ).toBeTruthy();
  await expectNoBarriers();
});

test('one press tells them, without a word if one likes', async () => {
  const server = aServer();
  await open();
  fireEvent.click(screen.getByRole('button', { name: 'Tell them now' }));
  expect(await screen.findByText(/They were told today at/)).toBeTruthy();
  expect(
    screen.getByText('Nobody has seen it yet. You will read here who has, and when.'),
  ).toBeTruthy();
  expect(server.told().map(one => one.body)).toEqual([
    { words: null, waited_seconds: expect.any(Number) },
  ]);
  expect(screen.getByRole('button', { name: 'Tell them again' })).toBeTruthy();
});

test('without signal it says that it has NOT gone and to ring, and goes by itself later, once', async () => {
  const server = aServer();
  await open();
  await screen.findByText(/We tell Priya/);
  server.internet = false;
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'he is here' } });
  fireEvent.click(screen.getByRole('button', { name: 'Tell them now' }));
  expect(await screen.findByText('This has NOT gone yet')).toBeTruthy();
  expect(await screen.findByText('There is no internet. Please ring someone.')).toBeTruthy();
  const notice = screen.getByText('This has NOT gone yet').closest('.notice');
  expect(notice?.querySelector('a[href="tel:999"]')).toBeTruthy();
  expect(notice?.contains(document.activeElement) || document.activeElement?.contains(notice)).toBe(
    true,
  );
  expect(screen.queryByText(/They were told/)).toBeNull();
  await expectNoBarriers();
  server.internet = true;
  dispatchEvent(new Event('online'));
  await waitFor(() => expect(screen.queryByText('This has NOT gone yet')).toBeNull());
  expect(await screen.findByText(/They were told/)).toBeTruthy();
  expect(server.told().map(one => (one.body as { words: string }).words)).toContain('he is here');
  expect(server.reports).toHaveLength(1);
});

test('it says by name who has seen it and when, and stays until a person closes it', async () => {
  const server = aServer([aReport()]);
  await open();
  await screen.findByText(/They were told on Tuesday 3 March/);
  server.reports = [aReport({ acknowledged: { by: OFFICER, at: '2026-03-03T10:14:00Z' } })];
  dispatchEvent(new Event('focus'));
  expect(await screen.findByText('Priya has seen this on Tuesday 3 March at 10:14am')).toBeTruthy();
  server.reports = [aReport({ closed_at: '2026-03-04T10:14:00Z' })];
  dispatchEvent(new Event('focus'));
  expect(await screen.findByText(/A person has closed what you told us/)).toBeTruthy();
  await expectNoBarriers();
});

test('Help now leads there for a child, and for nobody else', async () => {
  const show = (job: 'child' | 'carer') => {
    session.value = { ...session.value, me: somebody(job) };
    render(<HelpLines />);
    const link = screen.queryByRole('link', { name: 'I don’t feel safe: tell my IRO' });
    return link;
  };
  expect(show('carer')).toBeNull();
  cleanup();
  helpIsOpen.value = true;
  const link = show('child');
  expect(link?.getAttribute('href')).toBe('/now');
  if (link) fireEvent.click(link);
  expect(helpIsOpen.value).toBe(false);
});
