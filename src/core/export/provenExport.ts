/** An export that was tried with every file of the repository. */
import type { OwnershipFile, Today } from '../model';
import { ownershipOf } from '../ownership';
import { filesText } from '../review/explain';
import type { RuleIndex } from '../rules';
import type { CodeownersLine } from './codeownersLines';
import type { ExportDialect } from './exportDialect';
import type { HostExport } from './hostExport';

export interface ProvenExport {
  readonly exported: HostExport;
  /** How many files were tried. */
  readonly total: number;
  /** Files that patterns cannot tell from others, each with a line of its own. */
  readonly single: readonly CodeownersLine[];
  /** Files for which the host would name others than the ownership file does; there should be none. */
  readonly wrong: readonly string[];
}

export interface ExportInput {
  readonly file: OwnershipFile;
  readonly index: RuleIndex;
  /** A host name. */
  readonly host: string;
  readonly today: Today;
  /** Every file of the repository (base-relative, `/`). */
  readonly paths: readonly string[];
}

/**
 * Exports, tries every file, and gives those that come out wrong a line each, and then tries again. In small steps, so
 * that the caller can stop or let others work.
 */
export function* proveExport(dialect: ExportDialect, input: ExportInput): Generator<undefined, ProvenExport> {
  const { file, index, host, today, paths } = input;
  const first = dialect.write(file, host, today);
  yield;
  const tried = yield* differences(first);
  const single = tried.owners.flatMap(({ path, aor }): CodeownersLine[] => {
    const pattern = dialect.patternOf(path);
    return pattern === null ? [] : [{ pattern, aor }];
  });
  const exported = single.length === 0 ? first : dialect.write(file, host, today, single);
  const { owners, reviews } = single.length === 0 ? tried : yield* differences(exported);
  const wrong = [...new Set([...owners.map(({ path }) => path), ...reviews])];
  return { exported, total: paths.length, single, wrong };

  function* differences({ hasOurOwner, hasOurReviews }: HostExport) {
    const found: { readonly owners: { path: string; aor: CodeownersLine['aor'] }[]; readonly reviews: string[] } = {
      owners: [],
      reviews: [],
    };
    for (const path of paths) {
      const ownership = ownershipOf(file, index, path, today);
      if (!hasOurOwner(ownership)) found.owners.push({ path, aor: 'aor' in ownership ? ownership.aor : null });
      if (!hasOurReviews(ownership)) found.reviews.push(path);
      yield;
    }
    return found;
  }
}

/** What was tried, and what the format cannot say, a sentence each. May hold untrusted characters. */
export function exportReport(dialect: ExportDialect, proven: ProvenExport, host: string): readonly string[] {
  const { exported, single, wrong, total } = proven;
  const { text, lines, left, unreachable, nameless, unsaid } = exported;
  const who = [...new Set(unreachable.map(({ name }) => name))];
  const isTooLong = dialect.maximumBytes !== null && new TextEncoder().encode(text).length > dialect.maximumBytes;
  return [
    `${lines.length} lines; ${wrong.length} of ${filesText(total)} would have another owner.`,
    ...(single.length === 0 ? [] : [`${filesText(single.length)} listed one by one: patterns cannot tell them apart.`]),
    ...(isTooLong ? [`${dialect.name} does not load a CODEOWNERS of more than 3 MB.`] : []),
    ...wrong.map((path) => `${path} cannot be written there.`),
    ...new Set(left.map(({ glob, aor }) => `${glob} of ${aor?.title ?? 'exempt'} cannot be written there.`)),
    ...unsaid.map(({ aor, why }) => `${aor.title} cannot be written there: ${why}.`),
    ...who.map((name) => `${name} has neither a handle on ${host} nor an e-mail address, and is left out.`),
    ...nameless.map(({ title, kind }) =>
      kind === 'review'
        ? `${title} has nobody who can be named: it is left out.`
        : `${title} has nobody who can be named: its files go to the next line that matches.`,
    ),
  ];
}
