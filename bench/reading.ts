/**
 * How long an ownership file takes from its text to its model: as a whole by way of the `yaml` package, for the first
 * time in parts, and after edits. What is read is compared before any time is printed.
 *
 *   npm run build && node out/bench/reading.js [AORS] [--rounds 15]
 *
 * In each round every way has its turn once; a ratio is taken within a round. Medians, with the least and the most.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { createTextReader, readYaml, type FileContent, type Source, type TextReader } from '../src/core';
import { emptyMemory } from '../src/core/file/definitions';
import { readWholeFile } from '../src/core/file/readFile';
import { atOnce } from '../src/core/steps';

const words = ['billing', 'search', 'core', 'api', 'web', 'infra', 'docs', 'auth', 'mail', 'queue', 'index', 'cache'];

/** A file of so many AORs with one to five globs each, and a person for every five. The same for the same number. */
function ownershipText(count: number): string {
  let state = 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const word = (): string => words[random(words.length)] ?? '';
  const person = (): string => `p${random(Math.ceil(count / 5))}`;
  const people = Array.from({ length: Math.ceil(count / 5) }, (_, id) =>
    random(2) === 0
      ? `  p${id}: Person ${id} <p${id}@acme.dev>`
      : `  p${id}: { name: Person ${id}, email: [p${id}@acme.dev, q${id}@home.example], handles: { github: gh${id} } }`,
  );
  const glob = (id: number): string => {
    const folder = `${word()}/${word()}${id}/${word()}`;
    return [`"${folder}/**/*.ts"`, `"!${folder}/made"`, `${folder}/*.{ts,tsx}`, folder, `${folder}/`][random(5)] ?? '';
  };
  const aors = Array.from({ length: count }, (_, id) =>
    [
      `  ${word()}-${id}:`,
      `    title: ${word()} ${id}`,
      ...(random(3) === 0 ? [`    about: Takes care of ${word()} and ${word()}; see the docs.`] : []),
      `    owner: ${person()}`,
      ...(random(2) === 0 ? [`    backup: [${person()}, ${person()}]`] : []),
      '    paths:',
      ...Array.from({ length: 1 + random(5) }, () => `      - ${glob(id)}`),
    ].join('\n'),
  );
  return ['version: 1', 'people:', ...people, 'aors:', ...aors, 'exempt: ["**/*.lock"]', ''].join('\n');
}

const sourceOf = (text: string): Source => ({ path: 'aor.yaml', base: '', text });

const readWhole = (text: string): FileContent =>
  atOnce(readWholeFile(sourceOf(text), true, () => null, readYaml(text), emptyMemory()));

interface Way {
  readonly name: string;
  /** Prepares a round and gives what is timed. */
  readonly prepare: (round: number) => Promise<() => Promise<FileContent>>;
}

const whole = (text: string): Way => ({
  name: 'whole, by yaml',
  prepare: () => Promise.resolve(() => Promise.resolve(readWhole(text))),
});

const first = (text: string): Way => ({
  name: 'in parts, for the first time',
  prepare: () => Promise.resolve(() => createTextReader()(sourceOf(text), true)),
});

/** Puts something else behind a word after a share of the text, each round. */
function afterEdit(name: string, text: string, word: string, share: number): Way {
  const read: TextReader = createTextReader();
  const at = text.indexOf(word, share * text.length) + word.length;
  assert.ok(at >= word.length);
  return {
    name,
    async prepare(round) {
      await read(sourceOf(text), true);
      const edited = text.slice(0, at) + 'x'.repeat(1 + (round % 9)) + text.slice(at);
      return () => read(sourceOf(edited), true);
    },
  };
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[sorted.length >> 1] ?? NaN;
  return `${number(middle)} (${number(sorted[0] ?? NaN)}–${number(sorted.at(-1) ?? NaN)})`;
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '15' } },
  });
  const text = ownershipText(Number(positionals[0] ?? 1000));
  const ways = [
    whole(text),
    first(text),
    afterEdit('after an edit of a person, at the top', text, 'name: Person', 0),
    afterEdit('after an edit of a title, in the middle', text, 'title: ', 0.5),
    afterEdit('after an edit of a glob, at the end', text, '/**/', 0.95),
  ];
  const times = new Map(ways.map(({ name }) => [name, [] as number[]]));
  const warmUp = 5;
  for (let round = -warmUp; round < Number(values.rounds); round++) {
    for (const { name, prepare } of ways) {
      const read = await prepare(round + warmUp);
      const start = performance.now();
      const content = await read();
      const took = performance.now() - start;
      if (round >= 0) times.get(name)?.push(took);
      else assert.deepEqual(content, readWhole(content.source.text));
    }
  }
  const base = times.get(whole(text).name) ?? [];
  console.log(`${text.length} characters\n\n| text → what it says | ms | whole ÷ this |\n|---|--:|--:|`);
  for (const [name, took] of times) {
    const ratios = took.map((ms, round) => (base[round] ?? NaN) / ms);
    console.log(`| ${name} | ${spread(took)} | ${spread(ratios)} |`);
  }
}

void main();
