import { notFound } from 'next/navigation';
import { page } from '@/api';

/** Pages that are written by editors: about us, sizes, deliveries. */
export default async function ContentPage({ params }: { params: Promise<{ slug: string }> }) {
  const content = await page((await params).slug);
  if (content === null) notFound();
  return (
    <main>
      <h1>{content.title}</h1>
      {content.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </main>
  );
}
