/** What people call a request. */
import type { ForgeKind } from '../core';

/** `#12`; of GitLab `!12`, where `#12` is an issue; of Gerrit `12`. */
export function requestName(kind: ForgeKind, number: number): string {
  if (kind === 'gerrit') return String(number);
  return kind === 'gitlab' ? `!${number}` : `#${number}`;
}
