/** Taking pictures of the window for the documentation. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repositoryRoot } from '../vscode/hosts/paths';
import type { Theme } from './harness';

/** A part of the window, in CSS pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const size = { width: 1100, height: 640 };
export const themes: readonly (readonly [Theme, string])[] = [
  ['Default Light Modern', 'light'],
  ['Default Dark Modern', 'dark'],
  ['Default High Contrast', 'high-contrast'],
];

/** Writes `docs/images/TITLE-THEME.png`; `theme`: its short name. */
export async function take(page: Page, title: string, theme: string, clip: Clip): Promise<void> {
  const path = join(repositoryRoot(), 'docs', 'images', `${title}-${theme}.png`);
  await page.screenshot({ path, clip, animations: 'disabled' });
}

/** Wide enough for the reasons. `to`: CSS pixels from the left of the window. */
export async function widenSideBar(page: Page, to: number): Promise<void> {
  const bar = await page.locator('.part.sidebar').boundingBox();
  if (bar === null) throw new Error('There is no side bar.');
  await page.mouse.move(bar.x + bar.width, 500);
  await page.mouse.down();
  await page.mouse.move(to, 500, { steps: 5 });
  await page.mouse.up();
}
