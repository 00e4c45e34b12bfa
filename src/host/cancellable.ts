/** Long work that says what it does, and can be ended. */
import { ProgressLocation, window, type Progress } from 'vscode';
import { messageText } from './messageText';

export type WorkProgress = Progress<{ readonly message?: string; readonly increment?: number }>;

/** Does the work beneath a notification with *Cancel*; `undefined` once that was pressed. Rejects as the work does. */
export const cancellable = <T>(
  title: string,
  work: (signal: AbortSignal, progress: WorkProgress) => Promise<T>,
): Thenable<T | undefined> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: messageText(title), cancellable: true },
    async (progress, token) => {
      const ended = new AbortController();
      const listening = token.onCancellationRequested(() => ended.abort());
      try {
        return await work(ended.signal, progress);
      } catch (error) {
        // What was stopped has failed, which is what was asked for.
        if (ended.signal.aborted) return undefined;
        throw error;
      } finally {
        listening.dispose();
      }
    },
  );
