/** What a try to ask somebody came to. */
import { failureText, ForgeError } from './failure';

/** The forge's words where it refuses; `null` where it does not. `isAnyTold`: other trouble is put in words as well. */
export async function refusalOf(
  work: () => Promise<unknown>,
  host: string,
  isAnyTold: boolean,
): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    if (error.failure.kind === 'refused') return error.failure.words;
    if (isAnyTold) return failureText(error.failure, host);
    throw error;
  }
}
