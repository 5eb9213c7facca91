/** Answers of the server kept on the device, so that the app opens without internet. */
import { useContext, useEffect, useState } from 'preact/hooks';
import { asProblem, type Loaded, type Problem } from '../api';
import { device } from './device';
import { Looking } from './looking';

type Kept<T> = { value: T; at: string };
/** `asked`: the server has answered, or could not be reached; what is missing then is not there. */
type OrKept<T> = Loaded<T> & { keptAt: string | null; asked?: boolean };

/** Keeping waits until the page is at rest: the first screen comes first. */
const AT_REST_MS = 400;

export const kept = {
  keep(name: string, value: unknown): void {
    const { person } = device;
    const at = new Date().toISOString();
    setTimeout(() => {
      if (device.person === person) device.put('kept', name, { value, at }).catch(() => {});
    }, AT_REST_MS);
  },
  /** It is not to be found here any more. */
  async drop(name: string): Promise<void> {
    await device.remove('kept', name).catch(() => {});
  },
  async read<T>(name: string): Promise<T | null> {
    return (await readKept<T>(name))?.value ?? null;
  },
};

/** Like `useLoaded`, and without internet it gives what was here last; `keptAt` says when that was. */
export function useKept<T>(name: string, load: () => Promise<T>): OrKept<T> {
  const [found, setFound] = useState<Kept<T> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [turn, setTurn] = useState(0);
  const [asked, setAsked] = useState(false);
  const looked = useContext(Looking);
  useEffect(() => {
    if (looked) return;
    let current = true;
    let fresh = false;
    setProblem(null);
    setAsked(false);
    readKept<T>(name).then(old => current && !fresh && old && setFound(known => known ?? old));
    load()
      .then(
        value => {
          fresh = true;
          kept.keep(name, value);
          if (current) setFound({ value, at: new Date().toISOString() });
        },
        error => current && setProblem(asProblem(error)),
      )
      .finally(() => current && setAsked(true));
    return () => {
      current = false;
    };
  }, [name, turn]);
  const again = () => setTurn(n => n + 1);
  if (looked?.[name]) {
    const value = looked[name] as T;
    return { state: 'ready', value, problem: null, again, keptAt: null };
  }
  if (found && (!problem || problem.passes)) {
    return {
      state: 'ready',
      value: found.value,
      problem: null,
      again,
      keptAt: problem ? found.at : null,
      asked,
    };
  }
  if (problem) return { state: 'problem', value: null, problem, again, keptAt: null };
  return { state: 'loading', value: null, problem: null, again, keptAt: null };
}

async function readKept<T>(name: string): Promise<Kept<T> | null> {
  try {
    return (await device.resume()) ? await device.get<Kept<T>>('kept', name) : null;
  } catch {
    return null;
  }
}
