/** A small chart that is a table as well: how I said things were, review by review. */
import type { Face as FaceKey } from '../api';
import type { Everything } from '../api/decided';
import { Face, faceName } from '../ui';
import { wear } from '../ui/wear';
import { formatDate, t } from '../words';
import css from './FacesOverTime.css?inline';
import { type FaceRow, facesOverTime } from './faces';
import { WithMyWords } from './WithMyWords';

wear(css);

/** How high a face stands in its row, in hundredths from the top. */
const HEIGHT: Record<FaceKey, number> = { happy: 17, ok: 43, sad: 69 };

export function FacesOverTime() {
  return (
    <WithMyWords
      title={t('My faces over time')}
      lead={t('How you said things were. Up is good, down is not good.')}
    >
      {all => <Chart all={all} />}
    </WithMyWords>
  );
}

function Chart({ all }: { all: Everything }) {
  const { reviews, rows } = facesOverTime(all);
  if (rows.length === 0) {
    return <p>{t('There are no faces yet. They come when you say what you think.')}</p>;
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="face-chart" aria-label={t('My faces over time')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('What about')}</th>
              {reviews.map(review => (
                <th key={review.id} scope="col">
                  {review.held_on ? formatDate(review.held_on) : t('Now')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row.topic}>
                <th scope="row">{row.title}</th>
                {row.faces.map((face, index) => (
                  <td key={reviews[index]?.id}>
                    <Cell row={row} index={index} face={face} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="soft">{t('A face is about one day. Things can change, and that is OK.')}</p>
    </>
  );
}

function Cell({ row, index, face }: { row: FaceRow; index: number; face: FaceKey | null }) {
  if (!face) return <span class="face-chart__none">{t('No face')}</span>;
  const next = row.faces[index + 1];
  return (
    <>
      {next && (
        <svg
          class="face-chart__line"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={`M50 ${HEIGHT[face]}L150 ${HEIGHT[next]}`} vector-effect="non-scaling-stroke" />
        </svg>
      )}
      <span class={`face-chart__at face-chart__at--${face}`}>
        <Face face={face} size={36} />
        {faceName(face)}
      </span>
    </>
  );
}
