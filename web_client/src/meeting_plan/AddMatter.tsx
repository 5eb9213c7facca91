/** What the officer adds to the agenda: the child sees it as new, so that nothing comes as a surprise. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { meetingApi } from '../api/meeting';
import { Button, lettersOver, ProblemNotice, TextArea } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './AddMatter.css?inline';
import type { PartProps } from './MeetingPlan';

wear(css);

const LONGEST = 2000;

export function AddMatter({ reviewId, facts, called, again }: PartProps) {
  const [words, setWords] = useState('');
  // The same id until it is there: pressing twice adds it once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fits = words.trim() !== '' && lettersOver(words, LONGEST) === 0;
  async function send(send: () => Promise<unknown>, done: () => void) {
    setBusy(true);
    setProblem(null);
    try {
      await send();
      done();
      again();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  function add(event: SubmitEvent) {
    event.preventDefault();
    if (!fits || busy) return;
    void send(
      () => meetingApi.add(reviewId, id, words.trim()),
      () => {
        setWords('');
        setId(crypto.randomUUID());
      },
    );
  }
  return (
    <section class="add-matter" aria-labelledby="add-matter">
      <h2 id="add-matter">{t('Add to the agenda')}</h2>
      <ul role="list">
        {facts.added.map(one => (
          <li key={one.id}>
            <span class="add-matter__words">
              <span dir="auto">{one.words}</span>
              <span class="soft small">
                {one.is_new
                  ? t('{name} has not seen it yet', { name: called })
                  : t('{name} has seen it', { name: called })}
              </span>
            </span>
            <Button
              kind="quiet"
              onClick={() =>
                void send(
                  () => meetingApi.takeOut(reviewId, one.id),
                  () => {},
                )
              }
            >
              {t('Take back')}
              <span class="visually-hidden">: {one.words}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form class="stack stack--tight" onSubmit={add}>
        <TextArea
          label={t('What else must be talked about?')}
          hint={t('In words that the child understands. They see it as new.')}
          value={words}
          most={LONGEST}
          rows={2}
          onInput={setWords}
        />
        <div>
          <Button type="submit" busy={busy} disabled={!fits}>
            {t('Add it')}
          </Button>
        </div>
      </form>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
