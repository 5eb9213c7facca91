/** A chair for somebody who has not chosen one: always the same for the same person. */
import { type ChairLook, COLOURS, PATTERNS, SHAPES } from '../api';

export function chairFor(id: string): ChairLook {
  let sum = 0x811c9dc5;
  for (const letter of id) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193);
  const pick = <T>(from: readonly T[], shift: number) =>
    from[((Math.imul(sum, 0x9e3779b1) >>> shift) & 0xff) % from.length] as T;
  return { shape: pick(SHAPES, 24), colour: pick(COLOURS, 16), pattern: pick(PATTERNS, 8) };
}
