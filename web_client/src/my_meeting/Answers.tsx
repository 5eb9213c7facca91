/** What my officer says to what I asked: yes, partly or no, and why. */
import type { RequestAnswer, Said } from '../api/meeting';
import { Page } from '../ui';
import { officerOf, requestName } from '../ui/meeting/names';
import { wear } from '../ui/wear';
import { dayOf, formatDay, t } from '../words';
import css from './Answers.css?inline';
import type { Meeting, StepProps } from './use_meeting';

wear(css);

export function Answers({ meeting }: StepProps) {
  const { facts } = meeting;
  const name = officerOf(facts);
  return (
    <Page
      title={t('What {name} says', { name })}
      lead={facts.answers.length > 0 ? t('This is about what you asked for.') : undefined}
      back={{ to: '/meeting', label: t('My meeting') }}
    >
      {facts.answers.length === 0 && (
        <p>{t('{name} has not said yet. You will see it here.', { name })}</p>
      )}
      <ul role="list" class="answers">
        {facts.answers.map(answer => (
          <li key={answer.request}>
            <Answer answer={answer} meeting={meeting} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Answer({ answer, meeting }: { answer: RequestAnswer; meeting: Meeting }) {
  return (
    <article class="answer">
      <h2 class="answer__what" dir="auto">
        {requestName(answer.request, meeting.plan, meeting.facts)}
      </h2>
      <p class="answer__said" data-said={answer.answer}>
        {saidName(answer.answer)}
      </p>
      {answer.reason && (
        <blockquote dir="auto" class="answer__why">
          {answer.reason}
        </blockquote>
      )}
      <p class="soft small">
        {t('{name} said this on {day}.', {
          name: answer.by.called,
          day: formatDay(dayOf(answer.at)),
        })}
      </p>
      {answer.asked_anew && (
        <p class="answer__anew">
          {t('You changed this since. {name} will look again.', { name: answer.by.called })}
        </p>
      )}
    </article>
  );
}

function saidName(said: Said): string {
  const names = { yes: t('Yes'), partly: t('A part of it'), no: t('No') };
  return names[said];
}
