/** Brings together what a person wrote on two devices. Pure; nothing anyone wrote is ever lost. */
import type { AnswerFacts, DraftContent } from '../api';
import { isEmpty, same } from './content';
import type { Held } from './draft_state';

/**
 * `base` is what both sides had last; `mine` is this device, `theirs` the server's.
 * One side changed: take it.  Both changed: keep mine and put theirs beside, for the person to choose.
 */
export function merge(
  base: DraftContent | null,
  mine: DraftContent,
  theirs: DraftContent | null,
): DraftContent {
  if (!theirs) return mine;
  const answers: Record<string, AnswerFacts> = {};
  const others = mergeOthers(base, mine, theirs);
  for (const question of keysOf(mine.answers, theirs.answers)) {
    const [was, here, there] = [
      base?.answers[question],
      mine.answers[question],
      theirs.answers[question],
    ];
    const kept = pick(was, here, there);
    if (kept) answers[question] = kept;
    if (clash(was, here, there) && there) add(others, question, there);
  }
  const helper = same(base?.helper ?? null, mine.helper) ? theirs.helper : mine.helper;
  const merged: DraftContent = { ...mine, helper, answers };
  delete merged.other_words;
  const open = Object.entries(others).filter(([question, list]) => {
    others[question] = list.filter(one => !same(one, answers[question]));
    return others[question].length > 0;
  });
  if (open.length > 0)
    merged.other_words = Object.fromEntries(open.map(([key]) => [key, others[key] ?? []]));
  return merged;
}

/** Another page on this device wrote meanwhile: `kept` is what this one had there last. */
export function together(kept: Held | null, here: Held, there: Held): Held {
  if (same(kept, there)) return here;
  const { base, revision } = there.revision > here.revision ? there : here;
  const mine = merge(kept?.mine ?? null, here.mine, there.mine);
  return { ...here, base, revision, mine, parcel: here.parcel ?? there.parcel };
}

function pick(
  was: AnswerFacts | undefined,
  here: AnswerFacts | undefined,
  there: AnswerFacts | undefined,
): AnswerFacts | undefined {
  if (same(was, here)) return there;
  if (same(was, there)) return here;
  return isEmpty(here) && !isEmpty(there) ? there : here;
}

/** Both sides said something since, and not the same thing. */
function clash(
  was: AnswerFacts | undefined,
  here: AnswerFacts | undefined,
  there: AnswerFacts | undefined,
): boolean {
  return (
    !same(was, here) && !same(was, there) && !same(here, there) && !isEmpty(here) && !isEmpty(there)
  );
}

/** What was already set aside stays until one side has chosen. */
function mergeOthers(
  base: DraftContent | null,
  mine: DraftContent,
  theirs: DraftContent,
): Record<string, AnswerFacts[]> {
  const [was, here, there] = [
    base?.other_words ?? {},
    mine.other_words ?? {},
    theirs.other_words ?? {},
  ];
  const others: Record<string, AnswerFacts[]> = {};
  for (const question of keysOf(here, there)) {
    const before = was[question] ?? [];
    const lists = [here[question] ?? [], there[question] ?? []];
    for (const answer of lists.flat()) {
      const chosen = has(before, answer) && !lists.every(list => has(list, answer));
      if (!chosen) add(others, question, answer);
    }
  }
  return others;
}

function add(others: Record<string, AnswerFacts[]>, question: string, answer: AnswerFacts): void {
  const list = others[question] ?? [];
  if (!has(list, answer)) list.push(answer);
  others[question] = list;
}

function has(list: AnswerFacts[], answer: AnswerFacts): boolean {
  return list.some(one => same(one, answer));
}

function keysOf(...records: Record<string, unknown>[]): string[] {
  return [...new Set(records.flatMap(record => Object.keys(record)))];
}
