/** What I said, word for word, and taking it back. */
import { drafts } from '@client/drafts';
import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { anAnswer, shared } from '../world';
import { at, DAD, ME } from './situation';

const SAID = shared({
  helper: { name: 'Joan', who: 'carer' },
  answers: [
    anAnswer('school.words', {
      words: 'Maths is hard',
      helper_words: 'She tries.',
      not_people: [DAD.id],
    }),
    anAnswer('home.face', { face: 'ok', audience: 'only_my_iro' }),
  ],
  read_by: [
    {
      name: 'Priya Shah',
      called: 'Priya',
      job: 'reviewing_officer',
      first_read_at: '2026-04-01T09:00:00Z',
    },
  ],
});

beforeEach(async () => {
  vi.setSystemTime('2026-04-02T09:00:00Z');
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  await drafts.unlock(ME);
});

test('I read my words again, and by name who has read them', async () => {
  at('/said', { said: [SAID] });
  await screen.findByText('Maths is hard');
  expect(screen.getByText('Priya read this on Wednesday.')).toBeTruthy();
  expect(screen.getByText('Joan’s words')).toBeTruthy();
  expect(screen.getByText('My IRO, who can tell everyone at my review, but not Dad')).toBeTruthy();
  await expectNoBarriers();
});

test('taking it back is asked once, plainly, and leaves my words to me', async () => {
  at('/said', { said: [SAID] });
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  const sheet = within(screen.getByRole('dialog'));
  expect(sheet.getByText('Priya has read it already and may remember it.')).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(sheet.getByRole('button', { name: 'Take it back, keep it for me' }));
  expect(await screen.findByText('Nothing is shared just now.')).toBeTruthy();
  fireEvent.click(screen.getByRole('link', { name: 'Say what I think' }));
  expect(await screen.findAllByText('1 thing said')).toHaveLength(2);
});

test('before anything is shared the page says so', async () => {
  at('/said');
  expect(await screen.findByText('You have not shared anything yet.')).toBeTruthy();
  await expectNoBarriers();
});
