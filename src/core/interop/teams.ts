/** `config/teams` of rubyatscale's `code_ownership` → areas of teams. Source: its README and that of `codeowners-rs`. */
import { globMatcher, parseGlob } from '../rules/glob';
import {
  emptyForeign,
  type Foreign,
  type ForeignFile,
  type ForeignReader,
  type ForeignTeam,
  type Lost,
} from './foreign';
import { escapedGlob } from './globText';
import { matchesIn } from './lastMatch';
import { prioritiesFor, type HeldRule } from './priorities';
import { readYamlTree, type YamlMap } from './yamlTree';

export const isTeamFile = (path: string): boolean => /^config\/teams\/.*\.ya?ml$/.test(path);

/** Besides the teams: what says whose a file is in its own folder or on its own first line. */
export const mayNameTeam = (path: string): boolean =>
  /(?:^|\/)(?:\.codeowner|package\.yml)$|\.(?:rb|rake|jsx?|tsx?|erb|haml|html|css|scss|graphql|ya?ml|sh)$/.test(path);

interface Team {
  readonly foreign: ForeignTeam;
  readonly globs: readonly string[];
  readonly excluded: readonly string[];
  readonly file: ForeignFile;
}

/** A glob that gives files to a team; where several match, the last one does. */
interface Claim extends HeldRule {
  readonly glob: string;
}

/**
 * Exact: each file keeps its team. A team is an area without a person. What counts first there comes last here: the first
 * line of a file, `.codeowner` in the nearest folder, `package.yml` in the nearest, the team's globs, its own file.
 */
export const readTeams: ForeignReader = (files, tree): Foreign => {
  const lost: Lost[] = [];
  const teams = new Map<string, Team>();
  for (const file of files.filter(({ path }) => isTeamFile(path))) {
    const read = readYamlTree(file);
    lost.push(...read.lost);
    for (const map of read.roots) {
      const team = teamOf(map, file);
      if (team === null) lost.push(read.lostAt(map.line, 'The team has no name.'));
      else teams.set(team.foreign.name ?? '', team);
    }
  }
  const byAnyName = new Map(
    [...teams].flatMap(([name, { foreign }]) => [
      [name, name],
      [`@${foreign.handle}`, name],
    ]),
  );
  const claims: Claim[] = [];
  const add = (glob: string, holder: string): void => {
    const read = parseGlob(glob, '');
    if (read.kind === 'glob') claims.push({ glob, holder, patterns: read.glob.patterns });
    else
      lost.push({
        file: teams.get(holder)?.file.path ?? '',
        line: 1,
        text: glob,
        why: `${read.message}.`,
        files: null,
      });
  };
  for (const [name, { file }] of teams) add(escapedGlob(file.path), name);
  for (const [name, { globs }] of teams) for (const glob of globs) add(glob, name);
  for (const kind of ['package.yml', '.codeowner'])
    for (const { file, folder } of inFolders(files, kind)) {
      const said = kind === '.codeowner' ? file.text.trim() : ownerIn(file);
      const name = byAnyName.get(said);
      if (name !== undefined) add(folder === '' ? '**' : `${escapedGlob(folder)}/`, name);
      else if (said !== '')
        lost.push({ file: file.path, line: 1, text: said, why: 'No team is called so.', files: null });
    }
  for (const { path, text } of files) {
    const name = byAnyName.get(
      /^\s*(?:#|\/\/|<!--|<%#|\/\*|-#)\s*@team\s+(.+?)\s*(?:-->|%>|\*\/)?\s*(?:\r?\n|$)/.exec(text)?.[1] ?? '',
    );
    if (name !== undefined) add(escapedGlob(path), name);
  }
  const matchesOf = claimsOn(teams, claims);
  const aors = areasOf(teams, claims, tree.map(matchesOf));
  const keyOf = (path: string): string | null => claims[matchesOf(path).at(-1) ?? -1]?.holder ?? null;
  return { promise: 'exact', forge: 'github', aors, exempt: [], lost, keyOf };
};

function teamOf(map: YamlMap, file: ForeignFile): Team | null {
  const name = map.text('name')?.trim() ?? '';
  if (name === '') return null;
  const handle = (map.maps('github')[0]?.text('team') ?? name).replace(/^@/, '');
  const excluded = [...map.texts('unowned_globs'), ...map.texts('subtracted_globs')];
  return { foreign: { handle, name, members: [] }, globs: map.texts('owned_globs'), excluded, file };
}

/** Files of a name with the folder they are in, those furthest down last. */
const inFolders = (files: readonly ForeignFile[], name: string) =>
  files
    .filter(({ path }) => path === name || path.endsWith(`/${name}`))
    .map((file) => ({ file, folder: file.path.slice(0, Math.max(0, file.path.length - name.length - 1)) }))
    .sort((a, b) => a.folder.split('/').length - b.folder.split('/').length || (a.folder < b.folder ? -1 : 1));

const ownerIn = (file: ForeignFile): string => {
  const [root] = readYamlTree(file).roots;
  return root?.text('owner') ?? root?.maps('metadata')[0]?.text('owner') ?? '';
};

/** Numbers of the claims on a path, in order; the last one decides. */
function claimsOn(teams: ReadonlyMap<string, Team>, claims: readonly Claim[]): (path: string) => readonly number[] {
  const matching = matchesIn(claims);
  const excludedOf = new Map([...teams].map(([name, { excluded }]) => [name, excluded.map(matcherOf)]));
  const isOut = (number: number, path: string): boolean =>
    excludedOf.get(claims[number]?.holder ?? '')?.some((matches) => matches(path)) ?? false;
  return (path) => matching(path).filter((number) => !isOut(number, path));
}

function areasOf(
  teams: ReadonlyMap<string, Team>,
  claims: readonly Claim[],
  matchesOfFiles: readonly (readonly number[])[],
): Foreign['aors'] {
  const priorities = prioritiesFor(claims, matchesOfFiles);
  return [...teams].map(([name, { foreign, excluded }]) => ({
    ...emptyForeign,
    ...{ key: name, title: name, teams: [foreign] },
    paths: [
      ...claims.flatMap(({ glob, holder }, number) =>
        holder === name ? [{ glob, priority: Math.min(9, priorities[number] ?? 0) }] : [],
      ),
      ...excluded.map((glob) => ({ glob: `!${glob}`, priority: 0 })),
    ],
  }));
}

function matcherOf(glob: string): (path: string) => boolean {
  const read = parseGlob(glob, '');
  return read.kind === 'glob' ? globMatcher(read.glob) : () => false;
}
