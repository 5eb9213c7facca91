/** All my words: what is new, or without internet what was here last; hidden ones only in memory. */
import { effect, signal } from '@preact/signals';
import { decided, type Everything } from '../api/decided';
import { useKept } from '../drafts';
import { session } from '../ui';

/** The words of a child who wants no trace of them here, until the page locks. */
const shown = signal<Everything | null>(null);
effect(() => {
  if (!session.value.me) shown.value = null;
});

export async function showEverything(): Promise<void> {
  shown.value = await decided.shown();
}

export function useEverything(): ReturnType<typeof useKept<Everything>> {
  const found = useKept('everything', decided.everything);
  if (!shown.value) return found;
  const again = () => {
    shown.value = null;
    found.again();
  };
  return { state: 'ready', value: shown.value, problem: null, keptAt: null, again };
}
