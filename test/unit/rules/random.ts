/** Choices that look random and are the same for the same seed. */
import { seeded } from '../../../bench/rules/random';

export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** One of these. */
  readonly of: <T>(choices: readonly T[]) => T;
  /** Whether something happens that happens so often, 0 to 1. */
  readonly chance: (share: number) => boolean;
}

export function randomFrom(seed: number): Random {
  const next = seeded(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of(choices) {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error('There is nothing to choose from.');
      return choice;
    },
    chance: (share) => next() < share,
  };
}
