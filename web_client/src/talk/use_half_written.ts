/** Words in the box: kept on this device while they are half written. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { halfWritten } from '../drafts/sending';

const AFTER_TYPING_MS = 400;

export type HalfWritten = {
  words: string;
  /** False when this device cannot keep them. */
  kept: boolean;
  write: (words: string) => void;
  /** They go: the box is empty at once, and the device lets go of them once they are on their way. */
  goes: (going: Promise<void>) => void;
};

export function useHalfWritten(lane: string): HalfWritten {
  const [words, setWords] = useState('');
  const [kept, setKept] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Written, and not given to the device yet. */
  const last = useRef<string | null>(null);
  const now = useRef('');
  now.current = words;

  function keepNow() {
    clearTimeout(timer.current);
    if (last.current !== null) void halfWritten.keep(lane, last.current).then(setKept);
    last.current = null;
  }

  useEffect(() => {
    void halfWritten.read(lane).then(found => setWords(here => here || found));
    const hidden = () => document.visibilityState === 'hidden' && keepNow();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      keepNow();
    };
  }, [lane]);

  return {
    words,
    kept,
    write(more) {
      setWords(more);
      last.current = more;
      clearTimeout(timer.current);
      timer.current = setTimeout(keepNow, AFTER_TYPING_MS);
    },
    goes(going) {
      clearTimeout(timer.current);
      last.current = null;
      setWords('');
      going.then(
        () => now.current === '' && void halfWritten.keep(lane, ''),
        () => setWords(here => here || words),
      );
    },
  };
}
