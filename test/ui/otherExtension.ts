/** Extensions beside ours, made for a test: what others bring along and cannot be installed here. */
import { join } from 'node:path';
import { writeFiles } from '../vscode/workspaces';

/** Puts an extension where installed ones are. `manifest`: beside what each needs; `main`: CommonJS. */
export const installExtension = async (
  extensionsDir: string,
  { publisher, name }: { readonly publisher: string; readonly name: string },
  manifest: Readonly<Record<string, unknown>>,
  main: string,
): Promise<void> =>
  writeFiles(join(extensionsDir, `${publisher}.${name}-1.0.0`.toLowerCase()), {
    'package.json': JSON.stringify({
      ...{ publisher, name, version: '1.0.0', engines: { vscode: '^1.100.0' } },
      ...{ main: './main.js', activationEvents: ['*'] },
      ...manifest,
    }),
    'main.js': main,
  });
