/** Commands, and the only place that shows errors. */
import { commands, window, type Disposable, type LogOutputChannel } from 'vscode';
import { errorText, UserError } from './errors';
import { messageText } from './messageText';

export interface Commands {
  /** Registers a contributed command. Whatever `run` throws is logged or shown; the command gives `undefined` then. */
  register(id: string, run: (...args: readonly unknown[]) => unknown): Disposable;
}

export const showLogCommand = 'aor.showLog';

export function createCommands(log: LogOutputChannel): Commands {
  return {
    register: (id, run) =>
      commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          // Not awaited: the command ends now, the message may stay for hours.
          void show(id, error, log);
          return undefined;
        }
      }),
  };
}

async function show(id: string, error: unknown, log: LogOutputChannel): Promise<void> {
  if (error instanceof UserError) {
    const { action } = error;
    const pressed = await window.showInformationMessage(
      messageText(error.message),
      ...(action === undefined ? [] : [action.title]),
    );
    if (action === undefined || pressed === undefined) return;
    await commands.executeCommand(action.command, ...(action.arguments ?? []));
    return;
  }
  log.error(`${id}: ${errorText(error)}`);
  const showLog = 'Show log';
  const pressed = await window.showErrorMessage('AOR could not do that.', showLog);
  if (pressed === showLog) await commands.executeCommand(showLogCommand);
}

/** The command behind every *Show log* button. */
export const registerShowLog = (registry: Commands, log: LogOutputChannel): Disposable =>
  registry.register('aor.showLog', () => {
    log.show();
  });
