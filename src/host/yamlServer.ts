/**
 * The YAML language server, which Red Hat's extension and others bring along. It reports what is no YAML, which we do
 * too: each error is to have one reporter, and only ours can be silent.
 */
import { extensions, languages, type Diagnostic, type Range, type Uri } from 'vscode';
import type { ProblemCode } from '../core';

/** Of these it reports some, at the same places. What YAML allows and an ownership file does not, it leaves alone. */
const shared: readonly ProblemCode[] = ['syntax', 'duplicate-key'];

/** Whether a problem of this kind may be reported by the server too. */
export const maySay = (code: Diagnostic['code']): boolean => shared.some((one) => one === code);

/** Whether the server is who reports. */
export const isOfServer = ({ source }: Diagnostic): boolean => source === 'YAML';

/** What the server reports of a file, where that is. */
export const placesOfServer = (uri: Uri): readonly Range[] =>
  languages
    .getDiagnostics(uri)
    .filter(isOfServer)
    .map(({ range }) => range);

/** The ends differ: ours is the word that is wrong. */
export const isSamePlace = (a: Range, b: Range): boolean => a.start.isEqual(b.start);

/** Whether Red Hat's extension explains the keys of a file, from the schema that the manifest contributes for it. */
export const isExplained = ({ path }: Uri): boolean =>
  /\/aor\.ya?ml$/.test(path) && extensions.getExtension('redhat.vscode-yaml')?.isActive === true;
