/** Which of their rights were explained to the child. */
import { RIGHTS, type Right } from '../api/records';
import { ManyChoices } from '../ui';
import { formatList, t } from '../words';
import { rightName } from './names';
import type { PartProps } from './ReviewRecord';

export function Rights({ writing, signed }: PartProps) {
  const { rights } = writing.content;
  if (signed) {
    if (rights.length === 0) return null;
    return (
      <p>{t('Explained to the child: {rights}', { rights: formatList(rights.map(rightName)) })}</p>
    );
  }
  return (
    <ManyChoices
      legend={t('What did you explain to the child?')}
      inRow
      options={RIGHTS.map(key => ({ key, say: rightName(key) }))}
      values={rights}
      onChoose={keys => writing.change({ ...writing.content, rights: keys as Right[] })}
    />
  );
}
