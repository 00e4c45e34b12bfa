import type { ConfigText } from './config';
import { folderOf, joined } from './paths';

interface Options {
  readonly baseUrl: string | null;
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[];
}

/**
 * Where a bare specifier leads by `compilerOptions.paths` (exact names, then the longest prefix) and `baseUrl`, as
 * base-relative paths without extension added. `extends` is not followed. Never throws: a text that cannot be read gives nothing.
 */
export function aliasTargets({ path, text }: ConfigText, specifier: string): readonly string[] {
  const { baseUrl, paths } = optionsOf(text);
  const home = joined(folderOf(path), baseUrl ?? '.');
  if (home === null) return [];
  const best = paths
    .flatMap(([pattern, targets]) => {
      const [prefix = '', suffix] = pattern.split('*', 2);
      if (suffix === undefined) return pattern === specifier ? [{ targets, star: '', length: Infinity }] : [];
      const isMatch =
        specifier.startsWith(prefix) && specifier.endsWith(suffix) && specifier.length >= prefix.length + suffix.length;
      const star = specifier.slice(prefix.length, specifier.length - suffix.length);
      return isMatch ? [{ targets, star, length: prefix.length }] : [];
    })
    .sort((a, b) => b.length - a.length)[0];
  const byPaths =
    best?.targets.map((target) =>
      joined(
        home,
        target.replace('*', () => best.star),
      ),
    ) ?? [];
  const byBaseUrl = baseUrl === null ? [] : [joined(home, specifier)];
  return [...byPaths, ...byBaseUrl].filter((target) => target !== null);
}

function optionsOf(text: string): Options {
  const root = parsed(text);
  const options = isRecord(root) && isRecord(root.compilerOptions) ? root.compilerOptions : {};
  const paths = isRecord(options.paths) ? Object.entries(options.paths) : [];
  return {
    baseUrl: typeof options.baseUrl === 'string' ? options.baseUrl : null,
    paths: paths.map(([pattern, targets]) => [
      pattern,
      Array.isArray(targets) ? targets.filter((target) => typeof target === 'string') : [],
    ]),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** JSON with comments and commas at the end of lists, as TypeScript reads it. */
function parsed(text: string): unknown {
  const withoutComments = text.replace(
    /("(?:\\.|[^"\\])*")|\/\/[^\n\r]*|\/\*[^]*?\*\//g,
    (_, string?: string) => string ?? '',
  );
  const withoutCommas = withoutComments.replace(
    /("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g,
    (_, string?: string) => string ?? '',
  );
  try {
    return JSON.parse(withoutCommas);
  } catch {
    return null;
  }
}
