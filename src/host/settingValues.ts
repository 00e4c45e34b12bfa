/** What a settings file holds, made into what the extension can use. */
import { forgeKinds, isProblemCode, severityChoices, type ForgeKind, type ProblemCode, type Severity } from '../core';

/** The value of `aor.file`: relative to the root, or absolute. */
export interface OwnershipFileSetting {
  readonly path: string;
  /** Only the user's or the machine's own settings may lead outside the root. */
  readonly mayLeaveRoot: boolean;
}

/** Whether a value could be a setting whose default is `example`: the same type, lists and tables of texts alone. */
export function hasShapeOf(value: unknown, example: unknown): boolean {
  if (isTable(example)) return isTable(value) && Object.values(value).every((entry) => typeof entry === 'string');
  if (Array.isArray(example)) return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === typeof example;
}

const isTable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What one's own hosts run, as far as it is known; host names in lower case, folders of forges as they are written. */
export function forgesOf(hosts: Readonly<Record<string, string>>): ReadonlyMap<string, ForgeKind> {
  const known = Object.entries(hosts).flatMap(([host, written]) => {
    const kind = forgeKinds.find((one) => one === written);
    const name = host.trim().replace(/^[^/]*/, (text) => text.toLowerCase());
    return kind === undefined ? [] : [[name, kind] as const];
  });
  return new Map(known);
}

/** How loud problems are to be, as far as the words are known. */
export function severitiesOf(table: Readonly<Record<string, string>>): ReadonlyMap<ProblemCode, Severity | 'none'> {
  const known = Object.entries(table).flatMap(([code, written]) => {
    const severity = severityChoices.find((one) => one === written);
    return severity === undefined || !isProblemCode(code) ? [] : [[code, severity] as const];
  });
  return new Map(known);
}

/** Decides between the user's (or machine's) own value and the workspace's, which counts first where there is one. */
export function ownershipFileSetting(own: unknown, fromWorkspace: unknown): OwnershipFileSetting | null {
  if (typeof fromWorkspace === 'string' && fromWorkspace !== '') return { path: fromWorkspace, mayLeaveRoot: false };
  if (typeof own === 'string' && own !== '') return { path: own, mayLeaveRoot: true };
  return null;
}
