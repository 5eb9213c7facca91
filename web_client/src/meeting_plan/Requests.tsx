/** Everything that the plan asks, one by one, with the officer's answer to each. */
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import type { PartProps } from './MeetingPlan';
import { Request } from './Request';
import css from './Requests.css?inline';

wear(css);

export function Requests(props: PartProps) {
  const { facts, called } = props;
  const open = facts.requests.filter(one => !one.answer || one.answer.asked_anew).length;
  return (
    <section class="requests" aria-labelledby="requests">
      <h2 id="requests">{t('What {name} asks for', { name: called })}</h2>
      <p class="soft">
        {open === 0
          ? t('You have answered everything.')
          : tn('{n} waits for your answer.', '{n} wait for your answer.', open)}{' '}
        {t('What is said about a person here never reaches that person.')}
      </p>
      <ul role="list">
        {facts.requests.map(asked => (
          <li key={asked.request}>
            <Request {...props} asked={asked} />
          </li>
        ))}
      </ul>
    </section>
  );
}
