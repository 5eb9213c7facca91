/** "I don't feel safe": who to ring, at once, and one press that tells my IRO and the people on duty. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../api';
import { asking, type UnsafeReport } from '../api/asking';
import { useKept } from '../drafts';
import { LANES, sending } from '../drafts/sending';
import { Button, lettersOver, Page, type ScreenProps, TextArea } from '../ui';
import { HelpLines } from '../ui/HelpLines';
import { useLookingAgain } from '../ui/looking_again';
import { formatList, t } from '../words';
import { HowFar } from './HowFar';
import './unsafe.css';

const MOST_LETTERS = 10_000;
/** While whoever pressed has not gone on to read or ring. */
const JUST_NOW_MS = 3_000;

export function NotSafe(_: ScreenProps) {
  return (
    <Page
      title={t('Get help now')}
      lead={t('Ring or text one of these, if it cannot wait.')}
      back={{ to: '/', label: t('Start') }}
    >
      <div class="unsafe-lines">
        <h2 class="visually-hidden">{t('Numbers to ring or text')}</h2>
        <HelpLines inFlow />
      </div>
      <Tell />
    </Page>
  );
}

function Tell() {
  const lane = useMemo(() => sending.lane(LANES.notSafe), []);
  const told = useKept('unsafe', () => asking.reports());
  const lines = useKept('conversations', () => api.myConversations());
  const [words, setWords] = useState('');
  const far = useRef<HTMLDivElement>(null);
  const pressedAt = useRef(0);
  useLookingAgain(told.again);
  const mine = lines.value?.conversations.find(one => one.is_me);
  const names = [mine?.officer?.called, mine?.cover?.called].filter(name => name !== undefined);
  const { waiting, sent } = lane.value;
  const reports = newestFirst(
    sent.map(one => one.answer as UnsafeReport),
    told.value?.reports ?? [],
  );
  const isOpen = waiting.length > 0 || reports.some(report => !report.closed_at);

  // Whether it has gone is the first thing to be seen after the press, also on a small phone.
  useEffect(() => {
    if (Date.now() - pressedAt.current > JUST_NOW_MS) return;
    far.current?.focus({ preventScroll: true });
    far.current?.scrollIntoView?.({ block: 'start' });
  }, [waiting.map(one => one.state).join(), reports.length]);

  function tell(event: SubmitEvent) {
    event.preventDefault();
    if (lettersOver(words, MOST_LETTERS) > 0) return;
    const said = words.trim() === '' ? null : words;
    setWords('');
    sending
      .add(LANES.notSafe, crypto.randomUUID(), { kind: 'not_safe', words: said })
      .catch(() => setWords(now => now || words));
    pressedAt.current = Date.now();
  }

  return (
    <section class="unsafe" aria-labelledby="unsafe">
      <h2 id="unsafe">{t('Tell my IRO and the people on duty')}</h2>
      <div ref={far} tabIndex={-1} class="unsafe__far">
        <HowFar waiting={waiting} reports={reports} />
      </div>
      <ul class="stack stack--tight">
        <li>
          {t('We tell {names}.', {
            names: formatList([
              ...(names.length > 0 ? names : [t('your IRO')]),
              t('their manager'),
              t('the people on duty at your council'),
            ]),
          })}
        </li>
        <li>{t('We do not tell a carer or a parent.')}</li>
        <li>
          {t('They may have to tell someone else to keep you safe. They try to tell you first.')}
        </li>
        <li>{t('They may not see it at once. If it cannot wait, ring.')}</li>
      </ul>
      <form class="stack" onSubmit={tell}>
        <TextArea
          label={t('Say more, if you want to')}
          hint={t('You can leave this empty.')}
          value={words}
          most={MOST_LETTERS}
          rows={2}
          onInput={setWords}
        />
        <Button kind="main" type="submit" wide>
          {isOpen ? t('Tell them again') : t('Tell them now')}
        </Button>
      </form>
    </section>
  );
}

/** Each once, as the server told it last. */
function newestFirst(arrived: UnsafeReport[], told: UnsafeReport[]): UnsafeReport[] {
  const byId = new Map([...arrived, ...told].map(report => [report.id, report]));
  return [...byId.values()].sort((one, other) => (one.said_at < other.said_at ? 1 : -1));
}
