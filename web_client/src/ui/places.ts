/** Places in a child's addresses, counted from 1: the history of a phone holds no ids. Pure. */

/** What stands at this place; nothing where there is no such place. */
export function standsAt<T>(list: readonly T[], place: string): T | undefined {
  return /^[1-9]\d*$/.test(place) ? list[Number(place) - 1] : undefined;
}
