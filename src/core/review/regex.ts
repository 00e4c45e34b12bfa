/** Regular expressions of `content`, in RE2 syntax, which cannot run away. The engine is loaded only when it is needed. */
import type { OwnershipFile } from '../model';

/** What is wrong with an expression; `null`: nothing. */
export type RegexCheck = (source: string) => string | null;

/** Whether an expression matches somewhere in a line. */
export type LineMatcher = (line: string) => boolean;

/** Makes the matcher of an expression that is known to compile. */
export type RegexEngine = (source: string) => LineMatcher;

/** Loads the engine and gives the check. */
export async function loadRegexCheck(): Promise<RegexCheck> {
  const { RE2JS } = await import('re2js');
  return (source) => {
    try {
      RE2JS.compile(source);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : 'cannot be read';
    }
  };
}

/** Gives the engine for the reviews of these files; loads it only where one of them looks at lines. */
export async function loadRegexFor(...files: readonly (OwnershipFile | null)[]): Promise<RegexEngine> {
  const isNeeded = files.some(
    (file) => file !== null && [...file.aors.values()].some(({ content }) => content !== null),
  );
  if (!isNeeded) return () => () => false;
  const { RE2JS } = await import('re2js');
  return (source) => {
    const pattern = RE2JS.compile(source);
    return (line) => pattern.test(line);
  };
}
