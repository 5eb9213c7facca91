/** What is asked of the server about phones: opened, locked, listed, closed. */
import type { PictureKey } from '../phone/pictures/drawings';
import { ask } from './request';
import type { Me } from './types';

export type Proof = { passphrase: string } | { pictures: PictureKey[] };
export type Way = 'pictures' | 'passphrase';
/** What a locked page is told. */
export type LockedPage = {
  ways: Way[];
  person: { id: string; job: Me['job']; language: string };
};
export type OwnDevice = {
  id: string;
  kind: 'phone' | 'tablet' | 'computer';
  added_at: string;
  used_at: string;
  is_this: boolean;
  has_pictures: boolean;
};
export type PhoneChoices = { leaves_no_trace: boolean; not_safe_since: string | null };

export const phone = {
  signInWithPictures: (who: string, pictures: PictureKey[]) =>
    ask<Me>('POST', '/api/sign-in/pictures', { body: { who, pictures } }),
  useCardWithPictures: (card: string, pictures: PictureKey[]) =>
    ask<Me>('POST', '/api/cards/use', { body: { card, pictures } }),
  lock: () => ask<void>('POST', '/api/me/lock', { keepalive: true }),
  unlock: (proof: Proof) => ask<Me>('POST', '/api/me/unlock', { body: proof, renews: true }),
  choosePictures: (pictures: PictureKey[]) =>
    ask<void>('PUT', '/api/me/pictures', { body: { pictures } }),
  devices: () => ask<{ devices: OwnDevice[]; ways: Way[] }>('GET', '/api/me/devices'),
  closeDevice: (id: string) => ask<void>('DELETE', `/api/me/devices/${id}`),
  closeLost: (childId: string) =>
    ask<{ devices: number }>('POST', `/api/children/${childId}/lost-phone`),
  choices: () => ask<PhoneChoices>('GET', '/api/me/phone'),
  choose: (leavesNoTrace: boolean, notSafeToReply: boolean) =>
    ask<PhoneChoices>('PUT', '/api/me/phone', {
      body: { leaves_no_trace: leavesNoTrace, not_safe_to_reply: notSafeToReply },
    }),
};
