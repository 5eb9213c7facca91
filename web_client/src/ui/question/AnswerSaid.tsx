/** One answer, read and not written: verbatim, with the helper's words apart. */
import type { AnswerFacts, Helper } from '../../api';
import { t, tq } from '../../words';
import { Face, faceName } from '../Faces';
import { StarPicture } from './pictures';
import type { Question } from './question_set';
import { skipName } from './Skips';
import './AnswerSaid.css';

type Props = { question: Question; answer: AnswerFacts; helper?: Helper | null; language?: string };

export function AnswerSaid({ question, answer, helper, language }: Props) {
  return (
    <div class="answer-said">
      {answer.skip && <p class="answer-said__skip">{skipName(answer.skip)}</p>}
      {answer.face && (
        <p class="answer-said__face">
          <Face face={answer.face} size={36} /> {faceName(answer.face)}
        </p>
      )}
      {answer.choices.length > 0 && (
        <ul role="list" class="answer-said__choices">
          {answer.choices.map(key => (
            <li key={key}>{choiceName(question, key)}</li>
          ))}
        </ul>
      )}
      {answer.words?.trim() && (
        <blockquote
          class="answer-said__words"
          dir="auto"
          lang={language === 'und' ? undefined : language}
        >
          {answer.words}
        </blockquote>
      )}
      {answer.helper_words?.trim() && (
        <div class="answer-said__helper">
          <p>{t('{name}’s words', { name: helper?.name ?? t('The helper') })}</p>
          <blockquote dir="auto">{answer.helper_words}</blockquote>
        </div>
      )}
      {answer.wish && (
        <p class="answer-said__wish">
          <StarPicture filled size={18} /> {t('I want this to happen')}
        </p>
      )}
    </div>
  );
}

/** What a choice says; its key when the form has no such choice any more. */
export function choiceName(question: Question, key: string): string {
  return tq(question.choices?.find(choice => choice.key === key)?.say ?? key);
}
