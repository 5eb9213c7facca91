/** The one sentence that must be here when nothing can be fetched. */
import { t } from '../words';

export function noInternet(): string {
  return t('There is no internet just now. Nothing is lost.');
}
