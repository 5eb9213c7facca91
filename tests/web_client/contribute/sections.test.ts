import {
  byAudience,
  firstEmpty,
  sectionsOf,
  takesMoreWords,
  withSectionAudience,
} from '@client/contribute/sections';
import type { QuestionSet } from '@client/ui/question';
import carer from '@question_sets/carer.v1.json';
import parent from '@question_sets/parent.v1.json';
import { describe, expect, it } from 'vitest';
import { anAnswer } from '../world';

const GROUPS = ['about', 'taking_part', 'private'];
const CARER = carer as QuestionSet;
const PARENT = parent as QuestionSet;

function answers(...given: ReturnType<typeof anAnswer>[]) {
  return Object.fromEntries(given.map(({ id: _id, question, ...answer }) => [question, answer]));
}
const section = (set: QuestionSet, key: string, given = {}) => {
  const found = sectionsOf(set, given).find(one => one.topic.key === key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};

describe('the sections of the one page', () => {
  it('asks about the child, then how to take part, then in private', () => {
    const groups = sectionsOf(PARENT, {}).map(one => one.group);
    expect([...new Set(groups)]).toEqual(GROUPS);
    expect(groups).toEqual([...groups].sort((a, b) => GROUPS.indexOf(a) - GROUPS.indexOf(b)));
  });

  it('says who sees each, and which the form decides', () => {
    expect(section(CARER, 'private_note')).toMatchObject({ audience: 'only_my_iro', fixed: true });
    expect(section(CARER, 'worries')).toMatchObject({
      audience: 'my_iro_and_social_worker',
      fixed: false,
    });
  });

  it('opens at the first one that is empty', () => {
    const given = answers(anAnswer('going_well.words', { words: 'Choir' }));
    expect(firstEmpty(sectionsOf(CARER, given))).toBe('strengths');
  });

  it('does not take an audience without words for an answer', () => {
    expect(section(CARER, 'worries', answers(anAnswer('worries.words'))).said).toBe(false);
  });

  it('changes who sees a whole section, and keeps the words', () => {
    const given = answers(
      anAnswer('health.words', { words: 'Dentist', audience: 'my_iro_and_social_worker' }),
    );
    const changed = withSectionAudience(section(CARER, 'health').topic, given, 'only_my_iro');
    expect(changed.map(([key, answer]) => [key, answer.audience, answer.words])).toEqual([
      ['health.words', 'only_my_iro', 'Dentist'],
      ['health.feelings', 'only_my_iro', null],
    ]);
  });

  it('never changes what the form fixes', () => {
    expect(
      withSectionAudience(section(CARER, 'support').topic, {}, 'everyone_at_my_review'),
    ).toEqual([]);
  });

  it('gives room for words beside a choice that stands alone', () => {
    const { topic } = section(CARER, 'permissions');
    const [question] = topic.questions;
    expect(question && takesMoreWords(topic, question)).toBe(true);
    const home = section(CARER, 'home').topic;
    expect(home.questions[0] && takesMoreWords(home, home.questions[0])).toBe(false);
  });

  it('groups what was said by who will see it, the widest first', () => {
    const given = answers(
      anAnswer('private_note.words', { words: 'Ring me', audience: 'only_my_iro' }),
      anAnswer('going_well.words', { words: 'Choir' }),
      anAnswer('worries.words', { words: '  ' }),
    );
    expect(byAudience(CARER, given).map(group => [group.audience, group.said.length])).toEqual([
      ['everyone_at_my_review', 1],
      ['only_my_iro', 1],
    ]);
  });
});
