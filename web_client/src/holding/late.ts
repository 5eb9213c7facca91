/** Why a review was held late, by name. */
import type { LateReason, Paper } from '../api/holding';
import { t } from '../words';

export function lateReasonName(reason: LateReason): string {
  return {
    child_not_ready: t('The child asked for more time'),
    sickness: t('Sickness'),
    officer_not_available: t('The IRO could not come'),
    worker_not_available: t('The social worker could not come'),
    told_late: t('We were told late that the child came into care'),
    papers_not_ready: t('Papers were not ready'),
    family_not_available: t('Family or carers could not come'),
    placement_changed: t('The child moved'),
    court: t('A court hearing'),
    other: t('Something else'),
  }[reason];
}

export function paperName(paper: Paper): string {
  return {
    decisions: t('Decisions and answers shared'),
    care_plan: t('Care plan brought up to date'),
    record: t('Record signed'),
    given_to_all: t('Everybody has their part of the record'),
  }[paper];
}
