/** How I do this: by myself or with somebody, whose words are then kept apart. */
import { useState } from 'preact/hooks';
import { Button, Choices, Dialog, LinkButton, Page, TextField } from '../ui';
import { HELPERS, helperWho, type QuestionSet } from '../ui/question';
import { t } from '../words';
import type { MyViews } from './use_my_views';
import './HowScreen.css';

export function HowScreen({ views }: { views: MyViews; set: QuestionSet }) {
  const { helper, answers } = views.content;
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(helper?.name ?? '');
  const [who, setWho] = useState(helper?.who ?? null);
  const [helped, setHelped] = useState(helper ? 'helped' : 'alone');
  const hasTheirWords = Object.values(answers).some(answer => answer.helper_words?.trim());
  const ready = name.trim() !== '' && who !== null;

  function choose(how: string | null) {
    if (how === 'alone' && helper && hasTheirWords) return setAsking(true);
    setHelped(how ?? 'alone');
    if (how === 'alone') views.setHelper(null);
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
    <Page
      title={t('Is someone helping you?')}
      lead={t('Both ways are fine.')}
      back={{ to: '/say', label: t('All topics') }}
    >
      <Choices
        legend={t('Is someone helping you?')}
        legendHidden
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
            inRow
            onChoose={key => change({ name, who: key })}
          />
          <p>{t('Each question gets a box for their words. Your words stay yours.')}</p>
        </div>
      )}
      <LinkButton kind={helped === 'helped' && !ready ? 'plain' : 'main'} to="/say">
        {t('Done')}
      </LinkButton>
      <Dialog
        title={t('Take out {name}’s words?', { name })}
        open={asking}
        onClose={() => setAsking(false)}
      >
        <p>{t('{name}’s words will be gone. Yours stay.', { name })}</p>
        <div class="row">
          <Button kind="stop" onClick={takeOut}>
            {t('Take them out')}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('Keep them')}</Button>
        </div>
      </Dialog>
    </Page>
  );
}
