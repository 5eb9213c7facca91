/** One heading: what is known on the left, what the IRO says and writes on the right. */
import type { ComponentChildren } from 'preact';
import type { KnownLine, RecordSection } from '../api/records';
import { TextArea } from '../ui';
import { t } from '../words';
import { Attendance } from './Attendance';
import { withWritten } from './content';
import { Known } from './Known';
import { Matters } from './Matters';
import { headingHint, headingName } from './names';
import type { PartProps } from './ReviewRecord';
import { Rights } from './Rights';
import { SpokeAlone } from './SpokeAlone';

export const LONGEST = 20_000;
const IN_ORDER = new Set(['last_decisions', 'wishes', 'decisions', 'disagreements']);

type Props = PartProps & { section: RecordSection; onSource: (line: KnownLine) => void };

export function Section(props: Props) {
  const { section, facts, onSource } = props;
  const { key } = section;
  return (
    <section class="record__section" id={key} aria-labelledby={`${key}-title`} tabIndex={-1}>
      <h2 id={`${key}-title`}>{headingName(key)}</h2>
      <div class="record__known">
        <h3 class="record__label">{t('What is known')}</h3>
        <Known
          lines={section.lines}
          reviewId={facts.review.id}
          childId={facts.child.id}
          nation={facts.child.nation}
          onSource={onSource}
          inOrder={IN_ORDER.has(key)}
        />
      </div>
      <div class="record__written">
        {asked(props)}
        <Words {...props} />
      </div>
    </section>
  );
}

/** What is chosen under a heading, over the words. */
function asked(props: Props): ComponentChildren {
  const { section, ...part } = props;
  switch (section.key) {
    case 'attendance':
      return <Attendance {...part} />;
    case 'participation':
      return <SpokeAlone {...part} lines={section.lines} />;
    case 'topics':
      return <Matters {...part} />;
    case 'plan_and_rights':
      return <Rights {...part} />;
    default:
      return null;
  }
}

function Words({ section, writing, signed }: Props) {
  const { key } = section;
  const words = writing.content.written[key] ?? '';
  if (signed) return words ? <p class="record__words">{words}</p> : null;
  return (
    <TextArea
      label={t('What you write')}
      hint={headingHint(key)}
      rows={words ? 4 : 2}
      most={LONGEST}
      value={words}
      onInput={value => writing.change(withWritten(writing.content, key, value))}
    />
  );
}
