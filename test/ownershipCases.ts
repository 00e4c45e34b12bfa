/** The cases of the ownership file reference, as data; what each key says is in `docs/ownership-file.md`'s words. */
import cases from './data/conformance/ownership.json';

export interface ExpectedProblem {
  readonly code: string;
  readonly file: string;
  readonly line?: number;
}

export interface ExpectedAnswer {
  readonly path: string;
  readonly state: string;
  readonly aor?: string;
  readonly owner?: string;
  readonly glob?: string;
  readonly line?: number;
  /** The file of `line`, where it is not the entry file. */
  readonly file?: string;
  readonly vacant?: string;
  readonly also?: readonly {
    readonly aor: string;
    readonly glob: string;
    readonly line: number;
    readonly lost: string;
  }[];
  readonly reviews?: readonly { readonly aor: string; readonly owner: string | null; readonly level: string }[];
  readonly conditional?: readonly { readonly aor: string; readonly needs: readonly string[] }[];
}

export interface OwnershipCase {
  readonly name: string;
  readonly today?: string;
  /** Folder opened in the editor. */
  readonly opened?: string;
  /** The setting `aor.file`. */
  readonly setting?: string;
  /** Folders that are git work trees of their own. */
  readonly repositories?: readonly string[];
  /** The entry file that must be found; `null`: none. */
  readonly entry: string | null;
  readonly files: Readonly<Record<string, string>>;
  readonly tree?: readonly string[];
  readonly ask: readonly ExpectedAnswer[];
  /** Errors: exactly these. Others: at least these. */
  readonly problems?: readonly ExpectedProblem[];
  readonly not?: readonly string[];
}

export const ownershipCases: readonly OwnershipCase[] = cases;

/** Whether a problem that is expected is among those found. */
export const isFound = (all: readonly Required<ExpectedProblem>[], { code, file, line }: ExpectedProblem): boolean =>
  all.some((one) => one.code === code && one.file === file && (line ?? one.line) === one.line);

/**
 * The errors found that are not expected. On a line with `syntax` or `suspicious-scalar` any other problem is allowed.
 */
export function unexpectedErrors<T extends Required<ExpectedProblem> & { readonly isError: boolean }>(
  all: readonly T[],
  expected: readonly ExpectedProblem[],
): T[] {
  const lenient = new Set(
    all
      .filter(({ code }) => code === 'syntax' || code === 'suspicious-scalar')
      .map(({ file, line }) => `${file}:${line}`),
  );
  return all.filter(
    (one) =>
      one.isError &&
      !lenient.has(`${one.file}:${one.line}`) &&
      !expected.some(
        ({ code, file, line }) => code === one.code && file === one.file && (line ?? one.line) === one.line,
      ),
  );
}
