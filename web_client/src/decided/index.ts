/** What came of what I said, and all my words, to look at and to keep. */
import { decided } from '../api/decided';
import { kept } from '../drafts';

export { Decided } from './Decided';

/** What was decided is fetched, so that it is here without internet. */
export async function forLater(): Promise<void> {
  kept.keep('outcomes', await decided.outcomes());
}
