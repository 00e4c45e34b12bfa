/** The list that `git diff --raw -z` prints before the patches. */
import type { ChangeKind } from '../../core';

/** One changed path. Names have one UTF-16 unit a byte, as they are compared with other output of git. */
export interface RawRecord {
  readonly kind: ChangeKind;
  readonly path: string;
  /** Of a renamed file, else null. */
  readonly from: string | null;
  readonly isSubmodule: boolean;
  /** In the middle of a merge: the list tells the path a second time if the work tree has it. */
  readonly isUnmerged: boolean;
}

const kinds: Readonly<Record<string, ChangeKind>> = { A: 'added', D: 'deleted', R: 'renamed', C: 'added' };

const gitlink = '160000';

/** Takes NUL-separated fields one by one; an empty one ends the list. */
export function createRecordReader(onRecord: (record: RawRecord) => void): (field: string) => 'more' | 'end' {
  let pending: string[] = [];
  return (field) => {
    if (pending.length === 0 && field === '') return 'end';
    pending.push(field);
    const [modes = '', first = '', second] = pending;
    const [before, after, , , status = ''] = modes.slice(1).split(' ');
    const letter = status.slice(0, 1);
    const hasTwo = letter === 'R' || letter === 'C';
    if (pending.length < (hasTwo ? 3 : 2)) return 'more';
    pending = [];
    onRecord({
      kind: kinds[letter] ?? 'modified',
      path: second ?? first,
      from: letter === 'R' ? first : null,
      isSubmodule: before === gitlink || after === gitlink,
      isUnmerged: letter === 'U',
    });
    return 'more';
  };
}
