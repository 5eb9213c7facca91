/** What the browser does with passkeys, between our calls. Fetched only when one is used. */
import { Problem } from './problem';
import { type NewPasskey, type PasskeyAnswer, type PasskeyQuestion, proof } from './proof';

/** Whether this browser, at this address, can have a passkey: a bare number is no site to it. */
export function canHavePasskey(): boolean {
  return 'PublicKeyCredential' in window && !/^\[|^[\d.]+$/.test(location.hostname);
}

/** Signs in as whoever the chosen passkey belongs to. */
export async function signInWithPasskey() {
  return proof.signInWithPasskey(await sign(await proof.askAnyPasskey()));
}

/** Shows with one of my passkeys that it is me; for a second step or a proof. */
export async function ownPasskey(): Promise<PasskeyAnswer> {
  return sign(await proof.askOwnPasskey());
}

/** Makes a passkey and adds it; with recovery codes for staff who had none. */
export async function addPasskey(name: string) {
  return proof.addPasskey({ ...(await make(await proof.askNewPasskey())), name });
}

async function sign({ options }: PasskeyQuestion): Promise<PasskeyAnswer> {
  const asked = options as { challenge: string; allowCredentials?: { id: string }[] };
  const found = await asking(() =>
    navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(asked.challenge),
        allowCredentials: (asked.allowCredentials ?? []).map(one => ({
          type: 'public-key',
          id: bytes(one.id),
        })),
      } as PublicKeyCredentialRequestOptions,
    }),
  );
  const said = found.response as AuthenticatorAssertionResponse;
  return {
    id: text(found.rawId),
    client_data: text(said.clientDataJSON),
    authenticator_data: text(said.authenticatorData),
    signature: text(said.signature),
    user_handle: said.userHandle ? text(said.userHandle) : null,
  };
}

async function make({ options }: PasskeyQuestion): Promise<Omit<NewPasskey, 'name'>> {
  const asked = options as {
    challenge: string;
    user: { id: string };
    excludeCredentials?: { id: string }[];
  };
  const made = await asking(() =>
    navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: (asked.excludeCredentials ?? []).map(one => ({
          type: 'public-key',
          id: bytes(one.id),
        })),
      } as unknown as PublicKeyCredentialCreationOptions,
    }),
  );
  const said = made.response as AuthenticatorAttestationResponse;
  return {
    id: text(made.rawId),
    client_data: text(said.clientDataJSON),
    attestation: text(said.attestationObject),
    transports: said.getTransports?.() ?? [],
  };
}

/** A window that was closed, a device without a lock, a passkey that is there already: all the same. */
async function asking(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  const given = await ask().catch(() => null);
  if (!given) throw new Problem({ code: 'no_passkey_given' });
  return given as PublicKeyCredential;
}

function bytes(said: string): Uint8Array<ArrayBuffer> {
  const plain = atob(said.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, letter => letter.charCodeAt(0));
}

function text(raw: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(raw));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
