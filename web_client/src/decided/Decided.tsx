/** "What we decided": shows the page of this address. */
import type { ComponentType } from 'preact';
import type { ScreenProps } from '../ui';
import { FacesOverTime } from './FacesOverTime';
import { Keep } from './Keep';
import { LetterAt } from './Letter';
import { MyWords } from './MyWords';
import { NotAgreed } from './NotAgreed';
import { Start } from './Start';

const SCREENS: Record<string, ComponentType> = {
  words: MyWords,
  'words/topics': MyWords,
  faces: FacesOverTime,
  keep: Keep,
  'not-agree': NotAgreed,
};

export function Decided({ params }: ScreenProps) {
  const letter = /^letters\/([^/]+)$/.exec(params.rest ?? '');
  if (letter?.[1]) return <LetterAt place={letter[1]} />;
  const Shown = SCREENS[params.rest ?? ''] ?? Start;
  return <Shown />;
}
