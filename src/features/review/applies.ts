/** Why a review applies to a change, in words. */
import { visible, type Aor, type Requirement } from '../../core';

const mostGlobs = 3;

/** `Applies to 2 files in db, added or deleted`: the conditions of the AOR that the change meets. */
export function whyItApplies({ aor, files, matches, origin }: Requirement): string {
  if (origin === 'altered') return visible(`The change alters ${aor.title}`);
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const where = aor.hasPaths ? `in ${globsOf(aor)}` : 'of any kind';
  const [first] = matches;
  const conditions = [
    ...(aor.changes === null ? [] : [aor.changes.join(' or ')]),
    ...(aor.minLines === null ? [] : [`at least ${aor.minLines} changed lines`]),
    ...(first === undefined
      ? []
      : [`what it looks for stands in ${first.path}${first.line === null ? '' : `:${first.line}`}`]),
  ];
  const all = [`Applies to ${count} ${where}`, ...conditions].join(', ');
  return visible(origin === 'added' ? `${all}; new with the change` : all);
}

function globsOf({ paths }: Aor): string {
  const globs = paths.filter(({ glob }) => !glob.exclude).map(({ glob }) => glob.text);
  return `${globs.slice(0, mostGlobs).join(', ')}${globs.length > mostGlobs ? ', …' : ''}`;
}
