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
  /** Milliseconds of each completion, from the editor's question to our answer. */
  readonly completions: number[];
  /** How late the event loop is, sampled every millisecond. */
  readonly delay: IntervalHistogram;
  /** How much of that its own thread worked, in milliseconds: on a busy machine others take the rest. */
  readonly busy: number[];
}

declare global {
  var aorObserved: Observed | undefined;
}
