/** An edit of one AOR: from the new text to the answers for all files. */
import { atOnce, compileRules, readTree } from '../../src/core';
import type { DataSet } from './dataSet';
import { loadText } from './model';
import { spreadOf, type Spread } from './rounds';

export interface EditFigures {
  /** Milliseconds: the text read, the rules compiled, all files answered; the tree is there already. */
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
  const before = compileRules(data.file);
  const whole: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const text = editedText(data, data.text, round / (warmUp + rounds));
    const start = performance.now();
    const file = await loadText(text);
    const read = performance.now();
    atOnce(compileRules(file, before).decideTree(tree));
    if (round < warmUp) continue;
    whole.push(performance.now() - start);
    reading.push(read - start);
  }
  return { toAnswersMs: spreadOf(whole), readMs: spreadOf(reading) };
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
