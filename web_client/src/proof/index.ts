/** Showing that it is you: asked for before what must not be done from a page left open. */
import { need } from '../words';
import { openDialog } from './ProofDialog';

let asking: Promise<boolean> | null = null;

/** Asks once, however many requests wait for it; true when they showed that it is they. */
export function askForProof(): Promise<boolean> {
  asking ??= need('proof')
    .then(openDialog)
    .finally(() => {
      asking = null;
    });
  return asking;
}
