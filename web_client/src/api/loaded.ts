/** A screen's way to get something from the server: loading, here, or a problem that can be tried again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { asProblem, type Problem } from './problem';

export type Loaded<T> =
  | { state: 'loading'; value: null; problem: null; again: () => void }
  | { state: 'ready'; value: T; problem: null; again: () => void }
  | { state: 'problem'; value: null; problem: Problem; again: () => void };

/** `again` loads anew and keeps showing the old value until the new one is here. */
export function useLoaded<T>(load: () => Promise<T>, inputs: unknown[]): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    setProblem(null);
    load().then(
      found => current && setValue(() => found),
      error => current && setProblem(asProblem(error)),
    );
    return () => {
      current = false;
    };
  }, [turn, ...inputs]);
  const again = useCallback(() => setTurn(n => n + 1), []);
  if (value !== null) return { state: 'ready', value, problem: null, again };
  if (problem) return { state: 'problem', value: null, problem, again };
  return { state: 'loading', value: null, problem: null, again };
}
