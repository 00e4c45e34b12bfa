/** The view *Review*, as a person finds it. For tests in a browser. */
import type { Workbench } from './harness';

/** The row of the view *Review*: the tree has rows of the same names. */
export const reviewRow = (workbench: Workbench, text: string | RegExp) =>
  reviewPane(workbench).locator('.monaco-list-row').filter({ hasText: text }).first();

export const reviewPane = ({ page }: Workbench) => page.locator('.pane:has(> .pane-header[aria-label^="Review"])');

/** Opens the view alone. */
export async function openReview(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('View: Show Responsibilities');
  const header = page.locator('.pane-header[aria-label^="Review"]');
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  const others = page.locator('.pane-header[aria-expanded="true"]:visible:not([aria-label^="Review"])');
  while ((await others.count()) > 0) await others.first().click();
}
