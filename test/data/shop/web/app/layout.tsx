import type { ReactNode } from 'react';
import { language } from '@/i18n';

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={language()}>
      <body>{children}</body>
    </html>
  );
}
