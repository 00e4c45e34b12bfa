/** Texts of YAML for properties: plain ones, as ownership files are written, and damaged ones. */
import fc from 'fast-check';

/** Lines of comments, and empty ones, at any column; mostly none. */
const noise = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  fc.array(
    fc
      .tuple(
        fc.constantFrom('', ' ', '  ', '    ', '      ', '        '),
        fc.constantFrom('# note', '#note', '#', '', ''),
      )
      .map(([indent, line]) => indent + line),
    { maxLength: 3 },
  ),
);

const keys = fc.constantFrom('a', 'b', 'web-team', 'git.acme.dev', 'two words', "'in quotes'", '"x: y"', 'null', 'x-1');

const values = fc.constantFrom(
  ...['text', 'two  words', 'a:b', 'C#', '-1', '2026-01-01', '~', 'null', "'~'", 'Ana Ruiz <ana@acme.dev>', 'é 😀'],
  ...[
    "'it''s'",
    '"a \\"b\\" \\\\"',
    '""',
    '[]',
    '{}',
    '[ a, "b", c d ]',
    '[a, [b, ~], ]',
    '{ a: b, c: [d, null] }',
    '[-1, a:b]',
  ],
);

const afterValues = fc.constantFrom('', '', '', '', ' ', ' # note', '   #tight', ' #');

const line = fc.tuple(values, afterValues).map(([value, after]) => value + after);
const nothing = fc.constantFrom('', '', ' ', ' # note', '   #tight');

const indented = (lines: readonly string[], indent: string): string[] => lines.map((text) => indent + text);

/** Lines of a block map, and of a block list. */
const blocks = fc.letrec<{ map: string[]; list: string[]; beneath: string[] }>((tie) => ({
  // A list may stand at the column of its key.
  beneath: fc.oneof(
    { depthSize: 'small' },
    line.map((text) => [` ${text}`]),
    nothing.map((text) => [text]),
    fc
      .tuple(nothing, noise, tie('map'), fc.constantFrom(' ', '  ', '  ', '    '))
      .map(([after, above, lines, indent]) => [after, ...above, ...indented(lines, indent)]),
    fc
      .tuple(nothing, noise, tie('list'), fc.constantFrom('', '  ', '  '))
      .map(([after, above, lines, indent]) => [after, ...above, ...indented(lines, indent)]),
  ),
  map: fc
    .uniqueArray(fc.tuple(keys, tie('beneath'), noise), { selector: ([key]) => key, minLength: 1, maxLength: 4 })
    .map((entries) =>
      entries.flatMap(([key, [first, ...rest], below]) => [`${key}:${first ?? ''}`, ...rest, ...below]),
    ),
  list: fc
    .array(
      fc.tuple(
        fc.oneof(
          { depthSize: 'small' },
          line.map((text) => [text]),
          tie('map'),
        ),
        fc.constantFrom(' ', ' ', '   '),
        noise,
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) =>
      items.flatMap(([[first = '', ...rest], gap, below]) => [
        `-${gap}${first}`,
        ...indented(rest, ` ${gap}`),
        ...below,
      ]),
    ),
}));

/** A text as ownership files are written, with either line end, and with or without the last one. */
export const plainText: fc.Arbitrary<string> = fc
  .tuple(noise, blocks.map, fc.boolean(), fc.constantFrom('\n', '\n', '\r\n'))
  .map(([above, lines, isClosed, lineEnd]) => [...above, ...lines, ...(isClosed ? [''] : [])].join(lineEnd));

/** What means something in YAML, or is easily taken for something else. */
const pieces = [
  ...Array.from(':#-\'"[]{},&*!|>%@\\?`~ \n\t\r'),
  ...[
    '  ',
    '    ',
    '\n  ',
    '\n    ',
    '\r\n',
    ' #',
    ' # ',
    ': ',
    ' :',
    '- ',
    '\n- ',
    '---',
    '...',
    '<<',
    '|-',
    '>\n',
    "''",
  ],
  ...[
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u0000',
    '\ud800',
    '\udc00',
    '😀',
    'null',
    'a',
    'key:',
    '- a\n',
  ],
];

const edit = fc.record({
  at: fc.nat(1_000_000),
  cut: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30)),
  put: fc.oneof(
    fc.constantFrom(...pieces),
    fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join('')),
  ),
});

/** The text with a few pieces cut out and others put in. */
export const damaged = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([text, edits]) =>
    edits.reduce((before, { at, cut, put }) => {
      const place = at % (before.length + 1);
      return before.slice(0, place) + put + before.slice(place + cut);
    }, text),
  );

/** Some lines of a text, one after the other. */
export const linesOf = (text: string): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  return fc
    .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 25 }))
    .map(([from, count]) => lines.slice(from, from + count).join('\n'));
};

/** What is written on several lines or needs more of YAML, as an entry of a map. */
const unusual = fc.constantFrom(
  ...['about: |\n  One.\n\n  Two.\n', 'about: >-\n  one\n  two', 'about: |+\n  one\n\n', 'about: |\n\n  # one\n # two'],
  ...[
    'about: "one\n  two"',
    'about: one\n  two',
    'about:\n  one',
    'about: "\\u00e9\\n"',
    'about:\tone',
    'about: &b one',
  ],
  ...[
    'list: [a,\n  b]',
    'list: {\n  a: b\n}',
    'list: [\n  a, # b\n  c\n]',
    'list:\n- |\n a\n- b',
    '? a\n: b',
    'list: [a: b]',
  ],
);

const body = fc.oneof(
  plainText,
  fc
    .tuple(plainText, unusual, fc.boolean())
    .map(([text, other, isFirst]) => (isFirst ? `${other}\n${text}` : `${text.replace(/\n?$/, '\n')}${other}`)),
);

/** Top-level keys with definitions beneath them, or with something else. */
export const sectionedText: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      key: fc.constantFrom('people', 'teams', 'aors', 'roles', 'x'),
      lines: body.map((text) => text.split('\n')),
      indent: fc.constantFrom('  ', '  ', '    ', ' ', ''),
      after: fc.constantFrom('', '', ' # note', '\n\n# note', '\n    # note'),
      lineEnd: fc.constantFrom('\n', '\n', '\n\n', ''),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((sections) =>
    sections
      .map(({ key, lines, indent, after, lineEnd }, index) => {
        const name = index > 0 && key === 'x' ? `x-${index}` : key;
        return `${name}:${after}\n${indented(lines, indent).join('\n')}${lineEnd}`;
      })
      .join('\n'),
  );
