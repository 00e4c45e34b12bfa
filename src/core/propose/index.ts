/** From the work that history tells to a proposed ownership file. */
export { workFormat, workLogReader, type WorkCommit } from './workLog';
export { workTally, type WorkDone } from './work';
export { proposeOwnership } from './propose';
