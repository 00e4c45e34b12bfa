/** Review AORs as sections of GitLab's `CODEOWNERS`. */
import type { Aor, OwnershipFile } from '../model';
import { needsOf } from '../rules';
import type { CodeownersLines } from './codeownersLines';
import { gitlabPath, gitlabPatterns } from './gitlabPattern';
import type { HostExport } from './hostExport';

export interface ReviewSection {
  readonly aor: Aor;
  /** With `^` where the review is offered. */
  readonly heading: string;
  readonly name: string;
  readonly patterns: readonly string[];
  /** With `!`. */
  readonly excluded: readonly string[];
}

export interface ReviewSections {
  readonly sections: readonly ReviewSection[];
  readonly unsaid: HostExport['unsaid'];
  readonly left: CodeownersLines['left'];
}

/** The reviews that apply by path alone, in order of definition; the others have no words there. */
export function reviewSections(file: OwnershipFile): ReviewSections {
  const taken = new Set([defaultSection]);
  const sections: ReviewSection[] = [];
  const unsaid: { aor: Aor; why: string }[] = [];
  const left: { aor: Aor; glob: string }[] = [];
  for (const aor of file.aors.values()) {
    if (aor.kind !== 'review') continue;
    const why = whyUnsaid(aor);
    if (why !== null) {
      unsaid.push({ aor, why });
      continue;
    }
    const written = writtenPaths(aor);
    left.push(...written.left);
    if (written.patterns.length === 0) continue;
    const name = sectionName(aor, taken);
    sections.push({ ...written, aor, name, heading: `${aor.level === 'offer' ? '^' : ''}[${name}]` });
  }
  return { sections, unsaid, left };
}

/** What GitLab calls the entries before the first heading: a section of that name would be one with them. */
const defaultSection = 'codeowners';

function whyUnsaid(aor: Aor): string | null {
  if (aor.broken.length > 0) return 'a condition of it cannot be read';
  const needs = needsOf(aor);
  if (needs.length > 0) return `it depends on ${needs.join(' and ')}, there on paths alone`;
  return aor.level === 'note' ? 'it asks nobody' : null;
}

interface WrittenPaths {
  readonly patterns: readonly string[];
  readonly excluded: readonly string[];
  readonly left: readonly { readonly aor: Aor; readonly glob: string }[];
}

function writtenPaths(aor: Aor): WrittenPaths {
  if (!aor.hasPaths) {
    const folder = gitlabPath(aor.base);
    if (aor.base === '') return { patterns: ['*'], excluded: [], left: [] };
    return folder === null
      ? { patterns: [], excluded: [], left: [{ aor, glob: aor.base }] }
      : { patterns: [`${folder}/`], excluded: [], left: [] };
  }
  const all = aor.paths.flatMap(({ glob }) => gitlabPatterns(glob.patterns).map(({ text }) => ({ glob, text })));
  const textsOf = (exclude: boolean) =>
    new Set(all.flatMap(({ glob, text }) => (glob.exclude === exclude && text !== null ? [text] : [])));
  return {
    patterns: [...textsOf(false)],
    excluded: [...textsOf(true)].map((text) => `!${text}`),
    left: all.filter(({ text }) => text === null).map(({ glob }) => ({ aor, glob: glob.text })),
  };
}

/** The most code points of a title that are kept. */
const longestName = 200;

/** The title without what ends a heading, with the id behind where it is taken: names that differ in case alone are one. */
function sectionName({ id, title }: Aor, taken: Set<string>): string {
  const clean = (text: string) =>
    [
      ...text
        .replace(/\[/g, '(')
        .replace(/\]/g, ')')
        .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' '),
    ]
      .slice(0, longestName)
      .join('')
      .trim();
  const names = [clean(title), clean(`${clean(title)} (${id})`)].filter((name) => name !== '');
  for (let number = 2; ; number++) {
    const name = names.shift() ?? `${clean(id)} ${number}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
