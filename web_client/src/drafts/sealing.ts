/** Seals what stays on the device, so that nobody reads it who has only the device. */

export type Sealed = { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer };

/** The key cannot be read out again, only used. */
export async function importKey(base64: string): Promise<CryptoKey> {
  const raw = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, value: unknown, boundTo: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, sealed: await crypto.subtle.encrypt(rules(iv, boundTo), key, plain) };
}

/** Null when it was sealed with another key or for another place. */
export async function unseal<T>(
  key: CryptoKey,
  { iv, sealed }: Sealed,
  boundTo: string,
): Promise<T | null> {
  try {
    const plain = await crypto.subtle.decrypt(rules(iv, boundTo), key, sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as T;
  } catch {
    return null;
  }
}

function rules(iv: Uint8Array<ArrayBuffer>, boundTo: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(boundTo) };
}
