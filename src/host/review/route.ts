/** From which branch on which forge the request of a change goes into which, where git may be asked. */
import { readRoute, type Route } from '../../node/route';
import { mayRunGit } from '../git';
import { forgesOf } from '../settingValues';
import type { Settings } from '../settings';
import type { ReadyReview } from './review';

/** As `readRoute`; `undefined` also where git may not run. Never rejects. */
export async function routeOf({ repository, change }: ReadyReview, settings: Settings): Promise<Route | undefined> {
  const { base } = repository;
  return mayRunGit(base) ? readRoute(base.fsPath, change, forgesOf(settings.get('forges', base))) : undefined;
}
