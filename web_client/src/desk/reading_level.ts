/** How hard a text is to read, roughly: the school grade of its English, and its longest sentence. */

export type Level = { grade: number; longest: number };

/** Grade five and fifteen words a sentence: what a child's own pages keep to. */
export const EASY = { grade: 5, longest: 15 };

/** Flesch and Kincaid's grade; no grade where there is no whole sentence yet. */
export function levelOf(text: string): Level | null {
  const sentences = text
    .split(/[.!?…:\n]+/)
    .map(one => one.match(/[\p{L}’']+/gu) ?? [])
    .filter(words => words.length > 0);
  const words = sentences.flat();
  if (words.length < 3) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade =
    0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return {
    grade: Math.max(0, Math.round(grade)),
    longest: Math.max(...sentences.map(one => one.length)),
  };
}

/** Groups of vowels, without an e that is not heard. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-zâêîôûŵŷ]/g, '');
  const heard = plain.replace(/(?:[^laeiouy]es|[^l]e|ed)$/, '');
  return Math.max(1, heard.match(/[aeiouyâêîôûŵŷ]+/g)?.length ?? 0);
}
