/** What went wrong, in a sentence: the server sends codes, the words are here. Fetched when first needed. */
import type { Problem } from '../api';
import { t, tn } from '../words';
import { noInternet } from './no_internet';

export function sentence(problem: Problem): string {
  switch (problem.code) {
    case 'offline':
      return noInternet();
    case 'not_signed_in':
    case 'second_step_needed':
      return t('Please sign in again. Nothing is lost.');
    case 'wrong_sign_in':
      return t('That name and passphrase do not go together. Please look at both and try again.');
    case 'wrong_proof':
      return t('That is not right. Please try again.');
    case 'locked':
      return t('This page is locked. Please open it again.');
    case 'device_forgotten':
      return t('This device is closed now. Ask your IRO for a new card.');
    case 'device_not_joined':
      return t('You need a new card to use pictures on this device.');
    case 'wrong_passkey':
    case 'no_passkey_given':
      return t('That passkey did not work here. Try again, or use another way.');
    case 'sign_on_refused':
      return t('Your council’s sign-in does not open an account here. Ask your manager.');
    case 'sign_on_not_reached':
      return t('Your council’s sign-in does not answer just now. Please try again soon.');
    case 'authenticator_not_begun':
      return t('That took too long. Please start again.');
    case 'last_way_in':
      return t('This is your last way in, so it stays.');
    case 'too_many_passkeys':
      return t('You have many passkeys already. Please remove one first.');
    case 'step_up_needed':
      return t('Please show that it is you first.');
    case 'try_again_later':
      return wait(problem.retryAfterSeconds);
    case 'contact_not_confirmed':
      return t('Please give us the code first.');
    case 'wrong_code':
      return t('That is not the code. Look again.');
    case 'code_not_valid':
      return t('This code does not work any more. Ask for a new one.');
    case 'card_not_valid':
      return t(
        'This card does not work any more. Ask your IRO or the person who gave it to you for a new one.',
      );
    case 'stale':
      return t(
        'Someone changed this while you were working. Look at the new version, then change it again.',
      );
    case 'record_not_complete':
    case 'record_not_signed':
      return t('Something is missing here. Please look at it again.');
    case 'too_large':
      return t('This is too long to send. Please make it shorter.');
    case 'already_replaced':
      return t('You already shared something newer in its place. Please look at that first.');
    case 'already_shared_differently':
    case 'answer_id_taken':
      return t('Something else was already shared in its place. Your words are safe here.');
    case 'written_differently':
      return t('Something else was already sent in its place. Your words are safe here.');
    case 'message_taken_back':
      return t('This message was taken back, so there is nothing in it any more.');
    case 'brought_differently':
      return t('You already brought this to your review. Please look at it there.');
    case 'review_has_closed':
      return t('This review has closed, so nothing can be added to it. Your words are safe here.');
    case 'review_not_open_yet':
      return t('It is too early to share with this review. Your words are safe here.');
    case 'review_not_held_yet':
      return t('First say on which day this review was held.');
    case 'review_is_adjourned':
      return t('This review is adjourned: nothing of it goes out until it is complete.');
    case 'adjourned_before':
      return t('This review was adjourned before. It can be adjourned once.');
    case 'postponement_waits':
      return t('A manager has not answered the last request yet.');
    case 'too_late_to_take_back':
      return t(
        'The meeting has started, so this cannot be taken back. You can still tell your IRO.',
      );
    case 'observation_not_offered':
      return t('This child can say it themselves. Your words are safe here.');
    case 'attempt_noted_differently':
    case 'absence_noted_differently':
    case 'absence_ended':
    case 'handed_over_differently':
    case 'dispute_raised_differently':
    case 'stage_answered':
    case 'matter_added_differently':
    case 'added_differently':
    case 'early_review_noted_differently':
    case 'postponement_asked_differently':
      return t('This was already noted. Please look at what is there.');
    case 'record_is_signed':
      return t('The record is signed, so it stays as it is. Add to it instead.');
    case 'dispute_is_resolved':
      return t('This dispute is over. Raise a new one if it is not settled.');
    case 'no_return_here':
      return t('Wales has no such return. As a table these codes are your own measure.');
    case 'stage_out_of_turn':
      return t('A dispute only goes up. Please look at the level it has reached.');
    case 'early_review_decided_differently':
    case 'review_ended_differently':
    case 'postponement_answered_differently':
    case 'release_decided':
      return t('This was decided before. Please look at what is there.');
    case 'no_review_owed':
      return t('The law asks for no review of this child just now.');
    case 'early_ask_dropped':
    case 'request_was_taken_back':
      return t('This was taken back. Nothing waits for an answer.');
    case 'asked_differently':
    case 'unsafe_said_differently':
      return t('Something else was sent in its place. Please look at what is there.');
    case 'request_was_answered':
      return t('This has an answer already. Please look at it.');
    case 'not_taken_on':
      return t('Somebody has to take this on by name first.');
    case 'closed_differently':
      return t('This was closed before. Please look at what is there.');
    case 'needs_another':
      return t('Another person has to answer this: an IRO and a manager decide together.');
    case 'proposal_decided':
      return t('This was decided meanwhile. Please look at the walls again.');
    case 'already_proposed':
      return t('Somebody has proposed this already. It waits for an answer.');
    case 'wall_is_lowered':
      return t('There is no wall between these two any more.');
    case 'person_already_there':
      return t('This person is there already.');
    case 'changed_since_preview':
      return t('Something changed since you looked: a wall, an answer or a secret. Look again.');
    case 'stopped_by_guard':
      return t('Something here must not go out. Change it, or say why it may.');
    case 'another_bundle':
      return t('The archive has another file than this one. Hand it over again.');
    case 'record_given_already':
      return t('This person has this record already, or it waits for a second person.');
    case 'letter_given':
      return t('The letter was given. It stays as it is.');
    case 'letter_not_saved':
      return t('Save the letter first.');
    case 'nothing_shared_yet':
      return t('Share an answer or a decision first.');
    case 'remark_said_differently':
      return t('You said something else here before. Please look again.');
    case 'too_many_remarks':
      return t('You said a lot about this letter. Talk to your IRO.');
    case 'released_differently':
      return t('Something else was already shared in its place. Look again.');
    case 'needs_another_person':
      return t('Another person has to agree.');
    case 'not_viewed':
      return t('Look at it before you agree.');
    case 'meeting_code_not_valid':
      return t('That code does not work. Please look at it again, or ask for the code.');
    case 'event_sent_differently':
      return t('This did not reach the meeting. Please do it again.');
    case 'meeting_not_begun':
      return t('The meeting is not open yet. Please wait a little.');
    case 'meeting_has_ended':
      return t('The meeting is over, so this came too late.');
    case 'meeting_is_full':
      return t('No more people can join this meeting with a code.');
    case 'not_joined':
      return t('You are not in this meeting. Ask for the code.');
    case 'meeting_not_over':
      return t('You can say how it was once your meeting has begun.');
    case 'answered_differently':
      return t('Something else was answered in its place. Please look at what is there.');
    case 'wish_not_made':
      return t('The child took this wish back or said it anew. Please look again.');
    case 'wish_not_answered':
      return t('The child has no answer to this yet. Answer and share it first.');
    case 'decision_shared':
      return t('This was shared already, so it cannot change. Add what became of it instead.');
    case 'decision_not_shared':
      return t('Nobody was told of this yet. Share it first.');
    case 'decision_dropped':
      return t('This was dropped. Please write it anew.');
    case 'noted_differently':
      return t('Something else was noted in its place. Please look at what is there.');
    case 'message_was_read':
      return t('It has been read meanwhile, so it cannot be taken back.');
    case 'card_already_made':
      return t('This card was already made. Please make a new one.');
    case 'busy':
      return t('Many people are using Cadair just now. Nothing is lost. Please try again soon.');
    case 'no_room':
      return t(
        'Cadair has no room to save just now. What you wrote is still here. Please try later.',
      );
    case 'not_found':
    case 'not_allowed':
      return t('There is nothing here that you can see.');
    case 'bad_input':
    case 'not_valid':
      return t('Something here could not be accepted. Please look at what you wrote.');
    default:
      return t('Something went wrong on our side. Nothing is lost. Please try again soon.');
  }
}

/** What is wrong with one field: `fieldError(problem, 'passphrase')`. */
export function fieldError(problem: Problem | null, field: string): string | null {
  const code = problem?.fields[field]?.[0];
  if (!code) return null;
  switch (code) {
    case 'too_long':
      return t('This is too long. Please make it shorter.');
    case 'too_short':
      return t('This is too short. Please make it longer.');
    case 'too_few_words':
      return t('Please use three words or more.');
    case 'too_common':
      return t('Many people would guess this. Please choose something else.');
    case 'required':
      return t('Please fill this in.');
    default:
      return t('Please look at this again.');
  }
}

function wait(seconds: number | null): string {
  if (!seconds) return t('There were too many tries. Please wait a little, then try again.');
  const minutes = Math.ceil(seconds / 60);
  return tn(
    'There were too many tries. Please wait a minute, then try again.',
    'There were too many tries. Please wait {n} minutes, then try again.',
    minutes,
  );
}
