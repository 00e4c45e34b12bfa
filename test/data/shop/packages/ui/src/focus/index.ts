const reachable = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** Keeps the focus inside a box until the returned function is called, which gives it back. */
export function keepFocusIn(box: HTMLElement, onEscape: () => void): () => void {
  const before = document.activeElement;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEscape();
    if (event.key !== 'Tab') return;
    const stops = [...box.querySelectorAll<HTMLElement>(reachable)];
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement !== last) return;
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    event.preventDefault();
  };
  box.addEventListener('keydown', onKey);
  box.focus();
  return () => {
    box.removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement) before.focus();
  };
}
