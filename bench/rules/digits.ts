/** A number with three digits that count, thousands apart. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const decimals = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(3, decimals) }).replaceAll(',', ' ');
}
