/** What a dispute is about and how far up it is, in words. */
import type { Dispute, Stage } from '../api/disputes';
import { t } from '../words';

export type About = Dispute['about'];
export type Rung = Stage['stage'];
export const ABOUTS: About[] = ['decision', 'wish', 'delay', 'concern'];
export const LONGEST = 4_000;
export const LONGEST_NAME = 120;

export function aboutName(about: About): string {
  switch (about) {
    case 'decision':
      return t('A decision');
    case 'wish':
      return t('A wish');
    case 'delay':
      return t('A delay');
    default:
      return t('Another concern');
  }
}

export function rungName(rung: Rung): string {
  switch (rung) {
    case 'informal':
      return t('Informal');
    case 'team_manager':
      return t('Team manager');
    case 'operational_manager':
      return t('Operational manager');
    case 'assistant_director':
      return t('Assistant director');
    case 'director':
      return t('Director');
    default:
      return t('Chief executive');
  }
}

/** In Wales it is Cafcass Cymru. */
export function cafcassName(nation: string): string {
  return nation === 'wales' ? 'Cafcass Cymru' : 'Cafcass';
}
