/** What the guard found that must not go out, in plain words. */
import type { Found } from '../api/releases';
import { t } from '../words';

export function whyStopped({ why, term, author }: Found): string {
  switch (why) {
    case 'address':
      return t('This tells where the child lives or lived: {term}.', { term: term ?? '' });
    case 'postcode':
      return t('This is part of a postcode that must stay secret: {term}.', { term: term ?? '' });
    case 'school':
      return t('This tells which school the child goes to: {term}.', { term: term ?? '' });
    case 'phone':
      return t('This is a phone number that must stay secret: {term}.', { term: term ?? '' });
    case 'carer':
      return t('This tells who cares for the child: {term}.', { term: term ?? '' });
    case 'person':
      return t('There is a wall between this person and {term}.', { term: term ?? '' });
    case 'copied':
      return t('{name} said this, and it was not meant for this person.', { name: author ?? '' });
  }
}
