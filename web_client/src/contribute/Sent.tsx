/** What was sent: to read, to change, to take back, and who has read it. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Contribution, type Problem, useLoaded } from '../api';
import { drafts } from '../drafts';
import {
  Button,
  Dialog,
  icons,
  LinkButton,
  Notice,
  navigate,
  Page,
  ProblemNotice,
  Skeleton,
} from '../ui';
import { loadQuestionSet } from '../ui/question';
import { dayOf, formatDay, t } from '../words';
import type { Answers } from './sections';
import type { StepProps } from './step_props';
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
          <p>{t('It goes as soon as there is internet. You can close this page.')}</p>
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
          <TakeBack shared={shared} onTaken={onChanged} />
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

function TakeBack({ shared, onTaken }: { shared: Contribution; onTaken: () => void }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function takeBack() {
    setBusy(true);
    setProblem(null);
    try {
      await api.withdraw(shared.id);
      setOpen(false);
      onTaken();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('Take it back')}
      </Button>
      <Dialog title={t('Take it back?')} open={open} onClose={() => setOpen(false)}>
        <p>{t('Your words are taken out of the review. You can write again until the meeting.')}</p>
        {shared.read_by.length > 0 && (
          <p>{t('The IRO has read them already, and may remember what they said.')}</p>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <div class="row">
          <Button kind="stop" busy={busy} onClick={() => void takeBack()}>
            {t('Yes, take it back')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('No, leave it')}</Button>
        </div>
      </Dialog>
    </>
  );
}

function asAnswers(shared: Contribution): Answers {
  return Object.fromEntries(shared.answers.map(answer => [answer.question, answer]));
}
