/** Every code that can arrive has a sentence, and the codes are those that the server sends. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CODES, Problem } from '@client/api';
import { fieldError, sentence } from '@client/ui';
import { expect, test } from 'vitest';

const SERVER = resolve(process.cwd(), '../backend/cadair');
const USUAL = sentence(new Problem({ code: 'server_error' }));
const WITHOUT_OWN_WORDS = [
  'our_fault',
  'server_error',
  'unreadable_answer',
  'from_another_site',
  'revision_missing',
];

test.each([...CODES])('%s is said in words of its own', code => {
  const words = sentence(new Problem({ code }));
  expect(words.length).toBeGreaterThan(10);
  if (!WITHOUT_OWN_WORDS.includes(code)) expect(words).not.toBe(USUAL);
});

test('every refusal of the server is known here', () => {
  const known: readonly string[] = CODES;
  const sent = pythonFiles(SERVER).flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/^ {4}code = "([a-z_]+)"|\bshaped\("([a-z_]+)"/gm)].map(
      found => found[1] ?? found[2],
    ),
  );
  expect(sent).toEqual(expect.arrayContaining(['busy', 'no_room']));
  expect(sent.filter(code => !known.includes(code ?? ''))).toEqual([]);
});

test('a wait is told in minutes', () => {
  const words = sentence(new Problem({ code: 'try_again_later', retryAfterSeconds: 150 }));
  expect(words).toContain('3 minutes');
});

test('an unknown fault of a field still gets a sentence', () => {
  const problem = new Problem({ code: 'not_valid', fields: { passphrase: ['odd'] } });
  expect(fieldError(problem, 'passphrase')).toBe('Please look at this again.');
  expect(fieldError(problem, 'other')).toBeNull();
});

function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.py'))
    .map(name => join(folder, name));
}
