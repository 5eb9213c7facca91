/** The whole record as a file, for the case system and the archive: each download is noted. */
import { LinkButton } from '../ui';
import { t } from '../words';

export function Files({ reviewId }: { reviewId: string }) {
  const base = `/api/reviews/${reviewId}/record`;
  const files: [string, string][] = [
    ['pdf', t('PDF')],
    ['docx', t('Word')],
    ['txt', t('Text to paste')],
    ['json', t('Data (JSON)')],
  ];
  return (
    <section class="giving__files" aria-labelledby="files">
      <h2 id="files">{t('The whole record as a file')}</h2>
      <p class="soft small">{t('For you and the council’s records. It holds what others said.')}</p>
      <div class="row">
        {files.map(([kind, name]) => (
          <LinkButton key={kind} to={`${base}.${kind}`} download={`record.${kind}`}>
            {name}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}
