/** The way of the text: read for the first time, and from an edit of one AOR to the answers for all files. */
import { atOnce, compileRules, createTextReader, readTree } from '../../src/core';
import type { DataSet } from './dataSet';
import { loadText } from './model';
import { spreadOf, type Spread } from './rounds';

export interface EditFigures {
  /** Milliseconds from the text to the model, nothing of it read before. */
  readonly firstReadMs: Spread;
  /** Milliseconds after an edit: the text read, the rules compiled, all files answered; the tree is there already. */
  readonly toAnswersMs: Spread;
  /** Milliseconds of it that reading takes. */
  readonly readMs: Spread;
}

/** Rounds that do not count. */
const warmUp = 2;

/** Edits a glob of another AOR in each round; `null` for rules without a text. */
export async function editFigures(data: DataSet, rounds: number): Promise<EditFigures | null> {
  if (data.text === null) return null;
  const tree = atOnce(readTree(data.list));
  const reader = createTextReader();
  const times: { readonly first: number; readonly read: number; readonly whole: number }[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const begin = performance.now();
    await loadText(data.text);
    const first = performance.now() - begin;
    const before = compileRules(await loadText(data.text, reader));
    atOnce(before.decideTree(tree));
    const text = editedText(data, data.text, round / (warmUp + rounds));
    const start = performance.now();
    const file = await loadText(text, reader);
    const read = performance.now() - start;
    atOnce(compileRules(file, before).decideTree(tree));
    times.push({ first, read, whole: performance.now() - start });
  }
  const counted = times.slice(warmUp);
  return {
    firstReadMs: spreadOf(counted.map(({ first }) => first)),
    toAnswersMs: spreadOf(counted.map(({ whole }) => whole)),
    readMs: spreadOf(counted.map(({ read }) => read)),
  };
}

/** The text with one letter more in a glob of one AOR; `share` says how far down it stands. */
function editedText({ file }: DataSet, text: string, share: number): string {
  const entries = [...file.aors.values()].flatMap(({ paths }) => paths.filter(({ glob }) => /[\w/]$/.test(glob.text)));
  const at = entries[Math.floor(share * entries.length)]?.at;
  if (at === undefined) throw new Error('There is no glob to edit.');
  // In front of a quote, or at the end of a plain scalar.
  const end = /["']/.test(text[at.end - 1] ?? '') ? at.end - 1 : at.end;
  return `${text.slice(0, end)}x${text.slice(end)}`;
}
