/** The libraries for CODEOWNERS on npm with most downloads. All of them loop over `ignore`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnershipEngine } from '@snyk/github-codeowners/dist/lib/ownership';
import { version as snykVersion } from '@snyk/github-codeowners/package.json';
import Codeowners from 'codeowners';
import { version as codeownersVersion } from 'codeowners/package.json';
import { matchFile, parse } from 'codeowners-utils';
import { version as utilsVersion } from 'codeowners-utils/package.json';
import { nothing, type Entries } from '../answers';
import { codeownersLines } from '../common';
import type { DataSet } from '../dataSet';
import { lookupSide, sampleOf, type Pace, type Side } from './side';

const clock = 'lookups; file parsed before, anew for each round since paths are cached; path strings ready';

/** `codeowners-utils` compiles every pattern for every lookup: with more rules than these, a round takes minutes. */
const mostForUtils = 400;

/** The sides, on rules of which all is in the common part. */
export function codeownersSides({ file, paths }: DataSet, { numberOf }: Entries, pace: Pace): readonly Side[] {
  const lines = codeownersLines(file);
  const text = lines.map(({ pattern, entry }) => `${pattern} @entry-${numberOf(entry)}\n`).join('');
  const at = sampleOf(paths.length, pace.fewest);
  const numberIn = ([owner]: readonly string[]): number =>
    owner === undefined ? nothing : Number(owner.slice('@entry-'.length));
  return [
    lookupSide({ name: `codeowners ${codeownersVersion}`, clock, at }, paths, () => {
      const owners = inFolder(text, (folder) => new Codeowners(folder));
      return (path) => numberIn(owners.getOwner(path));
    }),
    lookupSide({ name: `@snyk/github-codeowners ${snykVersion}`, clock, at }, paths, () => {
      const engine = inFolder(text, (folder) => OwnershipEngine.FromCodeownersFile(join(folder, 'CODEOWNERS')));
      return (path) => numberIn(engine.calcFileOwnership(path));
    }),
    ...(lines.length > mostForUtils
      ? []
      : [
          lookupSide({ name: `codeowners-utils ${utilsVersion}`, clock, at }, paths, () => {
            const entries = parse(text);
            return (path) => numberIn(matchFile(path, entries)?.owners ?? []);
          }),
        ]),
  ];
}

function inFolder<T>(text: string, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'aor-bench-'));
  try {
    writeFileSync(join(folder, 'CODEOWNERS'), text);
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
