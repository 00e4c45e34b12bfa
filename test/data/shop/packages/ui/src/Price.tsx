import { symbolOf } from '../../../vendor/currencies/currencies.js';

/** A price as people of the page's language write it, read aloud with the currency's name. */
export function Price({ cents, currency, language }: { cents: number; currency: string; language: string }) {
  const amount = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(cents / 100);
  return (
    <span aria-label={`${amount} ${currency}`}>
      {symbolOf(currency)}&nbsp;{amount}
    </span>
  );
}
