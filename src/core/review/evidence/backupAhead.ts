/** Whether somebody else than its owner does the reviews of an AOR. */
import type { Aor, OwnershipFile, Person } from '../../model';
import type { HistoryIndex } from './historyIndex';

/** A backup who reviews far more of an AOR than its owner. */
export interface BackupAhead {
  readonly backup: Person;
  readonly owner: Person;
  /** Reviewed changes of the AOR's files, out of how many: a year's. */
  readonly byBackup: number;
  readonly byOwner: number;
  readonly of: number;
}

/** Fewer reviews than this are chance. */
const enough = 5;

/** How many times as many reviews are "far more". */
const farMore = 3;

/** The backup who is furthest ahead of the owner; `null` where none is. `paths`: the files the AOR owns. */
export function backupAhead(
  index: HistoryIndex,
  { people }: OwnershipFile,
  aor: Aor,
  paths: readonly string[],
): BackupAhead | null {
  const owner = people.get(aor.owner?.id ?? '');
  if (owner === undefined || aor.backups.length === 0) return null;
  const numbers = new Set(paths.flatMap((path) => index.touching(path)));
  const reviewed = [...numbers]
    .flatMap((number) => index.changes[number] ?? [])
    .filter((one) => one.reviewers.length > 0);
  const countOf = ({ id }: Person): number => {
    const actor = index.ofPerson(id);
    return actor === undefined ? 0 : reviewed.filter(({ reviewers }) => reviewers.includes(actor)).length;
  };
  const byOwner = countOf(owner);
  const [ahead] = aor.backups
    .flatMap(({ id }) => people.get(id) ?? [])
    .map((backup) => ({ backup, owner, byBackup: countOf(backup), byOwner, of: reviewed.length }))
    .filter(({ byBackup }) => byBackup >= enough && byBackup >= farMore * byOwner)
    .sort((a, b) => b.byBackup - a.byBackup);
  return ahead ?? null;
}
