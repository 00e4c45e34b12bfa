/** Whom names mean that may not be the forge's own. */
import { isSameHandle, type RequestState } from './forge';

/** Those of the people who are asked and have not reviewed whom `handles` name, by whatever name. */
export const askedAmong = (
  { requested, aliases }: Pick<RequestState, 'requested' | 'aliases'>,
  handles: readonly string[],
): readonly string[] =>
  requested.filter((one) => handles.some((handle) => isSameHandle(aliases?.get(handle.toLowerCase()) ?? handle, one)));
