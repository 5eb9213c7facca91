/** Showing that it is you: the second step of signing in, proof in between, and what you keep for it. */
import { need } from '../words';
import { openDialog } from './ProofDialog';

export { BackFromCouncil, LeaveForCouncil } from './CouncilSignOn';
export { SecondStep } from './SecondStep';
export { SigningIn } from './SigningIn';
export { Told } from './Told';

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
