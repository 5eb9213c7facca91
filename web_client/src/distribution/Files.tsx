/** The whole record as a file, for the case system and the archive: each download is noted. */
import { distributionApi, type FileKind } from '../api/distribution';
import { SaveFile } from '../ui/SaveFile';
import { t } from '../words';

export function Files({ reviewId }: { reviewId: string }) {
  const files: [FileKind, string][] = [
    ['pdf', t('PDF')],
    ['docx', t('Word')],
    ['txt', t('Text to paste')],
    ['json', t('Data (JSON)')],
  ];
  return (
    <section class="record-files" aria-labelledby="files">
      <h2 id="files">{t('The whole record as a file')}</h2>
      <p class="soft small">{t('For you and the council’s records. It holds what others said.')}</p>
      <div class="row">
        {files.map(([kind, name]) => (
          <SaveFile
            key={kind}
            name={`record.${kind}`}
            get={() => distributionApi.file(kind, reviewId)}
          >
            {name}
          </SaveFile>
        ))}
      </div>
    </section>
  );
}
