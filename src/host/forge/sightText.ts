/** Where people stand in a request for review, in words. */
import type { PersonThere } from '../../forges';

const texts: Readonly<Record<PersonThere['as'], string>> = {
  requested: 'asked, has not reviewed yet',
  approved: 'has approved',
  'changes-requested': 'wants changes',
  commented: 'has commented',
};

/** `has approved`. */
export const thereText = (as: PersonThere['as']): string => texts[as];
