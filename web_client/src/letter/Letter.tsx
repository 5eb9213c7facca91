/** The letter to a child about their review: a first draft from what was shared, made the officer's own. */
import { useLoaded } from '../api';
import { type LetterFacts, lettersApi } from '../api/letters';
import { AdjournedNotice, useAdjourned } from '../desk/Adjourned';
import { languageName } from '../desk/lines';
import { ReadingLevel } from '../desk/ReadingLevel';
import { ReviewPage } from '../desk/ReviewPage';
import { Button, Notice, ProblemNotice, type ScreenProps, Skeleton, TextArea } from '../ui';
import { dayOf, formatDay, t } from '../words';
import { Giving } from './Giving';
import { Remarks } from './Remarks';
import { Theirs } from './Theirs';
import { useWriting, type Writing } from './writing';
import './letter.css';

const LONGEST = 4000;

export function Letter({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const loaded = useLoaded(() => lettersApi.letter(reviewId), [reviewId]);
  const facts = loaded.value;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={facts?.child.id ?? null}
      here="letter"
      facts={facts}
      title={facts ? t('A letter to {name}', { name: facts.child.called }) : t('A letter')}
      tab={t('A letter')}
      lead={t('In your words, to be read by the child alone.')}
      width="wide"
    >
      {loaded.state === 'loading' && <Skeleton lines={6} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {facts && <Whole key={facts.review_id} first={facts} />}
    </ReviewPage>
  );
}

function Whole({ first }: { first: LetterFacts }) {
  const writing = useWriting(first);
  const { facts } = writing;
  const adjourned = useAdjourned(facts.review_id);
  if (facts.given_at) return <GivenLetter facts={facts} />;
  return (
    <div class="letter">
      <AdjournedNotice adjourned={adjourned} />
      {!facts.has_outcomes && (
        <Notice tone="care">
          <p>
            {t('Nothing was shared with the child yet. First share the answers and decisions.')}
          </p>
        </Notice>
      )}
      <Languages writing={writing} />
      {writing.theirs && <Theirs writing={writing} theirs={writing.theirs} />}
      {writing.paragraphs.map((one, at) => (
        <div key={one.key} class="letter__part">
          <TextArea
            label={t('Paragraph {n}', { n: at + 1 })}
            value={one.words}
            most={LONGEST}
            rows={2}
            lang={writing.language}
            onInput={words => writing.change(one.key, words)}
          />
          <div class="letter__foot">
            <ReadingLevel words={one.words} language={writing.language} />
            <Button kind="quiet" onClick={() => writing.remove(one.key)}>
              {t('Take out')}
              <span class="visually-hidden"> {t('Paragraph {n}', { n: at + 1 })}</span>
            </Button>
          </div>
        </div>
      ))}
      <div class="row">
        <Button onClick={writing.add}>{t('Write one more paragraph')}</Button>
      </div>
      <p class="soft small" role="status">
        {kept(writing)}
      </p>
      {writing.problem && <ProblemNotice problem={writing.problem} />}
      {!adjourned && <Giving writing={writing} />}
    </div>
  );
}

function Languages({ writing }: { writing: Writing }) {
  return (
    <div class="letter__foot">
      <p class="soft small">
        {t('Made from what you shared, in {language}. Change what you like.', {
          language: languageName(writing.language),
        })}
      </p>
      <div class="row">
        {Object.keys(writing.facts.drafts).map(language => (
          <Button key={language} kind="quiet" onClick={() => writing.startAgain(language)}>
            {t('Start again in {language}', { language: languageName(language) })}
          </Button>
        ))}
      </div>
    </div>
  );
}

function kept({ busy, changed, facts }: Writing): string {
  if (busy) return t('Saving…');
  if (changed) return t('Not saved yet.');
  return facts.saved_at ? t('Saved.') : t('Nobody has kept this draft yet.');
}

function GivenLetter({ facts }: { facts: LetterFacts }) {
  return (
    <div class="letter">
      <Notice tone="good">
        <p>
          {t('{name} has this letter since {day}.', {
            name: facts.child.called,
            day: formatDay(dayOf(facts.given_at ?? '')),
          })}
        </p>
      </Notice>
      <Remarks facts={facts} />
      <article class="letter__sheet" lang={facts.language} dir="auto">
        {facts.paragraphs.map(one => (
          <p key={one.key}>{one.words}</p>
        ))}
      </article>
    </div>
  );
}
