/** Regular expressions of `content`, in RE2 syntax, which cannot run away. The engine is loaded only when it is needed. */

/** What is wrong with an expression; `null`: nothing. */
export type RegexCheck = (source: string) => string | null;

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
