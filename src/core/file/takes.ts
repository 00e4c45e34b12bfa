/** What the ownership file takes where: the tables that read it, told to those who complete, explain and check it. */

/** How a text is meant. `place` is a path from the root, or a URL; `expression` a regular one. */
export type TextFormat = 'plain' | 'markdown' | 'place' | 'expression' | 'glob' | 'person';

/** What an id names. A `wish` is an AOR, or a duty of a role as `role.duty`. */
export type IdKind = 'person' | 'team' | 'aor' | 'wish';

/** A map with known keys. */
export interface TakesMap {
  readonly kind: 'map';
  readonly keys: Readonly<Record<string, Takes>>;
  readonly required: readonly string[];
  /** Keys that mean something only where another key has one of these values; absent, it has the first of its choices. */
  readonly only?: { readonly key: string; readonly values: Readonly<Record<string, readonly string[]>> };
}

export type Takes =
  | { readonly kind: 'text'; readonly format: TextFormat }
  | { readonly kind: 'day' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'id'; readonly to: IdKind }
  /** One value stands for a list of one. */
  | { readonly kind: 'list'; readonly of: Takes }
  /** A map whose keys the user chooses. */
  | { readonly kind: 'names'; readonly of: Takes }
  /** The same, where the keys are ids of what is defined there. */
  | { readonly kind: 'ids'; readonly of: Takes }
  | TakesMap
  /** A text, or a map for those who have more to say. */
  | { readonly kind: 'short'; readonly text: TextFormat; readonly map: TakesMap };
