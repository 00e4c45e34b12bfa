/** `aor diff --json`: one object a line. */
import type { AorChange, AorHolder, PathChange, PathHolder } from '../../core';
import { jsonText } from './json';

/** `{"kind":"aor","aor":…,"before":…,"after":…}`; a side is null where there is no such AOR. */
export const aorLine = ({ id, before, after }: AorChange): string =>
  jsonText({ kind: 'aor', aor: id, before: aorSide(before), after: aorSide(after) });

/** `{"kind":"path","path":…,"from":…,"before":…,"after":…}`; `from` is null unless the file was moved. */
export const pathLine = ({ path, from, before, after }: PathChange): string =>
  jsonText({ kind: 'path', path, from: from === path ? null : from, before: pathSide(before), after: pathSide(after) });

const aorSide = (side: AorHolder | null) =>
  side === null
    ? null
    : { title: side.title, kind: side.kind, owner: side.owner?.id ?? null, backups: side.backups.map(({ id }) => id) };

const pathSide = ({ state, aor, owner }: PathHolder) => ({ state, aor: aor?.id ?? null, owner: owner?.id ?? null });
