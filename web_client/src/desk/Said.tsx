/** One answer as it was given: word for word, dated, with who hears it, leading to its source. */
import type { Helper, Line } from '../api';
import { Face, faceName, icons } from '../ui';
import { t, tq } from '../words';
import { heardBy, isForFew, isHeldBack, otherLanguage, saidOn } from './lines';
import { helperIs } from './names';
import './Said.css';

type Props = {
  line: Line;
  helper?: Helper | null;
  /** The child's words stand large; others' beside them smaller. */
  voice: 'child' | 'other';
  onSource?: (line: Line) => void;
  than?: Line;
  /** Its topic stands above and says enough; a screen reader and the source have the question. */
  askHidden?: boolean;
};

export function Said({ line, helper, voice, onSource, than, askHidden }: Props) {
  return (
    <article class={`said said--${voice}`} data-unasked={askHidden || undefined}>
      <p class={askHidden ? 'visually-hidden' : 'said__ask'}>{tq(line.ask)}</p>
      <Answered line={line} />
      {line.words && (
        <blockquote class="said__words" lang={line.language} dir="auto">
          {line.words}
        </blockquote>
      )}
      {line.helper_words && <HelperWords line={line} helper={helper ?? null} />}
      <SaidFoot line={line} onSource={onSource} than={than} />
    </article>
  );
}

/** An answer without words, on one line: what was asked, what was answered. */
type ShortProps = FootProps & { askHidden?: boolean };

export function ShortlySaid({ line, onSource, than, askHidden }: ShortProps) {
  return (
    <li class="shortly" data-unasked={askHidden || undefined}>
      <span class={askHidden ? 'visually-hidden' : 'shortly__ask'}>{tq(line.ask)}</span>
      <span class="shortly__answer">
        <Answered line={line} />
      </span>
      <SaidFoot line={line} onSource={onSource} than={than} />
    </li>
  );
}

/** The face, choices or skip of an answer; nothing for plain words. */
export function Answered({ line }: { line: Line }) {
  if (!line.face && !line.skip && line.choices.length === 0) return null;
  return (
    <span class="answered">
      {line.face && (
        <span class="answered__face">
          <Face face={line.face} size={28} />
          {faceName(line.face)}
        </span>
      )}
      {line.choices.map(choice => (
        <span key={choice.key} class="answered__choice">
          {tq(choice.say)}
        </span>
      ))}
      {line.skip && (
        <span class="answered__skip">
          {line.skip === 'dont_know' ? t('Does not know') : t('Does not want to say')}
        </span>
      )}
    </span>
  );
}

function HelperWords({ line, helper }: { line: Line; helper: Helper | null }) {
  return (
    <div class="said__helper">
      <p class="said__helper-name">
        {helper
          ? t('{name}, {who}, helped. Their words:', {
              name: helper.name,
              who: helperIs(helper.who),
            })
          : t('A helper’s words:')}
      </p>
      <blockquote lang={line.language} dir="auto">
        {line.helper_words}
      </blockquote>
    </div>
  );
}

type FootProps = {
  line: Line;
  onSource?: (line: Line) => void;
  /** The line that stands before it: what they have in common is not said again. */
  than?: Line;
};

export function SaidFoot({ line, onSource, than }: FootProps) {
  const spoken = otherLanguage(line);
  const day = saidOn(line.shared_at);
  const sameDay = than && saidOn(than.shared_at) === day;
  // What is held back is said each time: the eye must not miss it.
  const sameEars = than && heardBy(than) === heardBy(line) && !isHeldBack(line);
  return (
    <p class="said__foot" data-short={(sameDay && sameEars && !line.wish && !spoken) || undefined}>
      {line.wish && (
        <span class="said__wish">
          <icons.Star filled />
          {t('Wish')}
        </span>
      )}
      <Heard line={line} short={sameEars} />
      {spoken && <span>{t('In {language}', { language: spoken })}</span>}
      {onSource ? (
        <button type="button" class="said__source" onClick={() => onSource(line)}>
          <span class={sameDay ? 'visually-hidden' : undefined}>{day}</span>
          <span class="visually-hidden">
            {' '}
            {t('See it whole: {question}', { question: tq(line.ask) })}
          </span>
          <icons.Forward />
        </button>
      ) : (
        !sameDay && <span>{day}</span>
      )}
    </p>
  );
}

/** Who hears it; shortly, as on the line before, by its sign alone. */
function Heard({ line, short }: { line: Line; short?: boolean | undefined }) {
  const held = isHeldBack(line);
  const few = isForFew(line);
  return (
    <span class="said__heard" data-held={held || undefined}>
      {few ? <icons.Lock /> : <icons.Eye />}
      <span class="visually-hidden">{t('Who will hear this:')} </span>
      <span class={short ? 'visually-hidden' : undefined}>{heardBy(line)}</span>
    </span>
  );
}
