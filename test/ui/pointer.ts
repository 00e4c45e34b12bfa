import type { Locator, Page } from 'playwright-core';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Something to point at: an element, or a function that finds the place anew each time it is asked. */
export type Target = Locator | (() => Promise<Point>);

const longestHoverWaitMs = 1400;
const hoverAttempts = 6;

/** Moves the mouse to where nothing is hovered, and waits until the last hover is gone: an open one swallows clicks. */
export async function park(page: Page): Promise<void> {
  await page.mouse.move(650, 3);
  const open = page.locator('.monaco-hover:visible').first();
  await open.waitFor({ state: 'hidden', timeout: 1500 }).catch(async () => page.keyboard.press('Escape'));
}

/**
 * Hovers until the hover has the expected text, and gives back all of its text. Tried again several times, because git
 * status and decorations render rows anew, which cancels a hover that is about to open. Throws when none had the text.
 */
export async function hover(page: Page, target: Target, expected: RegExp): Promise<string> {
  let last = '';
  for (let attempt = 0; attempt < hoverAttempts; attempt++) {
    await park(page);
    const { x, y } = await pointOf(target);
    await page.mouse.move(x - 8, y);
    await page.mouse.move(x, y, { steps: 3 });
    for (const end = Date.now() + longestHoverWaitMs; Date.now() < end; await page.waitForTimeout(50)) {
      const text = await hoverText(page);
      if (text !== '') last = text;
      // TypeScript first answers with a placeholder.
      if (expected.test(text) && !text.includes('(loading...)')) return text;
    }
  }
  throw new Error(`no hover with ${String(expected)}, the last one was ${JSON.stringify(last)}`);
}

/** The text of the hovers that are open now; empty when none is. */
export async function hoverText(page: Page): Promise<string> {
  return (await page.locator('.monaco-hover:visible').allInnerTexts()).join('\n');
}

/** Clicks with no hover in the way. */
export async function click(page: Page, target: Target): Promise<void> {
  await park(page);
  let point = await pointOf(target);
  // Lists move while they are filled, and a click goes where the row was.
  for (let before: Point | null = null; before?.x !== point.x || before.y !== point.y; point = await pointOf(target)) {
    before = point;
    await page.waitForTimeout(50);
  }
  await page.mouse.click(point.x, point.y);
}

/** The middle of an element; of a row of a list or tree, the middle of its label. Waits until it is there. */
async function pointOf(target: Target): Promise<Point> {
  if (typeof target === 'function') return target();
  await target.first().waitFor();
  const label = target.locator('.label-name').first();
  const element = (await label.count()) > 0 ? label : target.first();
  let box = await element.boundingBox();
  // What is drawn anew at this moment is there again in the next.
  for (let left = 40; box === null && left > 0; left--) {
    await element.page().waitForTimeout(50);
    box = await element.boundingBox();
  }
  if (box === null) throw new Error(`nothing to point at: ${String(target)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/**
 * The place of a character in a visible editor.
 * @param root CSS selector of the editor, e.g. `.monaco-diff-editor .editor.modified`.
 * @param line 0-based, counted from the first line that is rendered.
 * @param column 0-based, in UTF-16 units.
 */
export function characterAt(page: Page, root: string, line: number, column: number): () => Promise<Point> {
  return async () => {
    await page.locator(`${root} .view-lines > .view-line`).nth(line).waitFor();
    const found = await page.evaluate<Point | null>(`(${findCharacter})(${JSON.stringify([root, line, column])})`);
    if (found === null) throw new Error(`no character at line ${String(line)}, column ${String(column)} of ${root}`);
    return found;
  };
}

/** Runs in the page; a text, because the types of the DOM are not known to the rest of the project. */
const findCharacter = `([root, line, column]) => {
  const rows = [...document.querySelectorAll(root + ' .view-lines > .view-line')];
  const row = rows.sort((a, b) => a.offsetTop - b.offsetTop)[line];
  if (row === undefined) return null;
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let node, left = column; (node = texts.nextNode()) !== null; left -= node.length) {
    if (left >= node.length) continue;
    const range = document.createRange();
    range.setStart(node, left);
    range.setEnd(node, left + 1);
    const box = range.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}`;
