/** What the desk calls ways to meet, and how speaking in private went. */
import type { HowMet, SpokeAlone } from '../api/visits';
import { t } from '../words';

export const WAYS_TO_MEET = ['in_person', 'video', 'phone'] as const;
export const SPOKE_ALONE = ['yes', 'refused', 'not_appropriate'] as const;

export function howMet(how: HowMet): string {
  return { in_person: t('In person'), video: t('By video'), phone: t('By phone') }[how];
}

export function aloneName(alone: SpokeAlone): string {
  return {
    yes: t('Spoken with in private'),
    refused: t('Did not want to speak in private'),
    not_appropriate: t('Not appropriate to speak in private'),
  }[alone];
}
