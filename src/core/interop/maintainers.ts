/** Linux' `MAINTAINERS` → an area for each section that names files. */
import { parseGlob } from '../rules/glob';
import { emptyForeign, type ForeignAor, type ForeignPerson, type ForeignReader, type Lost } from './foreign';
import { readMaintainersFile, type MaintainersLine, type MaintainersSection } from './maintainersFile';
import { maintainersGlobs, pathsStartingWith, type PathsStartingWith } from './maintainersGlobs';
import { regexCount, regexGlobs } from './pathRegex';

/**
 * Nearest: a section with `F:` (or an `N:` that globs can say) is an area; its maintainers hold it in order, `R:` are
 * consulted, the first `L:` is the contact. Of the sections that name a file, the one whose glob is more specific has
 * it. `Orphan` and `Obsolete` sections have nobody. `K:` is a review that offers its people, with the expression as it
 * stands: whether it is RE2 is not known here. What else is there is listed.
 */
export const readMaintainers: ForeignReader = (files, tree) => {
  const startingWith = pathsStartingWith(tree);
  const lost: Lost[] = [];
  const aors = files.flatMap((file) => {
    const read = readMaintainersFile(file);
    lost.push(...read.lost);
    return read.sections.flatMap((section) =>
      aorsOf(
        `${file.path}:${String(section.line)}`,
        section,
        startingWith,
        tree,
        ({ line, tag, value }, why, count) => {
          lost.push({ file: file.path, line, text: `${tag}: ${value}`, why, files: count });
        },
      ),
    );
  });
  return { promise: 'nearest', forge: null, aors, exempt: [], lost };
};

type Drop = (line: MaintainersLine, why: string, files: number | null) => void;

function aorsOf(
  key: string,
  { title, lines }: MaintainersSection,
  startingWith: PathsStartingWith,
  tree: readonly string[],
  drop: Drop,
): readonly ForeignAor[] {
  const tagged = (tag: string): readonly MaintainersLine[] => lines.filter((line) => line.tag === tag);
  const globs: string[] = [];
  for (const line of lines) {
    if (line.tag === 'F' || line.tag === 'X') {
      const found = maintainersGlobs(line.value, startingWith);
      const good = found?.filter((glob) => parseGlob(glob, '').kind === 'glob') ?? [];
      if (good.length === 0) drop(line, 'Its pattern has no writing as a glob.', null);
      globs.push(...good.map((glob) => (line.tag === 'X' ? `!${glob}` : glob)));
    } else if (line.tag === 'N') {
      const found = regexGlobs(line.value, '');
      if (found === null) drop(line, 'Its regular expression has no writing as a glob.', regexCount(line.value, tree));
      else globs.push(...found);
    } else if (!/^[MRLSWQBCPTK]$/.test(line.tag)) drop(line, 'This tag is not known.', null);
  }
  const status = tagged('S').map(({ value }) => value);
  const isOrphan = status.some((one) => /^(?:orphan|obsolete)/i.test(one));
  const peopleAt = (tag: string): readonly ForeignPerson[] =>
    tagged(tag).flatMap((line) => {
      const person = personOf(line.value);
      if (person === null) drop(line, 'It names nobody with an e-mail address.', null);
      return person ?? [];
    });
  const [list, ...otherLists] = tagged('L');
  for (const line of otherLists) drop(line, 'An area has one contact.', null);
  const [holders, consult] = [peopleAt('M'), peopleAt('R')];
  if (isOrphan) for (const line of tagged('M')) drop(line, 'Nobody holds what is orphaned or obsolete.', null);
  const common = {
    ...emptyForeign,
    ...{ title, holders: isOrphan ? [] : holders, consult, contact: list?.value.split(/\s/)[0] ?? null },
    about: status.length === 0 ? null : `Status: ${status.join(', ')}`,
    links: linksOf(lines, drop),
  };
  const paths = [...new Set(globs)].map((glob) => ({ glob, priority: 0 }));
  const isArea = paths.some(({ glob }) => !glob.startsWith('!'));
  const reviews = tagged('K').map((line, number): ForeignAor => ({
    ...common,
    ...{ key: `${key} ${String(number)}`, title: `${title} (content)`, kind: 'review', level: 'offer' },
    ...{ content: line.value, parent: isArea ? key : null },
  }));
  return isArea ? [{ ...common, key, paths }, ...reviews] : reviews;
}

/** `Ada Byron <ada@example.org>`, `"Ada B." <ada@example.org>` or the address alone; what follows is a remark. */
function personOf(value: string): ForeignPerson | null {
  const [, name = '', email] = /^"?([^"<]*)"?\s*<([^\s<>@]+@[^\s<>@]+)>/.exec(value) ?? [];
  if (email !== undefined) return { name: name.trim() || null, handle: null, email };
  const [bare] = /^[^\s<>@]+@[^\s<>@]+/.exec(value) ?? [];
  return bare === undefined ? null : { name: null, handle: null, email: bare };
}

const linkNames: ReadonlyMap<string, string> = new Map([
  ...([
    ['W', 'web'],
    ['Q', 'patches'],
    ['B', 'bugs'],
    ['C', 'chat'],
    ['P', 'process'],
    ['T', 'source'],
  ] as const),
]);

function linksOf(lines: readonly MaintainersLine[], drop: Drop): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  for (const line of lines) {
    const name = linkNames.get(line.tag);
    if (name === undefined) continue;
    const [address] = /https?:\/\/\S+/.exec(line.value) ?? [];
    if (address === undefined) drop(line, 'It is no link.', null);
    else if (links.has(name))
      links.set(`${name}-${String([...links.keys()].filter((one) => one.startsWith(name)).length + 1)}`, address);
    else links.set(name, address);
  }
  return links;
}
