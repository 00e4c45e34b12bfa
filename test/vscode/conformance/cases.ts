/** The cases of the ownership file reference, laid out as folders of one workspace. */
import { ownershipCases } from '../../ownershipCases';

/** Their answer is that of a day that is over; the editor knows only its own clock. */
export const ofAnotherDay: readonly string[] = ['left: the day before'];

/** Every case with the folder it is laid out in. */
export const laidOut = ownershipCases
  .filter(({ name }) => !ofAnotherDay.includes(name))
  .map((theCase, at) => ({ theCase, folder: `case-${String(at)}` }));
