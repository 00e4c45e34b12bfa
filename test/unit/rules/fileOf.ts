import assert from 'node:assert/strict';
import type { Aor, ExemptList, OwnershipFile, PathEntry } from '../../../src/core/model';
import { parseGlob } from '../../../src/core/rules/glob';

type Entry = string | { readonly glob: string; readonly priority: number };

export type AorOf = Partial<Omit<Aor, 'id' | 'paths'>> & { readonly paths?: readonly Entry[] };

/** What the rules need of an ownership file, without its text. Every entry stands on a line, so to say, of its own. */
export function fileOf(
  aors: Readonly<Record<string, AorOf>>,
  exempt: readonly { readonly base?: string; readonly globs: readonly string[] }[] = [],
): OwnershipFile {
  let line = 0;
  const entryOf = (entry: Entry, base: string): PathEntry => {
    const { glob, priority } = typeof entry === 'string' ? { glob: entry, priority: 0 } : entry;
    const result = parseGlob(glob, base);
    assert.ok(result.kind === 'glob', `${glob}: ${JSON.stringify(result)}`);
    line++;
    return { glob: result.glob, priority, at: { file: 'aor.yaml', start: line, end: line } };
  };
  const aorOf = (id: string, { paths, base = '', ...rest }: AorOf): Aor => ({
    ...emptyAor,
    id,
    base,
    paths: (paths ?? []).map((entry) => entryOf(entry, base)),
    hasPaths: paths !== undefined,
    ...rest,
  });
  const exemptOf = ({ base = '', globs }: { base?: string; globs: readonly string[] }): ExemptList => ({
    base,
    entries: globs.map((glob) => entryOf(glob, base)),
  });
  return {
    sources: [{ path: 'aor.yaml', base: '', text: '' }],
    people: new Map(),
    teams: new Map(),
    aors: new Map(Object.entries(aors).map(([id, aor]) => [id, aorOf(id, aor)])),
    roles: new Map(),
    exempt: exempt.map(exemptOf),
    review: { askAtMost: 2, baseBranch: null, staleAfterDays: 365, severities: new Map() },
    codeowners: null,
  };
}

const nowhere = { file: 'aor.yaml', start: 0, end: 0 };

const emptyAor: Aor = {
  id: '',
  at: nowhere,
  whole: nowhere,
  title: '',
  about: null,
  kind: 'area',
  owner: null,
  shared: [],
  backups: [],
  consult: [],
  learning: [],
  teams: [],
  parent: null,
  base: '',
  paths: [],
  hasPaths: false,
  level: 'offer',
  content: null,
  minLines: null,
  changes: null,
  broken: [],
  checklist: [],
  guide: null,
  category: null,
  status: null,
  confirmed: null,
  since: null,
  past: [],
  vacant: null,
  handover: null,
  contact: null,
  links: new Map(),
  decisions: [],
};
