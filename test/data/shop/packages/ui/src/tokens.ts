/** Every pair of text and ground has a contrast of at least 4.5. */
export const colours = { text: '#1c1b1a', ground: '#fffdf8', action: '#0b5c4b', warning: '#8a3b00' } as const;

export const spaces = { small: '0.25rem', medium: '0.75rem', large: '2rem' } as const;
