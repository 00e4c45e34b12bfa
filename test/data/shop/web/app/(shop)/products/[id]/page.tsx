import { Price } from '@shop/ui';
import { product } from '@/api';
import { language } from '@/i18n';

export default async function ProductPage({ params }: { params: Promise<{ id: string }> }) {
  const found = await product((await params).id);
  return (
    <main>
      <h1>{found.title}</h1>
      <Price cents={found.cents} currency={found.currency} language={language()} />
    </main>
  );
}
