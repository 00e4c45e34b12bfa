import type { Range } from '../../file/plainTree';
import { visible } from '../../text/visible';
import type { NameOf } from './names';
import type { WrittenFile } from './writtenFile';

export interface InlayHint {
  /** UTF-16 offset: right behind the id, or its quotes. */
  readonly offset: number;
  readonly text: string;
}

/** Names behind the ids that are mentioned in a range, where they say more than the id. */
export const inlayHints = ({ text, ids }: WrittenFile, nameOf: NameOf, range: Range): readonly InlayHint[] =>
  ids.flatMap((id) => {
    const { start, end } = id.at;
    // Behind a role comes its duty, whose title says enough.
    if (id.isDefinition || id.kind === 'role' || end < range.start || start > range.end) return [];
    const name = nameOf(id);
    if (name === null || name.trim() === '' || name.toLowerCase() === id.id) return [];
    const isQuoted = /["']/.test(text.charAt(end)) && text.charAt(end) === text.charAt(start - 1);
    return [{ offset: isQuoted ? end + 1 : end, text: visible(name) }];
  });
