/** While a meeting runs on this page nobody is asked who they are: it does not lock by itself. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export const staying = signal(false);

export function useStaying(runs: boolean): void {
  useEffect(() => {
    staying.value = runs;
    return () => {
      staying.value = false;
    };
  }, [runs]);
}
