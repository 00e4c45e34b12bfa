/** Requests reviews as a person does. For tests inside the extension host. */
import * as vscode from 'vscode';
import { eventually } from './asking';

export const run = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

/**
 * Requests a review of the people who are suggested by the action in that row, until it shows. `argument`: what the
 * command is called for, such as a file.
 */
export async function request(
  row: number,
  isDone: () => boolean | Promise<boolean>,
  argument?: unknown,
): Promise<void> {
  await eventually(
    async () => {
      const requested = run('aor.requestReview', argument);
      // Nothing tells a test which list is open. What comes too early for one is tried again.
      await pause();
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await pause();
      for (let at = 0; at < row; at++) await run('workbench.action.quickOpenSelectNext');
      await run('workbench.action.acceptSelectedQuickOpenItem');
      await pause();
      await run('workbench.action.closeQuickOpen');
      await requested;
      return isDone();
    },
    (done) => done,
  );
}

/** The message that is copied when a review is requested. `row`: behind the forge, where people can be asked on one. */
export async function message(argument?: unknown, row = 0): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await request(row, async () => (await vscode.env.clipboard.readText()) !== '', argument);
  return vscode.env.clipboard.readText();
}
