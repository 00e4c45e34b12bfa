/** `OWNERS` of Chromium and Gerrit → areas. */
import { readChromiumFile, type ChromiumLine, type ChromiumStatement } from './chromiumFile';
import { emptyForeign, type ForeignAor, type ForeignReader, type Lost } from './foreign';
import { escapedGlob } from './globText';

/**
 * Nearest: every folder whose `OWNERS` names people, its included files among them, is an area of theirs in order; a
 * `per-file` with people is an area of the files of that folder it names. The area above is that of the nearest folder
 * above, and none with `set noparent`. `*` is listed: that anyone may approve does not say that nobody answers for it.
 */
export const readChromium: ForeignReader = (files) => {
  const lost: Lost[] = [];
  const byPath = new Map<string, readonly ChromiumLine[]>();
  for (const file of files) {
    const read = readChromiumFile(file);
    lost.push(...read.lost);
    byPath.set(file.path, read.lines);
  }
  const emailsOf = (
    path: string,
    says: readonly ChromiumStatement[],
    line: ChromiumLine,
    seen: Set<string>,
  ): readonly string[] =>
    says.flatMap((one) => {
      const drop = (why: string) => lost.push({ file: path, line: line.line, text: line.text, why, files: null });
      if (one.kind === 'owner') return [one.email];
      if (one.kind === 'anyone') drop('That anyone may approve is not kept.');
      if (one.kind !== 'file') return [];
      if (one.whole) drop('Of an included file only the people are taken.');
      const lines = byPath.get(one.path);
      if (lines === undefined) drop('The included file is not there.');
      if (lines === undefined || seen.has(one.path)) return [];
      seen.add(one.path);
      return lines
        .filter(({ globs }) => globs === null)
        .flatMap((inner) => emailsOf(one.path, inner.says, inner, seen));
    });
  const areas = [...byPath]
    .filter(([path]) => /(?:^|\/)OWNERS$/.test(path))
    .map(([path, lines]) => {
      const folder = path.replace(/\/?OWNERS$/, '');
      const own = lines.filter(({ globs }) => globs === null);
      const seen = new Set([path]);
      const emails = [...new Set(own.flatMap((line) => emailsOf(path, line.says, line, seen)))];
      return {
        path,
        folder,
        lines,
        emails,
        noParent: own.some(({ says }) => says.some(({ kind }) => kind === 'noparent')),
      };
    });
  const named = new Map(
    areas.filter(({ emails, noParent }) => emails.length > 0 || noParent).map((area) => [area.folder, area]),
  );
  const aors = areas.flatMap(({ path, folder, lines, emails, noParent }): readonly ForeignAor[] => {
    const prefix = folder === '' ? '' : `${escapedGlob(folder)}/`;
    const above = named.has(folder) && noParent ? undefined : aboveOf(folder, named);
    const whole = named.has(folder) ? [areaOf(`/${folder}`, emails, above, [prefix === '' ? '**' : prefix])] : [];
    const groups = new Map<string, ChromiumLine[]>();
    for (const line of lines) {
      if (line.globs === null) continue;
      const same = groups.get(line.globs.join());
      if (same === undefined) groups.set(line.globs.join(), [line]);
      else same.push(line);
    }
    const perFile = [...groups.values()].flatMap((group) => {
      const reached = new Set([path]);
      const people = [...new Set(group.flatMap((line) => emailsOf(path, line.says, line, reached)))];
      const isBare = group.some(({ says }) => says.some(({ kind }) => kind === 'noparent'));
      if (people.length === 0 && !isBare) return [];
      const parent = isBare ? undefined : named.has(folder) ? `/${folder}` : above;
      const globs = (group[0]?.globs ?? []).map((glob) => prefix + glob);
      const area = areaOf(`/${folder}:${String(group[0]?.line)}`, people, parent, globs);
      const others = isBare ? [] : emails.filter((email) => !people.includes(email));
      return [{ ...area, consult: others.map((email) => ({ name: null, handle: null, email })) }];
    });
    return [...whole, ...perFile];
  });
  return { promise: 'nearest', forge: null, aors, exempt: [], lost };
};

function areaOf(
  key: string,
  emails: readonly string[],
  parent: string | undefined,
  globs: readonly string[],
): ForeignAor {
  return {
    ...emptyForeign,
    ...{ key, parent: parent ?? null, paths: globs.map((glob) => ({ glob, priority: 0 })) },
    holders: emails.map((email) => ({ name: null, handle: null, email })),
  };
}

function aboveOf(folder: string, named: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = folder; at !== '';) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
    if (named.has(at)) return `/${at}`;
  }
  return undefined;
}
