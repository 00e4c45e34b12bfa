/** For what is good to know, and not worth a failure. */
import { ForgeError } from './failure';

/** What `work` finds; nothing where the forge has trouble with it. Rejects with the signal's reason where that aborts. */
export async function orNobody<T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ForgeError) return [];
    throw error;
  }
}
