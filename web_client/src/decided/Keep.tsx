/** What I can keep, now and when I leave care: my words as a file, and how to ask for the rest. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { decided, type Taken } from '../api/decided';
import { Button, Notice, Page, ProblemNotice, Status } from '../ui';
import { saveFile } from '../ui/SaveFile';
import { t } from '../words';

export function Keep() {
  return (
    <Page
      title={t('What I can keep')}
      lead={t('Your words are yours. Now, at 18, and after.')}
      back={{ to: '/decided', label: t('What we decided') }}
    >
      <TakeThem />
      <section class="stack" aria-labelledby="leaving">
        <h2 id="leaving">{t('When I turn 18 or leave care')}</h2>
        <ul class="stack">
          <li>{t('Take a copy of your words before you go.')}</li>
          <li>{t('Ask your IRO how long you can still come in here.')}</li>
          <li>{t('The council keeps your file safe for many years.')}</li>
          <li>{t('You can ask to read your file at any age. It is free.')}</li>
        </ul>
      </section>
      <section class="stack" aria-labelledby="asking">
        <h2 id="asking">{t('How to ask for my file')}</h2>
        <ul class="stack">
          <li>{t('Say: “I want to see my records.” You can write it or say it.')}</li>
          <li>{t('You do not have to say why.')}</li>
          <li>{t('Some parts may be left out. They are about other people.')}</li>
          <li>{t('Reading it can be a lot. Have someone you trust with you.')}</li>
        </ul>
        <p>{t('Your IRO, your personal adviser or an advocate can help you ask.')}</p>
        <div class="row">
          <a href="/talk">{t('Talk to my IRO')}</a>
          <a href="/ask">{t('Ask for an advocate')}</a>
        </div>
      </section>
    </Page>
  );
}

function TakeThem() {
  const [taking, setTaking] = useState<'pdf' | 'data' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saved, setSaved] = useState('');

  async function take(kind: 'pdf' | 'data') {
    setTaking(kind);
    setProblem(null);
    setSaved('');
    try {
      if (kind === 'pdf') saveFile('words.pdf', await decided.asPdf());
      else saveFile('words.json', asText(await decided.asData()));
      setSaved(t('It is saved on this phone or computer.'));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setTaking(null);
    }
  }

  return (
    <section class="stack" aria-labelledby="taking">
      <h2 id="taking">{t('Take my words with me')}</h2>
      <p>{t('You get one file. This is in it:')}</p>
      <ul>
        <li>{t('All my words')}</li>
        <li>{t('What we decided')}</li>
        <li>{t('My letters')}</li>
        <li>{t('My certificates')}</li>
        <li>{t('Messages to me')}</li>
      </ul>
      <Notice tone="care">
        {t('Who opens this phone can open the file too. Put it where it is safe.')}
      </Notice>
      <div class="row">
        <Button kind="main" busy={taking === 'pdf'} onClick={() => void take('pdf')}>
          {t('Keep it to read or print')}
        </Button>
        <Button busy={taking === 'data'} onClick={() => void take('data')}>
          {t('Keep it as data')}
        </Button>
      </div>
      <p class="soft">{t('Data is for a computer. It can move to another app.')}</p>
      <Status>{saved}</Status>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}

function asText(all: Taken): Blob {
  return new Blob([JSON.stringify(all, null, 1)], { type: 'application/json' });
}
