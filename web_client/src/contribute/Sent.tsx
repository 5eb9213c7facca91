/** What was sent: to read, to change, to take back, and who has read it. */
import { type Contribution, useLoaded } from '../api';
import { drafts, whereItIs } from '../drafts';
import { Button, icons, LinkButton, Notice, navigate, Page, Skeleton } from '../ui';
import { loadQuestionSet } from '../ui/question';
import { dayOf, formatDay, t } from '../words';
import type { Answers } from './sections';
import type { StepProps } from './step_props';
import { TakeBack } from './TakeBack';
import { WhatISaid } from './WhatISaid';
import './Sent.css';

type Props = StepProps & { onChanged: () => void };

export function Sent(props: Props) {
  const { draft, shared, set, review, title, me } = props;
  const child = review.child.called;
  const back = { to: '/', label: me.job === 'reviewing_officer' ? t('Today') : t('Home') };
  if (draft.state === 'waiting_to_send') {
    return (
      <Page title={title} back={back}>
        <Notice tone="care" title={t('On its way')} announced>
          <p>
            {draft.delayed
              ? whereItIs(draft.state, true)
              : t('It goes as soon as there is internet. You can close this page.')}
          </p>
        </Notice>
        <WhatISaid
          set={set}
          answers={draft.content.answers}
          child={child}
          language={draft.content.language}
        />
      </Page>
    );
  }
  return (
    <Page title={title} back={back}>
      {shared ? <Standing {...props} shared={shared} /> : <JustSent />}
    </Page>
  );
}

function JustSent() {
  return (
    <>
      <Notice tone="good" title={t('Sent. Thank you.')} announced />
      <Skeleton lines={3} />
    </>
  );
}

function Standing({ shared, review, set, place, onChanged }: Props & { shared: Contribution }) {
  const used = useLoaded(
    () => loadQuestionSet(shared.form, shared.form_version),
    [shared.form, shared.form_version],
  );
  const child = review.child.called;
  function change() {
    void drafts.replaceWith(review, shared);
    navigate(place.base);
  }
  function taken() {
    onChanged();
    navigate(place.base, { replace: true });
  }
  return (
    <>
      <Notice tone="good" title={t('Sent. Thank you.')} announced>
        <p>{t('You sent this on {day}.', { day: formatDay(dayOf(shared.shared_at)) })}</p>
        {shared.read_by.map(reader => (
          <p key={reader.first_read_at} class="sent__read">
            <icons.Eye />
            {t('{name} read it on {day}.', {
              name: reader.called,
              day: formatDay(dayOf(reader.first_read_at)),
            })}
          </p>
        ))}
      </Notice>
      <WhatISaid
        set={used.value ?? set}
        answers={asAnswers(shared)}
        child={child}
        language={shared.language}
      />
      {review.can_share ? (
        <div class="row">
          <Button onClick={change}>{t('Change or add to it')}</Button>
          <TakeBack review={review} shared={shared} onTaken={taken} />
        </div>
      ) : (
        <p class="soft">{t('The review has begun, so it stays as it is.')}</p>
      )}
      {!place.observation && review.observation ? (
        <LinkButton to={`/add/${review.id}/observation`} kind="quiet">
          {t('How {child} shows what they like', { child })}
        </LinkButton>
      ) : null}
    </>
  );
}

function asAnswers(shared: Contribution): Answers {
  return Object.fromEntries(shared.answers.map(answer => [answer.question, answer]));
}
