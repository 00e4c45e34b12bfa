export interface Measured {
  readonly name: string;
  readonly ms: number;
  /** How late the event loop of the extension host was meanwhile, in ms; `null` where that is not known apart. */
  readonly delay: { readonly p50: number; readonly p99: number; readonly max: number } | null;
}

/** A table for people. */
export function tableOf(measured: readonly Measured[]): string {
  const number = (value: number): string => value.toFixed(1).padStart(9);
  const lines = measured.map(({ name, ms, delay }) =>
    [name.padEnd(44), number(ms), ...(delay === null ? [] : [delay.p50, delay.p99, delay.max].map(number))].join(''),
  );
  const head = `${''.padEnd(44)}${['ms', 'late p50', 'p99', 'max'].map((title) => title.padStart(9)).join('')}`;
  return [head, ...lines].join('\n');
}
