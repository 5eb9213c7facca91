/** What came of what I said, and all my words, to look at and to keep. */
export { Decided } from './Decided';
