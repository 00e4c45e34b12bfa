export interface Flag {
  readonly on: boolean;
  /** Share of the customers who get it, 0 to 100; all when it is not given. */
  readonly percent?: number;
}

/** The same customer always gets the same answer. */
export function isOnFor(flag: Flag, customer: string): boolean {
  if (!flag.on || flag.percent === undefined) return flag.on;
  let hash = 0;
  for (const character of customer) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 100;
  return hash < flag.percent;
}
