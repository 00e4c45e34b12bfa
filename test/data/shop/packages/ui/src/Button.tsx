import type { ReactNode } from 'react';
import { colours, spaces } from './tokens.js';

interface ButtonProps {
  readonly children: ReactNode;
  readonly busy?: boolean;
  readonly onPress: () => void;
}

/** A button that says so when it is busy, and cannot be pressed twice. */
export function Button({ children, busy = false, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onPress}
      style={{ background: colours.action, color: colours.ground, padding: spaces.medium }}
    >
      {children}
    </button>
  );
}
