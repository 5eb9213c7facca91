/** The 36 pictures: the same as the server's, each with a name and a drawing of its own. */
import { readFileSync } from 'node:fs';
import { PICTURES, PictureCode, type PictureKey, pictureName } from '@client/phone/pictures';
import { DRAWINGS } from '@client/phone/pictures/drawings';
import { fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';

const RULES = '../../../backend/cadair/people/rules/__init__.py';

function Code({ shown }: { shown?: boolean }) {
  const [value, setValue] = useState<PictureKey[]>([]);
  return (
    <>
      <PictureCode legend="Pick four" value={value} onChange={setValue} shown={shown} />
      <output>{value.join(' ')}</output>
    </>
  );
}

test('they are those that the server knows', () => {
  const rules = readFileSync(new URL(RULES, import.meta.url), 'utf8');
  const listed = /PICTURES: Final = frozenset\(([^)]*?)\.split/s.exec(rules)?.[1] ?? '';
  expect(listed.match(/[a-z_]+/g)).toEqual(PICTURES);
  expect(PICTURES.length).toBe(36);
});

test('no two have the same name or the same drawing', () => {
  expect(new Set(PICTURES.map(pictureName)).size).toBe(36);
  expect(new Set(Object.values(DRAWINGS).map(drawing => JSON.stringify(drawing))).size).toBe(36);
});

test('four are picked in order, a fifth is not, and the last can be taken back', () => {
  render(<Code />);
  for (const name of ['Sun', 'Cat', 'Sun', 'Key', 'Bell'])
    fireEvent.click(screen.getByRole('button', { name }));
  expect(screen.getAllByRole('status').at(-1)?.textContent).toBe('sun cat sun key');
  fireEvent.click(screen.getByRole('button', { name: 'Take the last one back' }));
  expect(screen.getAllByRole('status').at(-1)?.textContent).toBe('sun cat sun');
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('3 of 4 picked.');
});

test('what was picked is not shown on the way in, and is when a code is chosen', () => {
  const { container, unmount } = render(<Code />);
  fireEvent.click(screen.getByRole('button', { name: 'Rocket' }));
  expect(container.querySelector('.pictures__picked svg')).toBeNull();
  unmount();
  const chosen = render(<Code shown />);
  fireEvent.click(screen.getByRole('button', { name: 'Rocket' }));
  expect(chosen.container.querySelector('.pictures__picked')?.textContent).toBe('Rocket');
});

test('axe finds nothing', async () => {
  const { container } = render(<Code shown />);
  const rules = { rules: { 'color-contrast': { enabled: false } } };
  expect((await axe.run(container, rules)).violations).toEqual([]);
});
