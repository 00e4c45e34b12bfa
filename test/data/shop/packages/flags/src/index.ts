import flags from './flags.json' with { type: 'json' };
import { isOnFor, type Flag } from './evaluate.js';

export type FlagName = keyof typeof flags;

/** Whether a feature is on for a customer. */
export const isOn = (name: FlagName, customer: string): boolean => isOnFor(flags[name] as Flag, customer);
