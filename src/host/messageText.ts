/** Text for notifications, which make links of `[words](https://…)`, and of commands as well. */
import { visible } from '../core';

/** The text as it is written: whoever has put a link into it, such as a forge or an ownership file, gets none. */
export const messageText = (text: string): string => visible(text).replaceAll('](', '] (');
