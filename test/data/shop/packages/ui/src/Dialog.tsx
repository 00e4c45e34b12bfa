import { useEffect, useRef, type ReactNode } from 'react';
import { keepFocusIn } from './focus/index.js';

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A dialog that takes the focus, keeps it, and gives it back. Escape closes it. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? keepFocusIn(box.current, onClose) : undefined), [onClose]);
  return (
    <div ref={box} role="dialog" aria-modal="true" aria-label={title} tabIndex={-1}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
