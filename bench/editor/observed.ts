/** What the preloaded script sees of the extension, and the steps read: both run in the extension host. */
import type { IntervalHistogram } from 'node:perf_hooks';

export interface Observed {
  /** Milliseconds: reading the extension's file, and until `activate` gave the window back. */
  loadMs: number;
  activateMs: number;
  /** Times as `performance.now()`. */
  activatedAt: number;
  readonly statusTexts: { readonly at: number; readonly text: string }[];
  readonly rows: { readonly at: number; readonly label: string; readonly description: string }[];
  /** How late the event loop is, in steps of a millisecond. */
  readonly delay: IntervalHistogram;
}

declare global {
  var aorObserved: Observed | undefined;
}
