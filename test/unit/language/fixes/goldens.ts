/** Golden files of quick fixes: `test/data/fixes/CODE/CASE.txt`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  analyseTree,
  atOnce,
  compileRules,
  healthProblems,
  loadOwnership,
  treeOfPaths,
  treeProblems,
  type OwnershipFile,
  type Problem,
} from '../../../../src/core';
import type { FixContext } from '../../../../src/core/language/fixes';
import { memorySource } from '../../memorySource';

/** One golden file: the parts begin with `=== NAME`. */
export interface Golden {
  readonly code: string;
  readonly name: string;
  /** `fix`: the title; `me`, `tree`, `moves` where they matter; `crlf`, `safe`, `preferred`. */
  readonly said: ReadonlyMap<string, string>;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

const folder = 'test/data/fixes';

export function goldens(): readonly Golden[] {
  return readdirSync(folder).flatMap((code) =>
    readdirSync(join(folder, code)).map((file) => readGolden(code, file.replace(/\.txt$/, ''))),
  );
}

function readGolden(code: string, name: string): Golden {
  const said = new Map<string, string>();
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  for (const part of readFileSync(join(folder, code, `${name}.txt`), 'utf8')
    .split(/^=== /m)
    .slice(1)) {
    const [head = ''] = part.split('\n', 1);
    const text = part.slice(head.length + 1);
    const [, when, file = ''] = /^(before|after) (.*)$/.exec(head) ?? [];
    if (when === undefined) said.set(head.split(' ', 1)[0] ?? '', head.slice(head.indexOf(' ') + 1));
    else (when === 'before' ? before : after)[file] = said.has('crlf') ? text.replaceAll('\n', '\r\n') : text;
  }
  return { code, name, said, before, after: { ...before, ...after } };
}

export const today = { day: '2026-06-15' };

export async function loadAll(
  files: Readonly<Record<string, string>>,
  tree: readonly string[] | undefined,
): Promise<{ file: OwnershipFile; problems: readonly Problem[] }> {
  const loaded = await loadOwnership(memorySource(files), null);
  if (loaded.kind !== 'loaded') throw new Error(`The file is ${loaded.kind}.`);
  const { file } = loaded;
  const problems = [...loaded.problems, ...healthProblems(file, today)];
  if (tree === undefined) return { file, problems };
  const analysis = atOnce(analyseTree(file, compileRules(file), treeOfPaths(tree)));
  return { file, problems: [...problems, ...treeProblems(analysis, { isSparse: false })] };
}

export function contextOf({ said }: Golden, file: OwnershipFile): FixContext {
  const [from, to, files] = said.get('moves')?.split(' ') ?? [];
  const moves = from === undefined || to === undefined ? [] : ([[from, { to, files: Number(files) }]] as const);
  return { file, today, me: said.get('me') ?? null, moves: new Map(moves) };
}
