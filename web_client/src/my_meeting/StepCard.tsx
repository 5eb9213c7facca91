/** One step to pick: its picture, its name and what I chose there. */
import { wear } from '../ui/wear';
import css from './StepCard.css?inline';
import { StepPicture } from './step_pictures';
import { chosenIn, pathOf, type StepKey, stepName } from './steps';
import type { Meeting } from './use_meeting';

wear(css);

export function StepCard({ step, meeting }: { step: StepKey; meeting: Meeting }) {
  const chosen = chosenIn(step, meeting);
  return (
    <a class="step-card" href={pathOf(step)} data-chosen={chosen ? true : undefined}>
      <StepPicture step={step} />
      <span class="step-card__name">{stepName(step)}</span>
      <span class="step-card__chosen" dir="auto">
        {chosen}
      </span>
    </a>
  );
}
