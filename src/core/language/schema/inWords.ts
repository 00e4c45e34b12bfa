import type { Takes } from '../../file/takes';

/** What may stand behind a key. */
export function inWords(takes: Takes): string {
  switch (takes.kind) {
    case 'text':
      return {
        plain: 'text',
        markdown: 'Markdown',
        place: 'path or URL',
        expression: 'regular expression',
        glob: 'glob',
        person: 'Name <e-mail>',
      }[takes.format];
    case 'day':
      return 'day';
    case 'whole':
      return `number from ${takes.least}`;
    case 'choice':
      return takes.values.length > 5 ? 'one of several' : takes.values.join(', ');
    case 'id':
      return takes.to === 'wish' ? 'AOR or duty' : takes.to === 'aor' ? 'AOR' : takes.to;
    case 'list':
      return `list: ${inWords(takes.of)}`;
    case 'names':
    case 'ids':
    case 'map':
      return 'map';
    case 'short':
      return inWords({ kind: 'text', format: takes.text });
  }
}
