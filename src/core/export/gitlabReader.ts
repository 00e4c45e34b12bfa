/**
 * Who has a path by a `CODEOWNERS` file on GitLab. Source: GitLab Docs, *Syntax of CODEOWNERS file*, and Ruby's
 * `File.fnmatch`. In each section the last match decides, and what an exclusion matches is out, wherever that stands.
 * An entry that comes again keeps its first place and takes the later owners.
 */
import { gitlabCompiled } from './gitlabCompiled';
import { lastMatching } from './pathPattern';

export interface GitlabSection {
  /** `null`: the entries before the first heading. */
  readonly name: string | null;
  readonly isOptional: boolean;
  /** The owners that the section has for a path (base-relative, `/`); `null`: it says nothing of it. */
  readonly ownersOf: (path: string) => readonly string[] | null;
}

interface Building {
  readonly name: string | null;
  isOptional: boolean;
  readonly entries: Map<string, readonly string[]>;
  readonly excluded: string[];
}

/** `[Name]`, `^[Name]`, `[Name][2]`, and default owners behind. */
const heading = /^(\^?)\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$/;

/** Reads the text; the section without a name comes first. Lines that are no entries are skipped. Never throws. */
export function readGitlab(text: string): readonly GitlabSection[] {
  const first: Building = { name: null, isOptional: false, entries: new Map(), excluded: [] };
  const sections = new Map([['codeowners', first]]);
  let current = first;
  let inherited: readonly string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const head = heading.exec(line);
    if (head !== null) {
      const [, caret, name = '', owners = ''] = head;
      const isOptional = caret === '^';
      const known = sections.get(name.toLowerCase());
      current = known ?? { name, isOptional, entries: new Map(), excluded: [] };
      // One heading that requires is enough.
      current.isOptional &&= isOptional;
      sections.set(name.toLowerCase(), current);
      inherited = ownersIn(owners);
      continue;
    }
    const [pattern = '', ...rest] = line.split(/(?<!\\)\s+/);
    if (pattern.startsWith('!')) current.excluded.push(pattern.slice(1));
    else current.entries.set(pattern, rest.length > 0 ? rest : inherited);
  }
  return [...sections.values()].map(sectionOf);
}

const ownersIn = (text: string): readonly string[] => text.split(/\s+/).filter((one) => one !== '');

function sectionOf({ name, isOptional, entries, excluded }: Building): GitlabSection {
  const all = [...entries];
  const lastOf = lastMatching(all.map(([pattern]) => gitlabCompiled(pattern)));
  const isExcluded = lastMatching(excluded.map(gitlabCompiled));
  return {
    name,
    isOptional,
    ownersOf: (path) => {
      const owners = all[lastOf(path)]?.[1] ?? null;
      return owners === null || isExcluded(path) >= 0 ? null : owners;
    },
  };
}
