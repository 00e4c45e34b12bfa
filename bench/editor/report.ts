export interface Measured {
  readonly name: string;
  readonly ms: number;
  /** `null` where it is not known apart. */
  readonly delay: Delay | null;
}

/** How late the event loop of the extension host was meanwhile, and how much of that its own thread worked; in ms. */
export interface Delay {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  readonly busyP99: number;
  readonly busyMax: number;
}

/** A table for people. */
export function tableOf(measured: readonly Measured[]): string {
  const titles = ['ms', 'late p50', 'p99', 'max', 'busy p99', 'max'];
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(44) + cells.map((cell) => cell.padStart(10)).join('');
  const lines = measured.map(({ name, ms, delay }) => {
    const delays = delay === null ? [] : [delay.p50, delay.p99, delay.max, delay.busyP99, delay.busyMax];
    return row(
      name,
      [ms, ...delays].map((value) => value.toFixed(1)),
    );
  });
  return [row('', titles), ...lines].join('\n');
}
