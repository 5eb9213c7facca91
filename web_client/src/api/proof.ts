/** The calls by which somebody shows that it is they. Fetched only when one is needed. */
import { ask } from './request';

export const proof = {
  prove: (passphrase: string) =>
    ask<void>('POST', '/api/me/prove', { body: { passphrase }, renews: true }),
};
