/** One request to the server, answered with a value or a Problem. */
import { signal } from '@preact/signals';
import { Problem } from './problem';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
export type Options = {
  body?: unknown;
  ifMatch?: string | number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
  /** Its answer is a file, not JSON. */
  asText?: boolean;
  asFile?: boolean;
  /** Its answer gives the session a new id. */
  renews?: boolean;
};
export type Answer<T> = { value: T; etag: string | null };

/** Turns true when the server says that nobody is signed in any more. */
export const signedOut = signal(false);

/** Turns true when the server says that this page was left alone and is locked. */
export const lockedOut = signal(false);
/** What the server gave this page, so that it alone stays open while it is in use. */
const PAGE = 'Cadair-Page';
let page: string | null = null;

/** On bad signal a request can hang for minutes; then it is as good as no signal. */
const READING_MS = 15_000;
const WRITING_MS = 45_000;

/** Whose page this is: the cookie may be another's by now, who signed in beside it. */
let person: string | null = null;
const IN_ANYBODYS_NAME = /^\/api\/(sign-in($|\/[pc])|cards|passkeys)/;
/** The answer to a sign-out takes the cookie away: the next person may come in only after it. */
let leaving: Promise<unknown> | null = null;

/** Asks whoever is signed in to show that it is they; true once they did. The shell sets it. */
let askForProof: () => Promise<boolean> = async () => false;
/** The session is getting a new id: what was sent beside it under the old one is sent again. */
let renewing: Promise<unknown> | null = null;
let renewals = 0;

export function proveBy(ask: () => Promise<boolean>): void {
  askForProof = ask;
}

/** From now on the server refuses to take this page's requests for anybody else's. */
export function actAs(id: string): void {
  person = id;
}

/** Nobody is let in here until this sign-out has its answer, or none. */
export function letOut(signOut: Promise<unknown>): void {
  const done = signOut
    .catch(() => {})
    .then(() => {
      if (leaving === done) leaving = null;
    });
  leaving = done;
}

export async function ask<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  return (await askWithTag<T>(method, path, options)).value;
}

export async function askWithTag<T>(
  method: Method,
  path: string,
  options: Options = {},
): Promise<Answer<T>> {
  const before = renewals;
  const answer = askOnce<T>(method, path, options);
  if (options.renews) renewing = answer.catch(() => {}).finally(renewed);
  return answer.catch(async error => {
    if (error.code === 'not_signed_in' && !options.renews) {
      await renewing;
      if (renewals !== before) return askOnce<T>(method, path, options);
    }
    if (error.code === 'step_up_needed' && (await askForProof())) {
      return askOnce<T>(method, path, options);
    }
    if (error.code === 'not_signed_in' && !path.startsWith('/api/sign-in')) signedOut.value = true;
    if (error.code === 'locked') lockedOut.value = true;
    throw error;
  });
}

/** In whose name, and from which page; a stream is opened with them too. */
export function headersFor(path: string): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (person && !IN_ANYBODYS_NAME.test(path)) headers['Cadair-Person'] = person;
  if (page) headers[PAGE] = page;
  return headers;
}

function renewed(): void {
  renewing = null;
  renewals += 1;
}

async function askOnce<T>(
  method: Method,
  path: string,
  { body, ifMatch, keepalive, asText, asFile }: Options,
): Promise<Answer<T>> {
  if (leaving && IN_ANYBODYS_NAME.test(path)) await leaving;
  const headers = headersFor(path);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifMatch !== undefined) headers['If-Match'] = `"${String(ifMatch).replaceAll('"', '')}"`;
  const patience = new AbortController();
  setTimeout(() => patience.abort(), method === 'GET' && !asFile ? READING_MS : WRITING_MS);
  const sent = {
    method,
    headers,
    keepalive,
    signal: patience.signal,
    body: body === undefined ? undefined : JSON.stringify(body),
  };
  const response = await fetch(path, sent).catch(() => {
    throw new Problem({ code: 'offline' });
  });
  page = response.headers.get(PAGE) ?? page;
  if (!response.ok) throw await problemOf(response);
  const etag = response.headers.get('ETag')?.replace(/^W\//, '').replaceAll('"', '') ?? null;
  if (response.status === 204) return { value: undefined as T, etag };
  const value = await (asFile ? response.blob() : asText ? response.text() : response.json()).catch(
    () => {
      throw new Problem({ code: 'unreadable_answer', status: 502 });
    },
  );
  return { value: value as T, etag };
}

async function problemOf(response: Response): Promise<Problem> {
  const facts = await response.json().catch(() => ({}));
  const code = typeof facts.code === 'string' ? facts.code : codeOf(response.status);
  const after = Number(response.headers.get('Retry-After'));
  return new Problem({
    code,
    status: response.status,
    fields: facts.fields,
    current: facts.current,
    retryAfterSeconds: Number.isFinite(after) && after > 0 ? after : null,
  });
}

function codeOf(status: number): string {
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'not_allowed';
  if (status === 404) return 'not_found';
  if (status === 412) return 'stale';
  if (status === 413) return 'too_large';
  if (status === 429) return 'try_again_later';
  return status >= 500 ? 'server_error' : 'not_valid';
}
