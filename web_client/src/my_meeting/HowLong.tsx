/** How long it takes: a few usual lengths, and two buttons for anything between. */
import { Button, Choices } from '../ui';
import { t } from '../words';

const USUAL = [15, 30, 45, 60, 90];
const [SHORTEST, LONGEST, STEP] = [15, 180, 5];

type Props = {
  minutes: number | null;
  onChoose: (minutes: number | null) => void;
  inWords: (minutes: number) => string;
};

export function HowLong({ minutes, onChoose, inWords }: Props) {
  const lengths = [...new Set([...USUAL, ...(minutes ? [minutes] : [])])].sort((a, b) => a - b);
  const by = (more: number) =>
    minutes && onChoose(Math.min(LONGEST, Math.max(SHORTEST, minutes + more)));
  return (
    <div class="stack">
      <Choices
        legend={t('How long is it?')}
        inRow
        options={lengths.map(length => ({ key: String(length), say: inWords(length) }))}
        value={minutes ? String(minutes) : null}
        onChoose={key => onChoose(key ? Number(key) : null)}
      />
      {minutes && (
        <div class="row">
          <Button disabled={minutes <= SHORTEST} onClick={() => by(-STEP)}>
            {t('A bit shorter')}
          </Button>
          <Button disabled={minutes >= LONGEST} onClick={() => by(STEP)}>
            {t('A bit longer')}
          </Button>
        </div>
      )}
    </div>
  );
}
