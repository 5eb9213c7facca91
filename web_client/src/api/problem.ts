/** The one kind of failure that screens see. The code is the server's, or one of the client's own below. */

/** Every code the client has a sentence for (see ui/ProblemNotice). */
export const CODES = [
  // the client's own
  'offline',
  'unreadable_answer',
  'no_passkey_given',
  // signing in
  'not_signed_in',
  'wrong_sign_in',
  'locked',
  'device_forgotten',
  'device_not_joined',
  'try_again_later',
  'step_up_needed',
  'wrong_proof',
  'second_step_needed',
  'wrong_passkey',
  'sign_on_refused',
  'sign_on_not_reached',
  'authenticator_not_begun',
  'last_way_in',
  'too_many_passkeys',
  'contact_not_confirmed',
  'wrong_code',
  'code_not_valid',
  'card_not_valid',
  // writing
  'stale',
  'revision_missing',
  'bad_input',
  'not_valid',
  'too_large',
  // sharing
  'already_shared_differently',
  'already_replaced',
  'answer_id_taken',
  'review_not_open_yet',
  'review_not_held_yet',
  'review_is_adjourned',
  'adjourned_before',
  'postponement_waits',
  'postponement_asked_differently',
  'postponement_answered_differently',
  'review_has_closed',
  'too_late_to_take_back',
  'observation_not_offered',
  // messages
  'written_differently',
  'message_taken_back',
  'brought_differently',
  // the desk
  'attempt_noted_differently',
  'matter_added_differently',
  'no_review_owed',
  'early_review_noted_differently',
  'early_review_decided_differently',
  'early_ask_dropped',
  'review_ended_differently',
  // the circle and its walls
  'needs_another',
  'proposal_decided',
  'already_proposed',
  'wall_is_lowered',
  'person_already_there',
  // a review's record
  'record_is_signed',
  'record_not_signed',
  'record_not_complete',
  'added_differently',
  // sharing with one recipient
  'changed_since_preview',
  'stopped_by_guard',
  'released_differently',
  'record_given_already',
  'another_bundle',
  'letter_given',
  'letter_not_saved',
  'nothing_shared_yet',
  'remark_said_differently',
  'too_many_remarks',
  'release_decided',
  'needs_another_person',
  'not_viewed',
  // answers to wishes, and decisions
  'answered_differently',
  'wish_not_made',
  'wish_not_answered',
  'decision_shared',
  'decision_not_shared',
  'decision_dropped',
  'noted_differently',
  // asking one's IRO, and saying that one is not safe
  'asked_differently',
  'request_was_answered',
  'request_was_taken_back',
  'unsafe_said_differently',
  'not_taken_on',
  'closed_differently',
  // being away
  'absence_noted_differently',
  'absence_ended',
  'handed_over_differently',
  // disputes with the council
  'dispute_raised_differently',
  'dispute_is_resolved',
  'stage_out_of_turn',
  'stage_answered',
  // in the meeting
  'meeting_code_not_valid',
  'event_sent_differently',
  'meeting_not_begun',
  'meeting_has_ended',
  'meeting_is_full',
  'not_joined',
  'meeting_not_over',
  // the statutory return
  'no_return_here',
  // talking to the officer
  'message_was_read',
  // cards
  'card_already_made',
  // anywhere
  'busy',
  'no_room',
  'not_found',
  'not_allowed',
  'from_another_site',
  'our_fault',
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
      this.code === 'locked' ||
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
