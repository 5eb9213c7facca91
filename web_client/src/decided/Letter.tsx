/** A letter to me about my review: read aloud, with who does what, and "that's not what I said" beside it. */
import { useMemo } from 'preact/hooks';
import type { ChairLook } from '../api';
import { decided, type OwnLetter, type ReadParagraph, type Remark } from '../api/decided';
import { useKept } from '../drafts';
import { LANES, sending } from '../drafts/sending';
import { Chair, Notice, Page, ProblemNotice, Skeleton } from '../ui';
import { chairFor } from '../ui/chair_for';
import { NothingHere } from '../ui/NothingHere';
import { standsAt } from '../ui/places';
import { ReadAloud } from '../ui/question';
import { SaveFile } from '../ui/SaveFile';
import { wear } from '../ui/wear';
import { formatDate, language, t } from '../words';
import css from './Letter.css?inline';
import { NotWhatISaid } from './NotWhatISaid';

wear(css);

/** Greetings and the like, which nobody said otherwise: under each a button would only be in the way. */
const SAYS_NOTHING_OF_ME = new Set([
  'hello',
  'thanks',
  'decided',
  'not_agree',
  'not_my_words',
  'goodbye',
]);

/** @param place Of the first letter that I ever had it is 1: more of them change no address. */
export function LetterAt({ place }: { place: string }) {
  const mine = useKept('letters', decided.letters);
  const letter = standsAt([...(mine.value?.letters ?? [])].reverse(), place);
  if (letter) return <Letter key={letter.review_id} reviewId={letter.review_id} />;
  if (mine.asked && mine.state !== 'problem') return <NothingHere />;
  return (
    <Page title={t('My letter')} back={{ to: '/decided', label: t('What we decided') }}>
      {mine.state === 'problem' ? (
        <ProblemNotice problem={mine.problem} onRetry={mine.again} />
      ) : (
        <Skeleton lines={6} tall />
      )}
    </Page>
  );
}

function Letter({ reviewId }: { reviewId: string }) {
  const found = useKept(`letter_${reviewId}`, () => decided.letter(reviewId));
  const letter = found.value;
  return (
    <Page
      title={letter ? t('A letter from {name}', { name: letter.given_by.called }) : t('My letter')}
      lead={
        letter?.held_on ? t('About my review on {day}', { day: formatDate(letter.held_on) }) : ''
      }
      back={{ to: '/decided', label: t('What we decided') }}
    >
      {found.state === 'loading' && <Skeleton lines={6} tall />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.keptAt && (
        <Notice tone="care">{t('No internet. This is from your last visit.')}</Notice>
      )}
      {letter && <Read letter={letter} />}
    </Page>
  );
}

function Read({ letter }: { letter: OwnLetter }) {
  const lane = useMemo(() => sending.lane(LANES.letter(letter.review_id)), [letter.review_id]);
  const { waiting, sent } = lane.value;
  const there = [...letter.remarks, ...sent.map(one => one.answer as Remark)];
  const remarks = [...new Map(there.map(one => [one.id, one])).values()];
  const going = waiting.filter(one => one.what.kind === 'remark');
  function said(paragraph: string | null): string[] {
    return [
      ...remarks.filter(one => one.paragraph === paragraph).map(one => one.words),
      ...going.flatMap(({ what }) =>
        what.kind === 'remark' && what.paragraph === paragraph ? [what.words] : [],
      ),
    ];
  }
  const whole = letter.paragraphs.map(one => one.words).join('\n');
  return (
    <>
      {letter.language === language.value && <ReadAloud text={whole} />}
      <div class="my-letter" lang={letter.language}>
        {letter.paragraphs.map(one => (
          <div key={one.key} class="my-letter__one">
            <Paragraph paragraph={one} />
            <NotWhatISaid
              reviewId={letter.review_id}
              paragraph={one.key}
              said={said(one.key)}
              mayAnswer={!SAYS_NOTHING_OF_ME.has(one.key)}
            />
          </div>
        ))}
      </div>
      <NotWhatISaid reviewId={letter.review_id} paragraph={null} said={said(null)} mayAnswer />
      {going.some(one => one.state === 'waiting') && (
        <p role="status">{t('It will go by itself when it can.')}</p>
      )}
      <Keep reviewId={letter.review_id} />
    </>
  );
}

function Paragraph({ paragraph: { words, who } }: { paragraph: ReadParagraph }) {
  return (
    <div class="my-letter__words">
      {who && <Chair look={(who.chair as ChairLook | null) ?? chairFor(who.id)} size={48} />}
      <p dir="auto">{words}</p>
    </div>
  );
}

function Keep({ reviewId }: { reviewId: string }) {
  return (
    <section class="stack" aria-label={t('Keep this letter')}>
      <Notice tone="care">
        {t('Who opens this phone can open the file too. Put it where it is safe.')}
      </Notice>
      <div class="row">
        <SaveFile name="letter.pdf" get={() => decided.letterAsPdf(reviewId)}>
          {t('Keep this letter')}
        </SaveFile>
        <a href="/decided/not-agree">{t('When I don’t agree')}</a>
      </div>
    </section>
  );
}
