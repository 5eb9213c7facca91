/** Who somebody that helps is to the person they help. */
import { t } from '../../words';

export const HELPERS = [
  'carer',
  'family',
  'friend',
  'social_worker',
  'advocate',
  'teacher',
  'other',
] as const;

export function helperWho(who: string): string {
  const known: Record<string, string> = {
    carer: t('My carer'),
    family: t('Someone in my family'),
    friend: t('A friend'),
    social_worker: t('My social worker'),
    advocate: t('My advocate'),
    teacher: t('Someone from school'),
    other: t('Someone else'),
  };
  return known[who] ?? who;
}
