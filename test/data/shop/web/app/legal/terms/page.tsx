import { text } from '@/i18n';

export default function Terms() {
  return (
    <main>
      <h1>{text('terms.title')}</h1>
      <p>{text('terms.returns')}</p>
    </main>
  );
}
