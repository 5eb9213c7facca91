/** After Share: where my words are, honestly, and what happens next. */
import { useEffect, useState } from 'preact/hooks';
import { drafts, whereItIs } from '../drafts';
import { Button, Chair, LinkButton, Notice, Page, ProblemNotice } from '../ui';
import type { QuestionSet } from '../ui/question';
import { formatDay, t } from '../words';
import { type MyViews, useOnline } from './use_my_views';
import './ThanksScreen.css';

type Props = { views: MyViews; set: QuestionSet };
const A_WHILE_MS = 6000;

export function ThanksScreen({ views }: Props) {
  const { draft, me, shared, unshared } = views;
  const online = useOnline();
  const back = { to: '/say', label: t('All topics') };
  if (draft.state === 'needs_attention') return <DidNotSend views={views} />;
  const waiting = draft.state === 'waiting_to_send' || draft.state === 'not_saved';
  if (waiting) {
    return (
      <Page
        title={
          online && !draft.delayed ? t('Sending your words…') : t('Your words are ready to go')
        }
        back={back}
      >
        <div class="thanks">
          <Chair look={me.chair} size={148} />
          <div class="thanks__where" role="status">
            {online && !draft.delayed ? <Slowly /> : <p>{whereItIs(draft.state, draft.delayed)}</p>}
            {draft.state === 'waiting_to_send' && !draft.delayed && (
              <p class="soft">{t('Your words are safe on this device.')}</p>
            )}
          </div>
          <LinkButton to="/">{t('Home')}</LinkButton>
        </div>
      </Page>
    );
  }
  if (draft.state !== 'shared' && (!shared || unshared)) return <NotSharedYet />;
  return (
    <Page title={t('Thank you')} back={back}>
      <div class="thanks">
        <Chair look={me.chair} size={168} lit />
        <p class="thanks__big" role="status">
          {t('Your words are shared.')}
        </p>
      </div>
      <WhatHappensNext views={views} />
      <div class="row">
        <LinkButton kind="main" to="/">
          {t('Home')}
        </LinkButton>
        <LinkButton to="/said">{t('Read it again')}</LinkButton>
      </div>
    </Page>
  );
}

function WhatHappensNext({ views: { review } }: { views: MyViews }) {
  const iro = review.reviewing_officer?.called;
  const first = review.parts
    .map(part => part.starts_at)
    .filter(at => at !== null)
    .sort()[0];
  const steps = [
    iro
      ? t('{name} reads your words before your review.', { name: iro })
      : t('Your IRO reads your words before your review.'),
    t('You will see it here when they have.'),
    first
      ? t('Your review is on {day}.', { day: formatDay(first) })
      : t('Your home page will say when your review is.'),
    t('Each wish gets an answer: yes, partly, not yet or no.'),
  ];
  return (
    <section class="stack" aria-labelledby="next">
      <h2 id="next">{t('Here is what happens next')}</h2>
      <ol class="thanks__steps" role="list">
        {steps.map((step, place) => (
          <li key={step}>
            <span class="thanks__number" aria-hidden="true">
              {place + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <p class="soft">
        {t('Changed your mind? You can add, change or take it back before your review.')}
      </p>
    </section>
  );
}

function Slowly() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), A_WHILE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p>{slow ? t('It is taking a while. We keep trying. You can go on.') : t('Just a moment.')}</p>
  );
}

function DidNotSend({ views }: { views: MyViews }) {
  const { draft, review } = views;
  const elsewhere = draft.problem?.code === 'already_replaced';
  // What was shared from the other device is what this one would replace: ask for it anew.
  useEffect(() => {
    if (elsewhere) views.lookAgain();
  }, [elsewhere]);
  return (
    <Page
      title={t('This did not send')}
      lead={t('Your words are safe on this device.')}
      back={{ to: '/say', label: t('All topics') }}
    >
      {elsewhere ? (
        <Notice tone="care" title={t('You shared from another device, too')}>
          <p>{t('You can look at what you shared there. Or you can share this in its place.')}</p>
          <div class="row">
            <Button onClick={views.share}>{t('Share this one')}</Button>
            <LinkButton to="/said">{t('Read what I said')}</LinkButton>
          </div>
        </Notice>
      ) : (
        <>
          {draft.problem && <ProblemNotice problem={draft.problem} />}
          <Button kind="main" onClick={() => void drafts.tryAgain(review.id)}>
            {t('Try again')}
          </Button>
        </>
      )}
    </Page>
  );
}

function NotSharedYet() {
  return (
    <Page title={t('Not shared yet')} back={{ to: '/say', label: t('All topics') }}>
      <p>{t('Only you can see this until you press Share.')}</p>
      <LinkButton kind="main" to="/say/share">
        {t('Look at it, then share')}
      </LinkButton>
    </Page>
  );
}
