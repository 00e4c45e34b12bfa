import { parseGlob, type Pattern } from '../../rules/glob';

/**
 * The plain segments that all a glob matches have in front, its base among them, from the root with `/`: of
 * `src/{a,b}/x`, `src`. `null`: the glob is refused.
 */
export function folderOf(text: string, base: string): string | null {
  const parsed = parseGlob(text, base);
  if (parsed.kind !== 'glob') return null;
  const [first, ...others] = parsed.glob.patterns.map(plainStart);
  const common = others.reduce((left, right) => left.slice(0, sharedLength(left, right)), first ?? []);
  return common.join('/');
}

function plainStart(pattern: Pattern): readonly string[] {
  const end = pattern.findIndex((segment) => segment.class !== 'plain');
  return (end < 0 ? pattern : pattern.slice(0, end)).map((segment) => segment.text);
}

function sharedLength(left: readonly string[], right: readonly string[]): number {
  const end = left.findIndex((name, index) => name !== right[index]);
  return end < 0 ? left.length : end;
}
