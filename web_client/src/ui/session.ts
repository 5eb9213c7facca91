/** Who is signed in, for every screen: `session.value.me`. The shell (main.tsx) is its only writer. */
import { signal } from '@preact/signals';
import type { Me, SecondStep } from '../api';

export type Session = {
  me: Me | null;
  /** Staff who have said their password: what is asked of them next. */
  next: SecondStep | null;
  /** The page was left alone: it shows nothing until its person shows that it is they. */
  shut: boolean;
  /** A newer version is here: call it to change over. */
  newer: (() => void) | null;
  /** Called by the sign-in and join screens when the server has let a person in, or half in. */
  signedIn: (answer: Me | SecondStep) => Promise<void>;
  signOut: () => void;
  /** Leaves no trace at once: used by Exit. */
  leave: () => void;
  changeLanguage: (code: string) => void;
};

export const session = signal<Session>({
  me: null,
  next: null,
  shut: false,
  newer: null,
  signedIn: async () => {},
  signOut: () => {},
  leave: () => {},
  changeLanguage: () => {},
});
