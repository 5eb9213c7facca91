/** Where I am on the way: stepping stones, with no score and no hurry. */
import { t } from '../words';
import './Progress.css';

export type Step = { key: string; say: string; state: 'done' | 'now' | 'later'; to?: string };

export function Progress({ label, steps }: { label?: string; steps: Step[] }) {
  return (
    <nav class="progress" aria-label={label ?? t('Where I am')}>
      <ol role="list">
        {steps.map(step => (
          <li
            key={step.key}
            class="progress__step"
            data-state={step.state}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            {step.to ? (
              <a href={step.to} title={step.say}>
                <span class="visually-hidden">{step.say}</span>
              </a>
            ) : (
              <span class="visually-hidden">{step.say}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
