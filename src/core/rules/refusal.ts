/** Why a glob cannot be used. */
export interface Refusal {
  readonly kind: 'refused';
  /** The offending part as written, or `empty`, `length`, `alternatives`, `globstars`. */
  readonly refused: string;
  /** One sentence: what is wrong and what to write instead. */
  readonly message: string;
}

/** Builds a refusal. */
export function refuse(refused: string, message: string): Refusal {
  return { kind: 'refused', refused, message };
}
