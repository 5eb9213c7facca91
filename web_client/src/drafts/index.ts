/** What a person writes, from the first letter until the server has it. */
export { answersOf, emptyAnswer, isEmpty } from './content';
export {
  type Draft,
  DraftBox,
  type DraftState,
  draftId,
  drafts,
  useDraft,
  whereItIs,
} from './drafts';
export { kept, useKept } from './kept';
export { type Looked, Looking } from './looking';
export { lastShared } from './standing';
