export interface Item {
  readonly product: string;
  readonly cents: number;
  readonly count: number;
}

/** In cents. */
export const totalOf = (items: readonly Item[]): number =>
  items.reduce((sum, { cents, count }) => sum + cents * count, 0);
