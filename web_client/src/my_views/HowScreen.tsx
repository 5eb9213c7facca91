/** How I do this: by myself or with somebody, whose words are then kept apart; and in which language. */
import { useState } from 'preact/hooks';
import { Button, Choices, Dialog, LinkButton, Page, Skeleton, TextField } from '../ui';
import { HELPERS, helperWho, type QuestionSet } from '../ui/question';
import { languages, t } from '../words';
import type { MyViews } from './use_my_views';
import './HowScreen.css';

/** "Undetermined", for a language that Cadair does not speak. */
const ANOTHER_LANGUAGE = 'und';

export function HowScreen({ views }: { views: MyViews; set: QuestionSet }) {
  if (views.draft.state === 'opening') {
    return (
      <Page title={t('How do you want to do this?')} back={{ to: '/say', label: t('All topics') }}>
        <Skeleton lines={3} tall />
      </Page>
    );
  }
  return (
    <Page title={t('How do you want to do this?')} back={{ to: '/say', label: t('All topics') }}>
      <WhoHelps views={views} />
      <Choices
        legend={t('Which language do you write in?')}
        required
        inRow
        options={[
          ...languages
            .filter(one => !one.code.includes('-x-'))
            .map(one => ({ key: one.code, say: one.name })),
          { key: ANOTHER_LANGUAGE, say: t('Another language') },
        ]}
        value={views.content.language}
        onChoose={code => code && views.setLanguage(code)}
      />
      <LinkButton kind="main" to="/say">
        {t('Done')}
      </LinkButton>
    </Page>
  );
}

function WhoHelps({ views }: { views: MyViews }) {
  const { helper, answers } = views.content;
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(helper?.name ?? '');
  const [who, setWho] = useState(helper?.who ?? null);
  const [helped, setHelped] = useState(helper ? 'helped' : 'alone');
  const hasTheirWords = Object.values(answers).some(answer => answer.helper_words?.trim());

  function choose(how: string | null) {
    if (how === 'alone' && helper && hasTheirWords) return setAsking(true);
    setHelped(how ?? 'alone');
    if (how === 'alone' && helper) views.setHelper(null);
  }
  function change(next: { name: string; who: string | null }) {
    setName(next.name);
    setWho(next.who);
    if (next.name.trim() && next.who) views.setHelper({ name: next.name.trim(), who: next.who });
  }
  function takeOut() {
    for (const [question, answer] of Object.entries(answers)) {
      if (answer.helper_words) views.answer(question, { ...answer, helper_words: null });
    }
    views.setHelper(null);
    setHelped('alone');
    setAsking(false);
  }

  return (
    <>
      <Choices
        legend={t('Is someone helping you?')}
        hint={t('Both ways are fine.')}
        required
        options={[
          { key: 'alone', say: t('I am doing this by myself') },
          { key: 'helped', say: t('Someone is helping me') },
        ]}
        value={helped}
        onChoose={choose}
      />
      {helped === 'helped' && (
        <div class="how__helper">
          <TextField
            label={t('What is their name?')}
            value={name}
            maxLength={100}
            autocomplete="off"
            onInput={value => change({ name: value, who })}
          />
          <Choices
            legend={t('Who are they?')}
            options={HELPERS.map(key => ({ key, say: helperWho(key) }))}
            value={who}
            required
            onChoose={key => change({ name, who: key })}
          />
          <p>{t('Each question gets a box for their words. Your words stay yours.')}</p>
        </div>
      )}
      <TakeOut name={name} open={asking} onTakeOut={takeOut} onKeep={() => setAsking(false)} />
    </>
  );
}

type TakeOutProps = { name: string; open: boolean; onTakeOut: () => void; onKeep: () => void };

/** Asks before somebody's words go. */
function TakeOut({ name, open, onTakeOut, onKeep }: TakeOutProps) {
  return (
    <Dialog title={t('Take out {name}’s words?', { name })} open={open} onClose={onKeep}>
      <p>{t('{name}’s words will be gone. Yours stay.', { name })}</p>
      <div class="row">
        <Button kind="stop" onClick={onTakeOut}>
          {t('Take them out')}
        </Button>
        <Button onClick={onKeep}>{t('Keep them')}</Button>
      </div>
    </Dialog>
  );
}
