import type { PathReference } from '../references/reference';
import { folderOf, joined, upwards } from './paths';

/**
 * Files a Python module may be in: relative dots from the document's package, else from the workspace folders, their
 * `src`, and the folders above the document. For `from a import b`, `b` as a module comes before `a`.
 */
export function pythonCandidates(
  { text, name }: Pick<PathReference, 'text' | 'name'>,
  document: string,
  roots: readonly string[],
): readonly string[] {
  const dots = /^\.*/.exec(text)?.[0].length ?? 0;
  const module = text.slice(dots).split('.').filter(Boolean).join('/');
  const homes = dots > 0 ? [ancestor(folderOf(document), dots - 1)] : homesOf(document, roots);
  return homes.flatMap((home) => {
    const target = home === null ? null : joined(home, module);
    if (target === null) return [];
    const named = name === null ? [] : modulesAt(target === '' ? name : `${target}/${name}`);
    return [...named, ...modulesAt(target)];
  });
}

const modulesAt = (path: string): readonly string[] =>
  path === '' ? ['__init__.py'] : [`${path}.py`, `${path}/__init__.py`, `${path}.pyi`];

const ancestor = (folder: string, levels: number): string | null => joined(folder, '../'.repeat(levels));

const homesOf = (document: string, roots: readonly string[]): readonly string[] => [
  ...new Set([
    ...roots.flatMap((root) => [root, joined(root, 'src') ?? root]),
    '',
    'src',
    ...upwards(folderOf(document)),
  ]),
];
