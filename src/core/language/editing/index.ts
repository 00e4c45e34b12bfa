/**
 * Editing commands, without an editor: each gives the edits of the files it concerns, or a sentence that says why not.
 * They change what they mean to and no other byte: see `core/edits`.
 */
export { addPaths, type AddedPaths } from './addPaths';
export {
  addPerson,
  peopleToAdd,
  personIdTrouble,
  personOf,
  typedPerson,
  type Author,
  type KnownWorker,
  type NewPerson,
} from './addPerson';
export { editingEdits, together, type EditingEdits, type EditingResult, type RefusedEditing } from './changes';
export { aorsToConfirm, confirmAors } from './confirmAors';
export { effectOf, reachOf, reachOfGlobs, type Effect, type Reach } from './effect';
export { effectText, type EffectText } from './effectText';
export { foldersToSplit, type OwnedFolder } from './foldersToSplit';
export { type Target } from './globFor';
export { handOver } from './handOver';
export { nearestAors, type NearAor } from './nearestAors';
export { aorIdTrouble, newAor, proposedAor, type MadeAor, type NewAor } from './newAor';
export { proposedChild, splitAor, splitTrouble, type SplitAor, type SplitPart } from './splitAor';
