/** One thing at a time that the server may refuse: busy, the problem, and trying. */
import { useRef, useState } from 'preact/hooks';
import { asProblem, type Problem } from './problem';

export function useWork() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(false);

  /** True once it is done; a second press while it is under way does nothing. */
  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await deed();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, run, forget: () => setProblem(null) };
}
