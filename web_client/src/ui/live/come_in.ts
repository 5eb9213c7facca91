/** Whoever opens a running meeting has come: their chair is there for the others. */
import { useEffect, useRef } from 'preact/hooks';
import type { LiveState, Saying } from '../../api/live';

export function useComingIn(
  state: LiveState | null,
  me: string | null,
  say: (saying: Saying) => unknown,
): void {
  const said = useRef(false);
  const runs = state?.phase === 'running' || state?.phase === 'paused';
  const here = state?.people.some(one => one.id === me && one.here) ?? true;
  useEffect(() => {
    if (!runs || here || said.current || !me) return;
    said.current = true;
    void say({ kind: 'came', person: null });
  }, [runs, here, me]);
}
