/** How I do this: by myself or with somebody, whose words are then kept apart; and in which language. */
import { useState } from 'preact/hooks';
import {
  Button,
  Choices,
  Dialog,
  LinkButton,
  lettersOver,
  Notice,
  Page,
  Skeleton,
  TextField,
} from '../ui';
import { HELPERS, helperWho, type QuestionSet } from '../ui/question';
import { languages, t } from '../words';
import type { MyViews } from './use_my_views';
import './HowScreen.css';

/** "Undetermined", for a language that Cadair does not speak. */
const ANOTHER_LANGUAGE = 'und';
/** How many letters of a helper's name the server takes (contributions/schemas.py). */
const LONGEST_NAME = 100;

export function HowScreen({ views }: { views: MyViews; set: QuestionSet }) {
  if (views.draft.state !== 'opening') return <How views={views} />;
  return (
    <Page title={t('How do you want to do this?')} back={{ to: '/say', label: t('All topics') }}>
      <Skeleton lines={3} tall />
    </Page>
  );
}

function How({ views }: { views: MyViews }) {
  const helping = useHelping(views);
  const [left, setLeft] = useState(false);
  const lacks = missing(helping);
  return (
    <Page title={t('How do you want to do this?')} back={{ to: '/say', label: t('All topics') }}>
      <WhoHelps helping={helping} />
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
      {left && lacks && (
        <Notice tone="care" announced>
          <p>{lacks}</p>
          <p>{t('Or choose that you do this by yourself.')}</p>
        </Notice>
      )}
      <LinkButton
        kind="main"
        to="/say"
        onClick={event => {
          if (!lacks) return;
          event.preventDefault();
          setLeft(true);
        }}
      >
        {t('Done')}
      </LinkButton>
    </Page>
  );
}

type Helping = {
  helped: string;
  name: string;
  who: string | null;
  /** Asks whether the helper's words may go. */
  asking: boolean;
};

/** Who helps, while it is being said: a name alone is not kept, so nobody leaves with half of it. */
function useHelping(views: MyViews) {
  const { helper, answers } = views.content;
  const [now, setNow] = useState<Helping>({
    helped: helper ? 'helped' : 'alone',
    name: helper?.name ?? '',
    who: helper?.who ?? null,
    asking: false,
  });
  const change = (next: Partial<Helping>) => setNow({ ...now, ...next });
  return {
    ...now,
    choose(how: string | null) {
      const theirs = Object.values(answers).some(answer => answer.helper_words?.trim());
      if (how === 'alone' && helper && theirs) return change({ asking: true });
      change({ helped: how ?? 'alone' });
      if (how === 'alone' && helper) views.setHelper(null);
    },
    nameThem(next: { name: string; who: string | null }) {
      change(next);
      const name = next.name.trim();
      if (next.who && name && !lettersOver(name, LONGEST_NAME)) {
        views.setHelper({ name, who: next.who });
      }
    },
    keep: () => change({ asking: false }),
    takeOut() {
      for (const [question, answer] of Object.entries(answers)) {
        if (answer.helper_words) views.answer(question, { ...answer, helper_words: null });
      }
      views.setHelper(null);
      change({ helped: 'alone', asking: false });
    },
  };
}

/** What is still to be said about a helper, in a sentence. */
function missing({ helped, name, who }: Helping): string | null {
  if (helped !== 'helped') return null;
  if (lettersOver(name.trim(), LONGEST_NAME)) return t('Please write a shorter name.');
  if (name.trim()) return who ? null : t('Please choose who they are.');
  return who ? t('Please write their name.') : t('Please write their name and who they are.');
}

function WhoHelps({ helping }: { helping: ReturnType<typeof useHelping> }) {
  const { helped, name, who } = helping;
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
        onChoose={helping.choose}
      />
      {helped === 'helped' && (
        <div class="how__helper">
          <TextField
            label={t('What is their name?')}
            value={name}
            most={LONGEST_NAME}
            autocomplete="off"
            onInput={value => helping.nameThem({ name: value, who })}
          />
          <Choices
            legend={t('Who are they?')}
            options={HELPERS.map(key => ({ key, say: helperWho(key) }))}
            value={who}
            required
            onChoose={key => helping.nameThem({ name, who: key })}
          />
          <p>{t('Each question gets a box for their words. Your words stay yours.')}</p>
        </div>
      )}
      <TakeOut
        name={name}
        open={helping.asking}
        onTakeOut={helping.takeOut}
        onKeep={helping.keep}
      />
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
