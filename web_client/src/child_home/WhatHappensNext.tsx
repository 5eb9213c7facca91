/** Three plain steps, so that nothing comes as a surprise. */
import type { Contribution, MyReview, Stage } from '../api';
import { Card, icons } from '../ui';
import { t } from '../words';
import './WhatHappensNext.css';

export const BEFORE: Stage[] = ['planned', 'open_for_views', 'ready'];

type Step = { say: string; more: string; done: boolean };

export function WhatHappensNext({
  review,
  shared,
}: {
  review: MyReview;
  shared: Contribution | null;
}) {
  const steps = stepsOf(review, shared);
  const now = steps.findIndex(step => !step.done);
  return (
    <Card title={t('What happens next')}>
      <ol role="list" class="steps">
        {steps.map((step, index) => (
          <li
            key={step.say}
            class="steps__one"
            data-done={step.done || undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            <span class="steps__mark" aria-hidden="true">
              {step.done ? <icons.Tick /> : index + 1}
            </span>
            <span class="steps__words">
              <strong>{step.say}</strong>
              {step.done && <span class="visually-hidden"> {t('Done')}</span>}
              <span class="steps__more">{step.more}</span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

export function stepsOf(review: MyReview, shared: Contribution | null): Step[] {
  const officer = review.reviewing_officer?.called ?? t('your IRO');
  const read = shared?.read_by.some(one => one.job === 'reviewing_officer') ?? false;
  const over = !BEFORE.includes(review.stage);
  return [
    {
      say: shared ? t('You said what you think') : t('You say what you think'),
      more: shared
        ? t('You can read it, add to it or change it.')
        : t('On your own or with help. Or not at all: it is up to you.'),
      done: shared !== null,
    },
    {
      say: read
        ? t('{name} has read it', { name: officer })
        : t('{name} reads it', { name: officer }),
      more: read
        ? t('{name} thinks about it before your review.', { name: officer })
        : t('You will see here when that is done.'),
      done: read,
    },
    {
      say: t('Your review'),
      more: over ? t('It has started, or it is over.') : t('Your own words come first.'),
      done: over,
    },
  ];
}
