/** Says each change of the meeting to a screen reader, and never twice. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LiveState } from '../../api/live';
import { Status } from '../Status';
import { type Names, toldAloud } from './told_aloud';

export function Aloud({ state, names }: { state: LiveState; names: Names }) {
  const before = useRef(state);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const news = toldAloud(before.current, state, names);
    before.current = state;
    if (news) setSaid(news);
  }, [state]);
  return <Status quiet>{said}</Status>;
}
