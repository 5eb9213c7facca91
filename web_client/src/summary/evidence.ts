/** What a proposed participation code rests on, in words. */
import type { Evidence, Participation } from '../api';
import { saidOn } from '../desk/lines';
import { t } from '../words';

export function evidenceInWords({ code, at }: Evidence): string {
  const date = at ? saidOn(at) : '';
  switch (code) {
    case 'under_4':
      return t('Under 4 at the time of the review.');
    case 'shared_views':
      return date ? t('Shared their views on {date}.', { date }) : t('Shared their views.');
    case 'only_skipped':
      return t('Sent the form in, and chose to say nothing in it.');
    case 'only_helper_words':
      return t('Only a helper’s words came in.');
    case 'nothing_shared':
      return t('Has shared nothing.');
    case 'taken_back':
      return t('Took back what they had shared.');
    case 'speaker_named':
      return t('Named someone to speak for them.');
    case 'words_read_out':
      return t('Wants their words read out.');
    case 'wants_to_come':
      return t('Wants to come.');
    case 'wants_part':
      return t('Wants to come for part of it.');
    case 'wants_video':
      return t('Wants to join by video. How to code that is yours to judge.');
    case 'wants_nearby':
      return t('Wants to be nearby.');
    case 'does_not_want_to_come':
      return t('Does not want to come.');
    case 'had_helper':
      return t('Had someone’s help to fill it in.');
    case 'observed':
      return t('Someone wrote down what they saw.');
    case 'came_to_meeting':
      return t('Was noted as there when the meeting ran, {date}.', { date });
    case 'led_in_meeting':
      return t('Led something in the meeting.');
    case 'replied_in_meeting':
      return t('Answered what was read back to them in the meeting.');
    case 'attendance_not_known':
      return t('Whether they come is not known yet.');
    default:
      return t('Something else is on record.');
  }
}

export function didInWords(did: Participation['if_they_come'][number]['did']): string {
  return {
    spoke: t('and speak for themselves'),
    spoken_for: t('and an advocate speaks for them'),
    symbols: t('and show their views without speech'),
    nothing: t('and do not give their views'),
  }[did];
}
