import type { LogOutputChannel } from 'vscode';
import { errorText, UserError } from './errors';

/**
 * A provider's method that never throws: what goes wrong is logged, and nothing is given. But a `UserError` is passed
 * on, for the editor shows what refuses a rename as it is written.
 */
export const guarded =
  <Args extends readonly unknown[], Result>(
    log: LogOutputChannel,
    name: string,
    provide: (...args: Args) => Promise<Result | undefined> | Result | undefined,
  ) =>
  async (...args: Args): Promise<Result | undefined> => {
    try {
      return await provide(...args);
    } catch (error) {
      if (error instanceof UserError) throw error;
      log.error(`${name}: ${errorText(error)}`);
      return undefined;
    }
  };
