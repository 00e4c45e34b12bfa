/** From which branch on which forge a request goes into which, where git may be asked. */
import type { Uri } from 'vscode';
import type { ForgeKind } from '../../core';
import type { GitChange } from '../../node/change/model';
import { readRoute, type Route } from '../../node/route';
import { mayRunGit } from '../git';

/** As `readRoute`; `undefined` also where git may not run. Never rejects. */
export const routeOf = async (
  folder: Uri,
  change: GitChange,
  hosts: ReadonlyMap<string, ForgeKind>,
): Promise<Route | undefined> => (mayRunGit(folder) ? readRoute(folder.fsPath, change, hosts) : undefined);
