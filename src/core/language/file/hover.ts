/** What there is to say about the thing under the mouse in an ownership file. */
import { aorCard } from '../aorCard';
import { dutyCard, personCard, roleCard, teamCard } from '../peopleCards';
import { inWords } from '../schema/inWords';
import { helpFor, takesAt } from '../schema/keys';
import type { Range } from '../../file/plainTree';
import type { Day, OwnershipFile } from '../../model';
import { code } from '../../text/markdown';
import { idAt } from './findIds';
import { globCard, type GlobFacts } from './globCard';
import { globsOf } from './globs';
import type { IdName } from './ids';
import { textRange, touches } from './nodes';
import { placeAt, type Place } from './placeAt';
import { valueCard } from './valueCard';
import type { WrittenFile } from './writtenFile';

export interface HoverFacts extends Omit<GlobFacts, 'model'> {
  /** As it was read last; `null`: it never could be. */
  readonly model: OwnershipFile | null;
  /** The day it is for who reads. */
  readonly day: Day;
  /** Whether keys are explained here; another extension may do it from the schema. */
  readonly explainsKeys: boolean;
}

export interface FileHover {
  /** The characters it is about. */
  readonly at: Range;
  /** Needs trust for the commands of `cardCommands` only. */
  readonly markdown: string;
}

/**
 * About an id: the card of whom or what it names. About a glob: what it does in the files. About a key: its help.
 * About a value: what it means. `null` where there is nothing to say. Never throws; text from files is escaped.
 */
export function hoverAt(file: WrittenFile, offset: number, facts: HoverFacts): FileHover | null {
  const { model } = facts;
  const id = idAt(file, offset);
  const named = id === null || model === null ? null : idCard(id, { ...facts, model });
  if (id !== null && named !== null) return { at: id.at, markdown: named };
  const glob = globsOf(file).find(({ scalar }) => touches(scalar, offset));
  const counted = glob === undefined || model === null ? null : globCard(file, glob, { ...facts, model });
  if (glob !== undefined && counted !== null) return { at: textRange(file.text, glob.scalar), markdown: counted };
  const place = placeAt(file, offset);
  const told = place === null ? null : placeCard(place, facts);
  return place === null || told === null ? null : { at: textRange(file.text, place.scalar), markdown: told };
}

function placeCard(place: Place, { today, day, explainsKeys }: HoverFacts): string | null {
  if (!place.isKey) return valueCard(place, today, day);
  return explainsKeys ? keyCard(place) : null;
}

function keyCard({ way, scalar }: Place): string | null {
  const found = takesAt(way);
  const help = found === undefined ? null : helpFor(found.way);
  return found === undefined || help === null ? null : `${code(scalar.text)} · ${inWords(found.takes)}\n\n${help}`;
}

/** `null`: nothing in use has this id. */
function idCard({ kind, id, role }: IdName, place: GlobFacts): string | null {
  const { model, tree } = place;
  switch (kind) {
    case 'person': {
      const person = model.people.get(id);
      return person === undefined ? null : personCard(person, model, place);
    }
    case 'team': {
      const team = model.teams.get(id);
      return team === undefined ? null : teamCard(team, model, place);
    }
    case 'aor': {
      const aor = model.aors.get(id);
      const fileCount = tree === null || aor?.kind !== 'area' ? null : (tree.filesOf.get(id) ?? 0);
      return aor === undefined ? null : aorCard(aor, model, place, { fileCount, ahead: null });
    }
    case 'role': {
      const found = model.roles.get(id);
      return found === undefined ? null : roleCard(found, model, place);
    }
    case 'duty': {
      const of = model.roles.get(role ?? '');
      const duty = of?.duties.get(id);
      return of === undefined || duty === undefined ? null : dutyCard(duty, of, model, place);
    }
  }
}
