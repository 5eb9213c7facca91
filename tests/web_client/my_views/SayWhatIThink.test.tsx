/** A child says what they think, from the first topic until it is shared. */
import type { DraftContent } from '@client/api';
import { drafts, kept } from '@client/drafts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { anAnswer, shared } from '../world';
import { answer } from './sets';
import { at, DAD, ME } from './situation';

beforeEach(async () => {
  vi.setSystemTime('2026-04-02T09:00:00Z');
  await drafts.unlock(ME);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const follow = (name: string | RegExp) => fireEvent.click(screen.getByRole('link', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

function aDraft(answers: DraftContent['answers'], more: Partial<DraftContent> = {}): DraftContent {
  return {
    form: 'child_12_to_15',
    form_version: 1,
    language: 'en',
    helper: null,
    answers,
    ...more,
  };
}

test('the meeting comes first, then topics in any order, without a score', async () => {
  at('/say', {
    draft: aDraft({
      'home.face': answer({ face: 'ok' }),
      'home.change': answer({ words: 'A lock' }),
    }),
  });
  await screen.findByText('2 things said');
  const topics = within(screen.getByRole('list')).getAllByRole('link');
  expect(topics[0]?.textContent).toContain('My review meeting');
  expect(topics).toHaveLength(13);
  expect(document.body.textContent).not.toMatch(/\d of \d|%/);
  await expectNoBarriers();
});

test('who will see it stands before the answer, with the exception for safety', async () => {
  at('/say/home/change');
  const room = await screen.findByRole('textbox');
  const audience = screen.getByRole('region', { name: 'Who will see this' });
  expect(audience.compareDocumentPosition(room)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(audience.textContent).toContain('If someone is not safe');
  await expectNoBarriers();
});

test('one person can be left out of one answer', async () => {
  const { sent } = at('/say/school/words');
  await screen.findByRole('textbox');
  press('Change');
  fireEvent.click(screen.getByRole('checkbox', { name: DAD.called }));
  press('Done');
  expect(screen.getByText('My IRO, who can tell everyone at my review, but not Dad')).toBeTruthy();
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Maths is hard' } });
  await waitFor(
    () => {
      const saved = sent
        .filter(one => one.path.includes('/drafts/') && one.method === 'PUT')
        .at(-1);
      expect(saved?.body).toMatchObject({
        content: { answers: { 'school.words': { words: 'Maths is hard', not_people: [DAD.id] } } },
      });
    },
    { timeout: 3000 },
  );
});

test('Next leads to the next question and starts at its heading', async () => {
  at('/say/meeting/come');
  await heading('Do you want to come to your review?');
  expect(screen.getByRole('button', { name: 'Skip' })).toBeTruthy();
  fireEvent.click(await screen.findByRole('radio', { name: 'Yes, for some of it' }));
  press('Next');
  const next = await heading('Who do you want there?');
  await waitFor(() => expect(document.activeElement).toBe(next));
  follow('Back');
  await heading('Do you want to come to your review?');
  expect(
    (screen.getByRole('radio', { name: 'Yes, for some of it' }) as HTMLInputElement).checked,
  ).toBe(true);
});

test('not wanting to say is an answer, and can be taken back', async () => {
  at('/say/home/face');
  await screen.findByRole('radio', { name: 'Good' });
  press('I don’t want to say');
  expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();
  press('I don’t want to say');
  expect(screen.getByRole('button', { name: 'Skip' })).toBeTruthy();
});

test('a topic that was skipped to its end is not offered again', async () => {
  at('/say/good_news');
  await heading('What are you proud of?');
  press('Skip');
  await screen.findByText('Looked at');
  expect(screen.getByRole('link', { name: /^Carry on with/ }).textContent).toContain(
    'My review meeting',
  );
});

test('what was skipped is remembered on this device, also when the app is opened anew', async () => {
  const keep = vi.spyOn(kept, 'keep');
  const first = at('/say/good_news');
  await heading('What are you proud of?');
  press('Skip');
  await screen.findByText('Looked at');
  expect(keep).toHaveBeenCalledWith(`passed_${first.id}`, ['good_news.words']);
  cleanup();
  vi.spyOn(kept, 'read').mockImplementation(
    async name => (name.startsWith('passed_') ? ['good_news.words'] : null) as never,
  );
  at('/say');
  await screen.findByText('Looked at');
  vi.restoreAllMocks();
});

test('a starter helps to begin, and a wish can be marked', async () => {
  at('/say/home/change');
  await screen.findByRole('textbox');
  press('I like it when…');
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('I like it when ');
  press(/^I want this to happen/);
  expect(
    screen.getByRole('button', { name: /^I want this to happen/ }).getAttribute('aria-pressed'),
  ).toBe('true');
});

test('saying that something is wrong brings help near', async () => {
  at('/say/safe/worry');
  await screen.findByRole('checkbox', { name: 'Something online' });
  expect(screen.queryByText('Thank you for telling us')).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Something online' }));
  expect(
    screen.getByText('This page may not be read today. If you need help now, you can get it now.'),
  ).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Help now' })).toHaveLength(2);
  await expectNoBarriers();
});

test('a helper is named, and their words are apart from mine', async () => {
  at('/say/how');
  fireEvent.click(await screen.findByRole('radio', { name: 'Someone is helping me' }));
  fireEvent.input(screen.getByRole('textbox', { name: 'What is their name?' }), {
    target: { value: 'Joan' },
  });
  fireEvent.click(screen.getByRole('radio', { name: 'My carer' }));
  await expectNoBarriers();
  follow('Done');
  follow(/Where I live/);
  await screen.findByRole('radio', { name: 'Good' });
  const theirs = screen.getByRole('region', { name: 'Joan’s words' });
  expect(theirs.textContent).toContain('These words are Joan’s, not yours.');
  await expectNoBarriers();
});

test.each([
  ['a name alone', 'Please choose who they are.'],
  ['who they are alone', 'Please write their name.'],
  ['neither', 'Please write their name and who they are.'],
])('leaving with %s of a helper is not silent', async (given, lacks) => {
  at('/say/how');
  fireEvent.click(await screen.findByRole('radio', { name: 'Someone is helping me' }));
  const name = screen.getByRole('textbox', { name: 'What is their name?' });
  if (given === 'a name alone') fireEvent.input(name, { target: { value: 'Joan' } });
  if (given === 'who they are alone')
    fireEvent.click(screen.getByRole('radio', { name: 'My carer' }));
  expect(screen.queryByText(lacks)).toBeNull();
  follow('Done');
  expect(await screen.findByText(lacks)).toBeTruthy();
  expect(location.pathname).toBe('/say/how');
  fireEvent.click(screen.getByRole('radio', { name: 'I am doing this by myself' }));
  follow('Done');
  await heading('Say what I think');
});

test('words that are too long stay whole, say by how much, and only the sending waits', async () => {
  const long = 'a'.repeat(10_002);
  const { sent } = at('/say/home/change');
  const room = await screen.findByRole<HTMLTextAreaElement>('textbox');
  fireEvent.input(room, { target: { value: long } });
  expect(room.maxLength).toBe(-1);
  await screen.findByText(/too long to send\. .* There are 2 letters too many\./);
  const saved = () => sent.some(one => JSON.stringify(one.body ?? '').includes(long));
  await waitFor(() => expect(saved()).toBe(true), { timeout: 5000 });
  follow('All topics');
  follow('Look at it, then share');
  await heading('Look before you share');
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  await expectNoBarriers();
  fireEvent.click(
    within(
      screen.getByText('Some of it is too long to send').parentElement as HTMLElement,
    ).getByRole('link'),
  );
  fireEvent.input(await screen.findByRole('textbox'), {
    target: { value: `😀${'a'.repeat(9_999)}` },
  });
  expect(screen.queryByText(/too long to send/)).toBeNull();
});

test('two devices: both are shown, and both can be kept', async () => {
  at('/say/home/change', {
    draft: aDraft(
      { 'home.change': answer({ words: 'A lock on my door.' }) },
      { other_words: { 'home.change': [answer({ words: 'Blue paint.' })] } },
    ),
  });
  await screen.findByText('Blue paint.');
  expect(screen.getByText('A lock on my door.')).toBeTruthy();
  await expectNoBarriers();
  press('Keep both');
  expect(((await screen.findByRole('textbox')) as HTMLTextAreaElement).value).toBe(
    'A lock on my door.\n\nBlue paint.',
  );
});

test('sharing shows everything once, by who will see it, then says what happens next', async () => {
  const { sent } = at('/say/share', {
    draft: aDraft({
      'home.change': answer({ words: 'A lock', wish: true, audience: 'only_my_iro' }),
      'school.face': answer({ face: 'happy' }),
    }),
  });
  const onlyIro = await screen.findByRole('region', { name: /Only my IRO/ });
  expect(within(onlyIro).getByText('A lock')).toBeTruthy();
  expect(
    within(screen.getByRole('region', { name: /tell everyone at my review/ })).getByText('Good'),
  ).toBeTruthy();
  await expectNoBarriers();
  press('Share');
  await heading('Thank you');
  expect(screen.getByRole('heading', { name: 'Here is what happens next' })).toBeTruthy();
  const body = sent.find(one => one.path.startsWith('/api/contributions/'))?.body;
  expect(body).toMatchObject({
    replaces: null,
    answers: [{ question: 'home.change', wish: true }, { question: 'school.face' }],
  });
  await expectNoBarriers();
});

test('without internet my words wait on the device and go when it is back', async () => {
  const { reconnect } = at('/say/share', {
    draft: aDraft({ 'school.face': answer({ face: 'sad' }) }),
    cutOff: true,
  });
  await screen.findByRole('button', { name: 'Share' });
  const internet = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  press('Share');
  await heading('Your words are ready to go');
  expect(screen.getByText('No internet. We will send it when you are back online.')).toBeTruthy();
  await expectNoBarriers();
  internet.mockRestore();
  reconnect();
  await heading('Thank you');
});

test('what I share anew takes the place of what I shared before', async () => {
  const before = shared({ answers: [anAnswer('home.change', { words: 'A lock' })] });
  const { sent } = at('/say/home/change', { said: [before] });
  const room = await screen.findByDisplayValue('A lock');
  fireEvent.input(room, { target: { value: 'A lock and a lamp' } });
  follow('All topics');
  expect(await screen.findByText('You have changes that are not shared yet.')).toBeTruthy();
  follow('Look at it, then share');
  press('Share');
  await heading('Thank you');
  expect(sent.find(one => one.path.startsWith('/api/contributions/'))?.body).toMatchObject({
    replaces: before.id,
    answers: [{ words: 'A lock and a lamp' }],
  });
});

test('when the review cannot hear me now, the page says why', async () => {
  at('/say', { review: { can_share: false, stage: 'meeting' } });
  expect(await screen.findByText('Your review has started. You can say it there.')).toBeTruthy();
  await expectNoBarriers();
});
