/** The last look before sending: every word, under who will see it. */
import { draftId, drafts, whereItIs } from '../drafts';
import {
  Button,
  LinkButton,
  managerMay,
  Notice,
  navigate,
  Page,
  Status,
  safetyException,
} from '../ui';
import { isTooLong } from '../ui/question';
import { t } from '../words';
import { sectionsOf } from './sections';
import type { StepProps } from './step_props';
import { WhatISaid } from './WhatISaid';

export function LookOver({ review, draft, shared, set, place }: StepProps) {
  const { answers, language } = draft.content;
  const child = review.child.called;
  const anything = sectionsOf(set, answers).some(section => section.said);
  const tooLong = Object.values(answers).some(isTooLong);
  function send() {
    void drafts.share(draftId(review), { replaces: shared?.id ?? null });
    navigate(place.base, { replace: true });
  }
  if (!anything) {
    return (
      <Page title={t('Look it over')} back={{ to: place.base, label: t('Back to writing') }}>
        <Notice>
          <p>{t('You have not written anything yet.')}</p>
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={t('Look it over')}
      lead={t('This is what you send, and who will see it.')}
      back={{ to: place.base, label: t('Back to writing') }}
    >
      <WhatISaid
        set={set}
        answers={answers}
        child={child}
        language={language}
        changeAt={topic => `${place.base}#${topic}`}
      />
      <Notice>
        <p>
          {safetyException('adult')} {managerMay('adult')}
        </p>
        <p>{t('You can change it or take it back until the meeting.')}</p>
      </Notice>
      {tooLong && (
        <Notice tone="care" title={t('Some of it is too long to send')}>
          <p>{t('Your words are safe here. Go back to writing and make it shorter.')}</p>
        </Notice>
      )}
      <div class="row">
        <Button kind="main" disabled={tooLong} onClick={send}>
          {shared ? t('Send this instead of the old one') : t('Send')}
        </Button>
        <LinkButton kind="quiet" to={place.base}>
          {t('Not yet')}
        </LinkButton>
      </div>
      <Status quiet>{whereItIs(draft.state, draft.delayed)}</Status>
    </Page>
  );
}
