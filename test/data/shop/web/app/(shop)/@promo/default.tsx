import { text } from '@/i18n';

/** The slot beside the products; empty when nothing is on sale. */
export default function Promo() {
  const offer = text('promo.text');
  return offer === '' ? null : <aside aria-label={text('promo.title')}>{offer}</aside>;
}
