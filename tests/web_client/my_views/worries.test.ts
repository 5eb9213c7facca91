/** When the page offers help at once. */
import { asksForHelp } from '@client/my_views/worries';
import { answer } from './sets';

test.each([
  ['safe.feel', ['no'], true],
  ['safe.feel', ['yes'], false],
  ['safe.worry', ['online', 'harm'], true],
  ['safe.worry', ['none'], false],
  ['safe.scared', ['no'], false],
  ['safe.scared', ['bit'], true],
  ['school.bullying', ['yes'], false],
  ['safe.feel', [], false],
])('%s with %j: %s', (question, choices, offered) => {
  expect(asksForHelp(question, answer({ choices }))).toBe(offered);
});
