/** The one kind of failure that screens see. The code is the server's, or one of the client's own below. */

/** Every code the client has a sentence for (see ui/ProblemNotice). */
export const CODES = [
  // the client's own
  'offline',
  'unreadable_answer',
  // signing in
  'not_signed_in',
  'wrong_sign_in',
  'try_again_later',
  'card_not_valid',
  // writing
  'stale',
  'not_valid',
  'too_large',
  'already_shared_differently',
  'review_has_closed',
  'not_found',
  'not_allowed',
  'server_error',
] as const;

export class Problem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: Record<string, string[]>;
  /** What the server has now, when an edit was stale. */
  readonly current: unknown;
  readonly retryAfterSeconds: number | null;

  constructor(facts: {
    code: string;
    status?: number;
    fields?: Record<string, string[]>;
    current?: unknown;
    retryAfterSeconds?: number | null;
  }) {
    super(facts.code);
    this.code = facts.code;
    this.status = facts.status ?? 0;
    this.fields = facts.fields ?? {};
    this.current = facts.current;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
  }

  /** True when trying the same again later may work. */
  get passes(): boolean {
    return (
      this.status === 0 ||
      this.status === 401 ||
      this.status === 408 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ code: 'unreadable_answer' });
}
