/** One form's sending: busy while it is on its way, and what went wrong. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';

export function useSending(done: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(request: () => Promise<unknown>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await request();
      done();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }
  return { busy, problem, send };
}
