/** The box for an answer, with phrases in the reader's own language first. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Me } from '../api';
import { inboxApi, type Talk } from '../api/inbox';
import { languageName } from '../desk/lines';
import { Button, lettersOver, Notice, TextArea } from '../ui';
import { formatDateIn, inLanguage, t } from '../words';
import { type Phrase, TO_A_CHILD, TO_AN_ADULT } from './quick_phrases';
import { send } from './sending';

const MOST = 10_000;

type Props = {
  talk: Talk;
  me: Me;
  isChild: boolean;
  words: string;
  onWords: (words: string) => void;
  /** An answer says that what it answers was read. */
  readUpTo: string | null;
};

export function Reply({ talk, me, isChild, words, onWords, readUpTo }: Props) {
  const [language, setLanguage] = useState(talk.language);
  const [empty, setEmpty] = useState(false);
  const { child, with: other } = talk;

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setEmpty(!words.trim());
    if (!words.trim() || lettersOver(words, MOST)) return;
    onWords('');
    if (readUpTo) inboxApi.read(child.id, other.id, readUpTo).catch(() => {});
    void send({
      id: crypto.randomUUID(),
      from: me.id,
      childId: child.id,
      personId: other.id,
      words: words.trim(),
      language,
      reason: null,
      writtenAt: Date.now(),
    });
  }

  return (
    <form id="reply" class="dialogue__reply" onSubmit={submit} noValidate>
      <TextArea
        label={t('Write to {name}', { name: other.called })}
        rows={3}
        most={MOST}
        lang={language}
        error={empty ? t('Please write something first.') : null}
        value={words}
        onInput={onWords}
      />
      <WrittenIn me={me} value={language} onChange={setLanguage} />
      <Phrases
        phrases={isChild ? TO_A_CHILD : TO_AN_ADULT}
        language={language}
        answerBy={talk.answer_by}
        onChoose={said => onWords(words.trim() ? `${words.trimEnd()} ${said}` : said)}
      />
      {talk.not_safe_to_reply && (
        <Notice tone="stop">
          <p>
            {t('Somebody else may read this on the phone of {name}. Talk in person instead.', {
              name: child.called,
            })}
          </p>
        </Notice>
      )}
      <div>
        <Button kind={talk.not_safe_to_reply ? 'stop' : 'main'} type="submit">
          {talk.not_safe_to_reply
            ? t('Send although it is not safe')
            : t('Send to {name}', { name: other.called })}
        </Button>
      </div>
    </form>
  );
}

type WrittenInProps = { me: Me; value: string; onChange: (code: string) => void };

function WrittenIn({ me, value, onChange }: WrittenInProps) {
  const id = useId();
  const codes = [...new Set([value, ...me.council.languages])];
  if (codes.length < 2) return null;
  return (
    <div class="row">
      <label for={id}>{t('Written in')}</label>
      <select
        id={id}
        class="input dialogue__language"
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {codes.map(code => (
          <option key={code} value={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

type PhrasesProps = {
  phrases: Phrase[];
  language: string;
  answerBy: string;
  onChoose: (words: string) => void;
};

function Phrases({ phrases, language, answerBy, onChoose }: PhrasesProps) {
  const code = language === 'cy' ? 'cy' : 'en';
  const [day, setDay] = useState('');
  useEffect(() => {
    // The day stands in the phrase's language, which may not be the officer's.
    let current = true;
    void inLanguage(code, 'desk').then(() => current && setDay(formatDateIn(code, answerBy)));
    return () => {
      current = false;
    };
  }, [code, answerBy]);
  return (
    <details class="dialogue__phrases">
      <summary>{t('Quick phrases')}</summary>
      <ul role="list" lang={code}>
        {phrases.map(phrase => {
          const said = phrase[code].replace('{day}', day);
          return (
            <li key={phrase.en}>
              <button type="button" onClick={() => onChoose(said)}>
                {said}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
