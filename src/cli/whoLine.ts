/** The answers of `aor who` as lines, in words or as JSON. */
import { visible, type Explanation, type OwnershipFile } from '../core';
import type { CountAnswer, WhoAnswer } from './answers';
import { jsonText } from './formats/json';

export type WhoFormat = 'text' | 'json';

/** The line for an answer, with its end. */
export function lineOf(answer: WhoAnswer, file: OwnershipFile, format: WhoFormat): string {
  return startOf(answer, format) + restOf(answer, file, format);
}

/**
 * Lines for single files. Many files share all but the path, so what stands behind it is made once an explanation.
 * `answerOf` is asked where it has not been made.
 */
export function createFileLines(file: OwnershipFile, format: WhoFormat) {
  const rests = new WeakMap<Explanation, string>();
  return (path: string, input: string, explanation: Explanation, answerOf: () => WhoAnswer): string => {
    let rest = rests.get(explanation);
    if (rest === undefined) {
      rest = restOf(answerOf(), file, format);
      rests.set(explanation, rest);
    }
    return startOf(input === path ? { path } : { path, input }, format) + rest;
  };
}

type Named = Pick<WhoAnswer, 'path' | 'input'>;

/** No character that would be escaped. */
const plain = /^[ !#-[\]-~]+$/;

function startOf({ path, input }: Named, format: WhoFormat): string {
  if (format === 'text') return `${plain.test(path) ? path : visible(path === '' ? '.' : path)}: `;
  if (input === undefined && plain.test(path)) return `{"path":"${path}",`;
  return `${jsonText(input === undefined ? { path } : { path, input }).slice(0, -1)},`;
}

function restOf(answer: WhoAnswer, file: OwnershipFile, format: WhoFormat): string {
  if (format === 'text') return `${visible(inWords(answer, file))}\n`;
  // What stands in front is left out: `JSON.stringify` leaves out what is undefined.
  return `${jsonText({ ...answer, path: undefined, input: undefined }).slice(1)}\n`;
}

function inWords(answer: WhoAnswer, file: OwnershipFile): string {
  if (answer.state !== 'mixed') return words(answer, file);
  return `mixed: ${countsInWords(answer.counts ?? [], file).join(', ')}`;
}

/** How many answers of a folder are told one by one: more is for JSON. */
const countsShown = 8;

function countsInWords(counts: readonly CountAnswer[], file: OwnershipFile): string[] {
  const rest = counts.slice(countsShown);
  const files = rest.reduce((sum, count) => sum + count.files, 0);
  return [
    ...counts.slice(0, countsShown).map((count) => `${words(count, file)} ${count.files}`),
    ...(rest.length === 0 ? [] : [`${rest.length} others ${files}`]),
  ];
}

/** `Payments · Ana Ruiz`, `Search · vacant`, `unowned`. */
function words(
  { state, aor, owner }: Pick<CountAnswer, 'aor' | 'owner'> & { readonly state: string },
  file: OwnershipFile,
): string {
  const title = aor === null ? null : (file.aors.get(aor)?.title ?? aor);
  if (owner === null && state === 'owned') return title ?? state;
  const holder = owner === null ? state : (file.people.get(owner)?.name ?? owner);
  return title === null ? holder : `${title} · ${holder}`;
}
