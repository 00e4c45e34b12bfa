/** Mozilla's `mots.yaml` → an area for each module. Source: the tool `mots`, its documentation and module model. */
import { readCodeownersPattern } from '../codeowners/segments';
import { emptyForeign, type ForeignAor, type ForeignPerson, type ForeignReader, type Lost } from './foreign';
import { globText } from './globText';
import { readYamlTree, type YamlMap, type YamlTree } from './yamlTree';

/**
 * Nearest: a module is an area; its owners hold it in their order, its peers, who may review anything in it, stand
 * behind them. A submodule is beneath its module, and takes from it what it does not say itself. Of the modules that
 * name a file, the one whose glob is more specific has it. Emeriti are not imported.
 */
export const readMots: ForeignReader = (files) => {
  const lost: Lost[] = [];
  const aors: ForeignAor[] = [];
  for (const file of files) {
    const tree = readYamlTree(file);
    lost.push(...tree.lost);
    const modules = tree.roots.flatMap((root) => root.maps('modules'));
    for (const [number, module] of modules.entries()) {
      const key = `${file.path} ${String(number)}`;
      aors.push(...areasOf(module, key, null, null, tree, lost));
      for (const [at, submodule] of module.maps('submodules').entries())
        aors.push(...areasOf(submodule, `${key}.${String(at)}`, key, module, tree, lost));
    }
  }
  const made = new Set(aors.map(({ key }) => key));
  const rooted = aors.map((aor) => (made.has(aor.parent ?? '') ? aor : { ...aor, parent: null }));
  return { promise: 'nearest', forge: null, aors: rooted, exempt: [], lost };
};

function areasOf(
  module: YamlMap,
  key: string,
  parent: string | null,
  above: YamlMap | null,
  tree: YamlTree,
  lost: Lost[],
): readonly ForeignAor[] {
  const own = module.texts('includes');
  // A submodule without paths of its own has those of its module, which keeps them here: one AOR has each file.
  if (own.length === 0) {
    lost.push(tree.lostAt(module.line, 'It names no paths of its own.'));
    return [];
  }
  const people = (name: string): readonly ForeignPerson[] => {
    const named = module.maps(name);
    return (named.length > 0 ? named : (above?.maps(name) ?? [])).flatMap((one) => personOf(one) ?? []);
  };
  const globsOf = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => {
      const glob = globOf(text);
      if (glob === null) lost.push(tree.lostAt(module.line, `\`${text}\` has no writing as a glob.`));
      return glob ?? [];
    });
  const globs = [...globsOf(own), ...globsOf(module.texts('excludes')).map((glob) => `!${glob}`)];
  const [meta] = module.maps('meta');
  const url = meta?.text('url') ?? null;
  return [
    {
      ...emptyForeign,
      ...{ key, title: module.text('name'), about: module.text('description'), parent },
      holders: [...people('owners'), ...people('peers')],
      contact: meta?.text('group') ?? null,
      links: new Map(url === null ? [] : [['module', url]]),
      paths: [...new Set(globs)].map((glob) => ({ glob, priority: 0 })),
    },
  ];
}

function personOf(person: YamlMap): ForeignPerson | null {
  const [name, nick, email] = [person.text('name'), person.text('nick'), person.text('email')];
  const known = name ?? nick;
  return known === null && email === null ? null : { name: known, handle: null, email };
}

/** Patterns there are those of Python's `pathlib`, from the root: `dom/**` + `/*` is everything beneath `dom`. */
function globOf(text: string): string | null {
  const read = readCodeownersPattern(`/${text.replace(/^\.?\//, '')}`, 'gitlab');
  const [pattern] = read.kind === 'patterns' ? read.patterns : [];
  const glob = pattern === undefined ? null : globText(pattern);
  return glob?.replace(/(^|\/)\*\*\/\*$/, (_, slash: string) => (slash === '' ? '**' : '/')) ?? null;
}
