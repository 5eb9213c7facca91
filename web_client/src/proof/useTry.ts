/** One thing at a time that the server may refuse: busy, the problem, and trying. */
import { useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';

export function useTry() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(false); // at once, also before the screen shows that it is busy

  /** Does it unless something is under way; a second press does nothing. */
  async function attempt(deed: () => Promise<unknown>): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await deed();
    } catch (error) {
      setProblem(asProblem(error));
    }
    underWay.current = false;
    setBusy(false);
  }

  return { busy, problem, attempt };
}
