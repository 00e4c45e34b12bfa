/** The views of the side bar *Responsibilities*, as a person finds them. For tests in a browser. */
import type { Locator } from 'playwright-core';
import type { Workbench } from './harness';

/** The pane of a view, by its title. */
export const paneOf = ({ page }: Workbench, title: string): Locator =>
  page.locator(`.pane:has(> .pane-header[aria-label^="${title}"])`);

/** A row of one view: others have rows of the same names. */
export const rowIn = (workbench: Workbench, title: string, text: string | RegExp): Locator =>
  paneOf(workbench, title).locator('.monaco-list-row').filter({ hasText: text }).first();

/** Opens a view alone. */
export async function openAlone(workbench: Workbench, title: string): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('View: Show Responsibilities');
  const header = page.locator(`.pane-header[aria-label^="${title}"]`);
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  const others = page.locator(`.pane-header[aria-expanded="true"]:visible:not([aria-label^="${title}"])`);
  while ((await others.count()) > 0) await others.first().click();
}
