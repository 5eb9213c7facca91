/** The calls by which somebody shows that it is they. Fetched only when one is needed. */
import type {
  NewAuthenticator,
  NewPasskey,
  OneOfStaff,
  PasskeyAnswer,
  SecondStep,
  StaffCard,
  WaysIn,
} from './openapi';
import { ask } from './request';
import type { Me } from './types';

export type {
  NewAuthenticator,
  NewPasskey,
  OneOfStaff as StaffMember,
  PasskeyAnswer,
  SecondStep,
  StaffCard,
  WaysIn,
};
export type Way = SecondStep['ways'][number];
/** What `navigator.credentials` is asked, as it travels: bytes in base64url. */
export type PasskeyQuestion = { options: Record<string, unknown> };
type Codes = { recovery_codes: string[] | null };
type Proof = { passphrase: string } | { code: string } | { passkey: PasskeyAnswer };
type Step = { code: string } | { recovery_code: string } | { passkey: PasskeyAnswer };

const renews = true;

export const proof = {
  waysToProve: () => ask<{ ways: Way[] }>('GET', '/api/me/prove'),
  prove: (said: Proof) => ask<void>('POST', '/api/me/prove', { body: said, renews }),

  secondStep: () => ask<SecondStep>('GET', '/api/sign-in/second-step'),
  takeSecondStep: (said: Step) => ask<Me>('POST', '/api/sign-in/second-step', { body: said }),

  waysIn: () => ask<WaysIn>('GET', '/api/me/ways-in'),
  beginAuthenticator: () => ask<NewAuthenticator>('POST', '/api/me/authenticator'),
  confirmAuthenticator: (code: string) =>
    ask<Codes>('PUT', '/api/me/authenticator', { body: { code }, renews }),
  removeAuthenticator: () => ask<void>('DELETE', '/api/me/authenticator', { renews }),
  newRecoveryCodes: () => ask<Codes>('POST', '/api/me/recovery-codes'),
  readNotices: () => ask<void>('DELETE', '/api/me/notices'),

  staff: () => ask<{ staff: OneOfStaff[] }>('GET', '/api/staff'),
  letStaffIn: (id: string, cardId: string) =>
    ask<StaffCard>('PUT', `/api/staff/${id}/cards/${cardId}`),

  signOns: () => ask<{ councils: { id: string; name: string }[] }>('GET', '/api/sign-in/councils'),
  leaveForSignOn: (id: string) =>
    ask<{ address: string }>('POST', '/api/sign-in/council/leave', { body: { council_id: id } }),
  comeBackFromSignOn: (given: { council_id: string; code: string; state: string }) =>
    ask<Me | SecondStep>('POST', '/api/sign-in/council', { body: given }),

  askAnyPasskey: () => ask<PasskeyQuestion>('POST', '/api/passkeys/question'),
  signInWithPasskey: (answer: PasskeyAnswer) =>
    ask<Me>('POST', '/api/sign-in/passkey', { body: answer }),
  askOwnPasskey: () => ask<PasskeyQuestion>('POST', '/api/me/passkeys/question'),
  askNewPasskey: () => ask<PasskeyQuestion>('POST', '/api/me/passkeys/new'),
  addPasskey: (made: NewPasskey) => ask<Codes>('POST', '/api/me/passkeys', { body: made, renews }),
  renamePasskey: (id: string, name: string) =>
    ask<void>('PUT', `/api/me/passkeys/${id}`, { body: { name } }),
  removePasskey: (id: string) => ask<void>('DELETE', `/api/me/passkeys/${id}`, { renews }),
};
