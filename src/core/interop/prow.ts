/** Kubernetes' `OWNERS` and `OWNERS_ALIASES`, as Prow reads them → areas. */
import { emptyForeign, type ForeignAor, type ForeignPerson, type ForeignReader, type Lost } from './foreign';
import { escapedGlob } from './globText';
import { regexCount, regexGlobs } from './pathRegex';
import { readAliases, readProwFile, type ProwFile, type ProwRule } from './prowFile';

/**
 * Nearest: every folder whose `OWNERS` names people is an area of its approvers, in order; its reviewers are consulted.
 * A folder with reviewers only stays with the approvers of the nearest folder above. A filter that globs can say is an
 * area of its own inside the folder, which ends where a folder further down has people. The area above is that of the
 * nearest folder above, and none with `no_parent_owners`. Aliases are resolved, and are teams where they approve.
 * Emeritus people, labels and required reviewers are not kept.
 */
export const readProw: ForeignReader = (files, tree) => {
  const lost: Lost[] = [];
  const aliases = new Map<string, readonly string[]>();
  for (const file of files.filter(({ path }) => path === 'OWNERS_ALIASES')) {
    const read = readAliases(file);
    for (const [alias, members] of read.aliases) aliases.set(alias, members);
    lost.push(...read.lost);
  }
  const folders = new Map<string, ProwFile & { readonly path: string }>();
  for (const file of files.filter(({ path }) => /(?:^|\/)OWNERS$/.test(path))) {
    const read = readProwFile(file);
    lost.push(...read.lost);
    folders.set(file.path.replace(/\/?OWNERS$/, ''), { ...read, path: file.path });
  }
  const expanded = (names: readonly string[]): readonly string[] => [
    ...new Set(names.flatMap((name) => aliases.get(name) ?? [name])),
  ];
  const broadIn = (folder: string) =>
    folders.get(folder)?.rules.filter(({ filter }) => filter === null || regexGlobs(filter, '')?.[0] === '**') ?? [];
  const approversFrom = (folder: string): readonly string[] => {
    for (const at of upwards(folder)) {
      const approvers = broadIn(at).flatMap((rule) => rule.approvers);
      // An alias of nobody approves nothing.
      if (expanded(approvers).length > 0) return approvers;
      if (folders.get(at)?.noParent === true) return [];
    }
    return [];
  };
  const hasArea = (folder: string): boolean => {
    const file = folders.get(folder);
    return file !== undefined && (file.noParent || broadIn(folder).some(isOfPeople));
  };
  const areaOf = (folder: string, key: string, rules: readonly ProwRule[], globs: readonly string[]): ForeignAor => {
    const own = rules.flatMap(({ approvers }) => approvers);
    const named = expanded(own).length > 0 ? own : approversFrom(folder);
    const holders = expanded(named);
    const around = broadIn(folder).flatMap(({ approvers, reviewers }) => [...approvers, ...reviewers]);
    const others = expanded([...rules.flatMap(({ reviewers }) => reviewers), ...around]);
    const isWhole = key === keyOf(folder);
    const above = isWhole && folders.get(folder)?.noParent === true ? [] : [...upwards(folder)].slice(isWhole ? 1 : 0);
    const parent = above.find(hasArea);
    return {
      ...emptyForeign,
      ...{ key, holders: holders.map(personOf), parent: parent === undefined ? null : keyOf(parent) },
      consult: others.filter((name) => !holders.includes(name)).map(personOf),
      teams: [...new Set(named)].flatMap((name) => {
        const members = aliases.get(name);
        return members === undefined ? [] : [{ handle: name, name, members: members.map(personOf) }];
      }),
      paths: globs.map((glob) => ({ glob, priority: 0 })),
    };
  };
  const aors = [...folders].flatMap(([folder, { rules, path }]) => {
    const beneath = folder === '' ? '' : `${folder}/`;
    const prefix = escapedGlob(beneath);
    const made = hasArea(folder)
      ? [areaOf(folder, keyOf(folder), broadIn(folder), [prefix === '' ? '**' : prefix])]
      : [];
    for (const rule of rules) {
      if (broadIn(folder).includes(rule) || !isOfPeople(rule)) continue;
      const filter = rule.filter ?? '';
      const globs = regexGlobs(filter, prefix);
      if (globs === null) {
        const inside = tree.filter((one) => one.startsWith(beneath)).map((one) => one.slice(beneath.length));
        const why = 'Its regular expression has no writing as a glob.';
        lost.push({ file: path, line: rule.line, text: filter, why, files: regexCount(filter, inside) });
      } else {
        // Only a filter anchored at its start can say the very folder that another file is in; the others lose to it.
        const ends = !filter.startsWith('^')
          ? []
          : [...folders.keys()].filter((one) => one !== folder && one.startsWith(beneath) && hasArea(one));
        const excludes = ends.map((one) => `!${escapedGlob(one)}/`);
        made.push(areaOf(folder, `${keyOf(folder)} ${filter}`, [rule], [...globs, ...excludes]));
      }
    }
    return made;
  });
  return { promise: 'nearest', forge: 'github', aors, exempt: [], lost };
};

const keyOf = (folder: string): string => `/${folder}`;
const isOfPeople = ({ approvers, reviewers }: ProwRule): boolean => approvers.length + reviewers.length > 0;

const personOf = (handle: string): ForeignPerson => ({ name: null, handle, email: null });

/** The folder and those above it, `''` last. */
function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    yield at;
    if (at === '') return;
  }
}
