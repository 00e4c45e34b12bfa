/** The answer for a folder: what its files share, else how many files have which. */
import { ownershipOf, type Today } from '../core';
import { emptyAnswer, whoAnswer, type CountAnswer, type WhoAnswer, type Within } from './answers';

/** `folder`: relative to the repository's base, `''` for the base. `files`: those of the repository. */
export function folderAnswer(folder: string, files: Iterable<string>, within: Within, today: Today): WhoAnswer {
  const prefix = folder === '' ? '' : `${folder}/`;
  const groups = new Map<string, { answer: WhoAnswer; files: number; rules: Set<string> }>();
  for (const path of files) {
    if (!path.startsWith(prefix)) continue;
    const answer = answerFor(path, within, today);
    const key = `${answer.state} ${answer.aor ?? ''}`;
    const group = groups.get(key);
    const rule = JSON.stringify(answer.rule);
    if (group === undefined) groups.set(key, { answer, files: 1, rules: new Set([rule]) });
    else {
      group.files++;
      group.rules.add(rule);
    }
  }
  const path = within.prefix + folder;
  // Exempt files need nobody; they do not make a folder mixed.
  const counted = [...groups.values()].sort((a, b) => b.files - a.files);
  const relevant = counted.filter(({ answer }) => answer.state !== 'exempt');
  const [only, ...others] = relevant.length > 0 ? relevant : counted;
  if (only === undefined) return { ...answerFor(folder, within, today), path };
  // What depends on the single file is left out.
  const single = {
    ...only.answer,
    path,
    rule: only.rules.size === 1 ? only.answer.rule : null,
    reviews: [],
    conditional: [],
    also: [],
  };
  if (others.length === 0) return single;
  const counts: CountAnswer[] = counted.map(({ answer: { state, aor, owner }, files: number }) => ({
    state,
    aor,
    owner,
    files: number,
  }));
  const hasOneOwner = single.owner !== null && others.every(({ answer }) => answer.owner === single.owner);
  return hasOneOwner
    ? { ...emptyAnswer, path, state: 'owned', owner: single.owner, counts }
    : { ...emptyAnswer, path, state: 'mixed', counts };
}

export function answerFor(path: string, within: Within, today: Today): WhoAnswer {
  const { file, index } = within.repository;
  return whoAnswer(ownershipOf(file, index, path, today), within);
}
