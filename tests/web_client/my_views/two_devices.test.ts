/** One answer that two devices changed. */
import { bothFit, bothTogether, undecided } from '@client/my_views/two_devices';
import { answer, question } from './sets';

const one = question('home.change');
const choice = question('meeting.come', { kind: 'choice' });

test('the questions that wait for a choice are known', () => {
  const content = {
    form: 'small',
    form_version: 1,
    language: 'en',
    helper: null,
    answers: {},
    other_words: { 'home.change': [answer({ words: 'b' })], 'home.face': [] },
  };
  expect(undecided(content)).toEqual(['home.change']);
  expect(undecided(null)).toEqual([]);
});

test('both together keep every word, and the same words only once', () => {
  const both = bothTogether(
    answer({ words: 'A dog.' }),
    answer({ words: 'And a cat.', wish: true }),
  );
  expect(both).toMatchObject({ words: 'A dog.\n\nAnd a cat.', wish: true });
  expect(bothTogether(answer({ words: 'A dog.' }), answer({ words: 'A dog. ' })).words).toBe(
    'A dog.',
  );
});

test('both together are never told to more people than either alone', () => {
  const wide = answer({ words: 'a', not_people: ['dad'] });
  const narrow = answer({ words: 'b', audience: 'my_iro_and_social_worker', not_people: ['sam'] });
  expect(bothTogether(wide, narrow)).toMatchObject({
    audience: 'my_iro_and_social_worker',
    not_people: ['dad', 'sam'],
  });
  expect(bothTogether(wide, answer({ audience: 'only_my_iro' }))).toMatchObject({
    audience: 'only_my_iro',
    not_people: ['dad'],
  });
});

test('two different faces or single choices cannot both stand', () => {
  expect(bothFit(one, answer({ face: 'ok' }), answer({ face: 'sad' }))).toBe(false);
  expect(bothFit(choice, answer({ choices: ['yes'] }), answer({ choices: ['no'] }))).toBe(false);
  expect(bothFit(choice, answer({ choices: ['yes'] }), answer({ words: 'Maybe' }))).toBe(true);
});

test('an answer on one device takes back the skip of the other', () => {
  expect(bothTogether(answer({ skip: 'dont_know' }), answer({ choices: ['mum'] }))).toMatchObject({
    skip: null,
    choices: ['mum'],
  });
});
