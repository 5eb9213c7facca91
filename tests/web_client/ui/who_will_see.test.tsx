/** Who will see it is said truly: whoever covers for the officer reads it, and a manager may. */
import { WhoWillSee } from '@client/ui';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';

afterEach(cleanup);

test.each([
  [
    'child',
    'whoever stands in for your IRO',
    'A manager can read it too. They must say why first.',
  ],
  ['adult', 'whoever stands in for the IRO', 'A manager can read it too, but must say why first.'],
] as const)('nobody is told that no one else can read it (%s)', async (voice, cover, manager) => {
  render(
    <WhoWillSee
      audience="my_iro_and_social_worker"
      notPeople={[]}
      people={[]}
      onChange={() => {}}
      voice={voice}
    />,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  expect(screen.getByText(new RegExp(cover))).toBeTruthy();
  expect(screen.getByText(/(your|the) IRO, or whoever stands in for them/i)).toBeTruthy();
  expect(screen.getByText(manager)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/no ?(one|body) else/i);
  await expectNoBarriers();
});
