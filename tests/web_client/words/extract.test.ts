// @vitest-environment node
/** No text is missed, and none is found that a person does not read. */
import { describe, expect, test } from 'vitest';
import { inCode, inData } from '../../../web_client/tooling/words/extract.ts';
import { partsOf } from '../../../web_client/tooling/words/parts.ts';
import { readPo, writePot } from '../../../web_client/tooling/words/po.ts';
import { pseudo } from '../../../web_client/tooling/words/pseudo.ts';

function found(code: string): string[] {
  return inCode(code, 'x.tsx', []).map(one => one.id);
}

describe('in the code', () => {
  test('finds texts in attributes, children and after apostrophes', () => {
    const code = `const a = <p title={t("Don't worry")}>It's {t('after an apostrophe')}</p>; t(\n'b');`;
    expect(found(code)).toEqual(["Don't worry", 'after an apostrophe', 'b']);
  });

  test('finds both forms of what counts', () => {
    const [message] = inCode(`tn('{n} day', '{n} days', n)`, 'x.tsx', []);
    expect(message).toMatchObject({ id: '{n} day', plural: '{n} days' });
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code under test
  test.each(['t(`a ${b}`)', 't(name)', "t('a' + 'b')", "tn('one', many, n)", 't()'])(
    'refuses %s',
    code => {
      const refused: string[] = [];
      inCode(code, 'x.tsx', refused);
      expect(refused).toHaveLength(1);
      expect(refused[0]).toContain('x.tsx:1');
    },
  );
});

test('in a question set only what is read is found', () => {
  const set = {
    key: 'carer',
    title: 'Home',
    questions: [
      {
        key: 'a',
        ask: 'How?',
        hint: null,
        choices: [{ key: 'yes', say: 'Yes' }],
        starters: ['I wish…'],
      },
    ],
  };
  expect(inData(set, 'f.json').map(one => one.id)).toEqual(['Home', 'How?', 'Yes', 'I wish…']);
});

test('a catalog comes back as it was written', () => {
  const messages = [
    { id: 'a "quoted"\nline', texts: [''], places: ['x.tsx'], notes: ['a note'] },
    { id: '{n} day', plural: '{n} days', texts: ['', ''], places: ['y.tsx'], notes: [] },
  ];
  expect(readPo(writePot(messages))).toEqual(messages);
});

test('long texts broken over lines are one text', () => {
  const po = 'msgid ""\n"one "\n"two"\nmsgstr ""\n"un "\n"dau"\n';
  expect(readPo(po)).toMatchObject([{ id: 'one two', texts: ['un dau'] }]);
});

test('words go to whoever reads them', () => {
  expect([...partsOf(['web_client/src/my_views/A.tsx'])]).toEqual(['child']);
  expect(
    [...partsOf(['web_client/src/summary/A.tsx', 'web_client/src/contribute/B.tsx'])].sort(),
  ).toEqual(['desk', 'people']);
  expect([...partsOf(['web_client/src/summary/A.tsx', 'web_client/src/ui/B.tsx'])]).toEqual([
    'shared',
  ]);
});

test('the made-up language keeps its names', () => {
  expect(pseudo('Hello {name}')).toMatch(/^\[.*\{name\}.*\]$/);
});
