import { search } from '@/api/search';
import { text } from '../../src/i18n';

export default async function Home() {
  const favourites = await search('');
  return (
    <main>
      <h1>{text('home.title')}</h1>
      <ul>
        {favourites.map((product) => (
          <li key={product.id}>
            <a href={`/products/${product.id}`}>{product.title}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
