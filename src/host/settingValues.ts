/** What a settings file holds, made into what the extension can use. */

/** The value of `aor.file`: relative to the root, or absolute. */
export interface OwnershipFileSetting {
  readonly path: string;
  /** Only the user's or the machine's own settings may lead outside the root. */
  readonly mayLeaveRoot: boolean;
}

/** Whether a value could be a setting whose default is `example`: the same type, and for lists a list of texts. */
export function hasShapeOf(value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === typeof example;
}

/** Decides between the user's (or machine's) own value and the workspace's, which counts first where there is one. */
export function ownershipFileSetting(own: unknown, fromWorkspace: unknown): OwnershipFileSetting | null {
  if (typeof fromWorkspace === 'string' && fromWorkspace !== '') return { path: fromWorkspace, mayLeaveRoot: false };
  if (typeof own === 'string' && own !== '') return { path: own, mayLeaveRoot: true };
  return null;
}
