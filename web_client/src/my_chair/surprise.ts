/** A chair by chance, never the one that is there already. */
import { type ChairLook, COLOURS, PATTERNS, SHAPES } from '../api';

export function surprise(now: ChairLook, chance: () => number = anyNumber): ChairLook {
  const other = <T>(from: readonly T[], than: T) => {
    const others = from.filter(one => one !== than);
    return others[Math.floor(chance() * others.length)] ?? than;
  };
  return {
    shape: other(SHAPES, now.shape),
    colour: other(COLOURS, now.colour),
    pattern: other(PATTERNS, now.pattern),
  };
}

function anyNumber(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
