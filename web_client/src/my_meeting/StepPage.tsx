/** The frame of each step: what it is about, that it saves itself, and the way on. Nothing must be filled in. */
import type { ComponentChildren } from 'preact';
import { LinkButton, Notice, Page, ProblemNotice } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import { Saved } from './Saved';
import css from './StepPage.css?inline';
import { after, pathOf, type StepKey, stepName } from './steps';
import type { Meeting } from './use_meeting';

wear(css);

type Props = { step: StepKey; lead: string; meeting: Meeting; children: ComponentChildren };

export function StepPage({ step, lead, meeting, children }: Props) {
  const { shown } = meeting;
  const next = after(step);
  return (
    <Page title={stepName(step)} lead={lead} back={{ to: '/meeting', label: t('My meeting') }}>
      <Saved state={shown.state} />
      {shown.state === 'needs_attention' && shown.problem && (
        <ProblemNotice problem={shown.problem} onRetry={meeting.tryAgain} />
      )}
      {shown.clashes.length > 0 && (
        <Notice tone="care" title={t('You planned on two devices')}>
          <p>{t('We kept both. Please choose what to keep.')}</p>
          <LinkButton to="/meeting">{t('Look at both')}</LinkButton>
        </Notice>
      )}
      {children}
      <div class="step-on">
        {next && (
          <LinkButton kind="main" wide to={pathOf(next)}>
            {t('Next: {step}', { step: stepName(next) })}
          </LinkButton>
        )}
        <LinkButton kind={next ? 'quiet' : 'main'} wide to="/meeting">
          {t('All steps')}
        </LinkButton>
      </div>
    </Page>
  );
}
