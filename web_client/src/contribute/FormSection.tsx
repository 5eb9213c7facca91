/** One section of the page: its heading opens it, one line says who will see it. */
import type { DraftContent, MyReview } from '../api';
import { draftId, drafts } from '../drafts';
import { Button, icons } from '../ui';
import { t, tq } from '../words';
import { AdultQuestion } from './AdultQuestion';
import { OtherWords } from './OtherWords';
import { SectionAudience } from './SectionAudience';
import { answerTo, type Section, takesMoreWords, withSectionAudience } from './sections';
import { seenByShortly } from './seen_by';
import './FormSection.css';

type Props = {
  review: MyReview;
  section: Section;
  content: DraftContent;
  open: boolean;
  onOpen: (open: boolean) => void;
  onNext: (() => void) | null;
};

export function FormSection({ review, section, content, open, onOpen, onNext }: Props) {
  const { topic, audience, fixed, said, group } = section;
  const child = review.child.called;
  const id = draftId(review);
  const body = `section-${topic.key}-body`;
  return (
    <section
      class="form-section"
      data-open={open || undefined}
      data-private={group === 'private' || undefined}
    >
      <h3 class="form-section__head">
        <button
          type="button"
          id={`section-${topic.key}`}
          aria-expanded={open}
          aria-controls={open ? body : undefined}
          onClick={() => onOpen(!open)}
        >
          <span class="form-section__mark" data-said={said || undefined} aria-hidden="true">
            {said && <icons.Tick />}
          </span>
          <span class="form-section__title">
            {tq(topic.title)}
            {said && <span class="visually-hidden"> {t('You wrote something here.')}</span>}
            {!open && <span class="form-section__who">{seenByShortly(audience, child)}</span>}
          </span>
          <icons.Forward />
        </button>
      </h3>
      {open && (
        <div id={body} class="form-section__body">
          <SectionAudience
            audience={audience}
            fixed={fixed}
            child={child}
            onChange={chosen => {
              for (const [key, answer] of withSectionAudience(topic, content.answers, chosen)) {
                void drafts.answer(id, key, answer);
              }
            }}
          />
          {topic.questions.map(question => (
            <div key={question.key} class="stack">
              <AdultQuestion
                question={question}
                answer={answerTo(question, content.answers, audience)}
                moreWords={takesMoreWords(topic, question)}
                onAnswer={answer => void drafts.answer(id, question.key, answer)}
              />
              <OtherWords draft={id} question={question} content={content} />
            </div>
          ))}
          {onNext && (
            <div class="row">
              <Button onClick={onNext}>{t('Next part')}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
