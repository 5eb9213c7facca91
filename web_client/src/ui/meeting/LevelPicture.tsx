/** How much I lead, as a picture: my own chair, my officer's, and who stands in the light. */
import type { ChairLook } from '../../api';
import type { Level } from '../../api/meeting';
import { Chair } from '../Chair';
import { wear } from '../wear';
import css from './LevelPicture.css?inline';
import { Sign } from './Sign';

wear(css);

type Props = { level: Level; mine: ChairLook | null; officers: ChairLook | null; big?: boolean };
/** Whose chair is lit, by level. */
const MINE_LIT: Level[] = [1, 3, 4, 5];
const OFFICERS_LIT: Level[] = [0, 1, 2, 4];

export function LevelPicture({ level, mine, officers, big }: Props) {
  const size = (small: number, more = 0) => (big ? 2 : 1) * (small + more);
  return (
    <span class="scene" data-level={level} data-big={big || undefined} aria-hidden="true">
      <span class="scene__rug" />
      <span class="scene__other scene__other--one">
        <Chair look={OTHER} size={size(20)} />
      </span>
      <span class="scene__other scene__other--two">
        <Chair look={ANOTHER} size={size(20)} />
      </span>
      <span class="scene__officer">
        <Chair look={officers} size={size(27)} lit={OFFICERS_LIT.includes(level)} />
      </span>
      <span class="scene__me">
        <Chair
          look={mine}
          size={size(34, level === 5 ? 8 : 0)}
          lit={MINE_LIT.includes(level)}
          away={level === 0}
        />
      </span>
      <span class="scene__sign">
        <Sign level={level} size={size(17)} />
      </span>
    </span>
  );
}

const OTHER: ChairLook = { shape: 'stool', colour: 'slate', pattern: 'plain' };
const ANOTHER: ChairLook = { shape: 'armchair', colour: 'slate', pattern: 'plain' };
