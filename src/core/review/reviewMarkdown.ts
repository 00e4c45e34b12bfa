/** A suggestion as Markdown that others will read: a message, a description, a comment. */
import { safeTarget } from '../text/markdown';
import { quiet } from '../text/quietMarkdown';
import { filesText, undecidedText, uncoveredText, whyText } from './explain';
import { handleOn } from './handles';
import type { Ask, Checklist, Requirement, Suggestion, Uncovered } from './suggestion';

/** A handle that can be nothing but a handle, whatever stands around it. */
const handlePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]*(?<![_.-])$/;

/**
 * The people to ask with handles of `host` (a host name such as `github.com`; `null`: names alone), the reasons, what
 * stays open, and the checklists. No dates, no load, no reasons of absence. Ends with a line end; empty for nothing.
 */
export function reviewMarkdown(suggestion: Suggestion, host: string | null): string {
  const { ask, uncovered, undecided, checklists } = suggestion;
  const open = [
    ...uncovered
      .filter((one) => ofTeam(one) === null)
      .map((one) => {
        const what =
          one.kind === 'path' ? one.path : `${one.requirement.aor.title} (${filesText(one.requirement.files.length)})`;
        return `- ${quiet(what)}: ${quiet(uncoveredText(one, 'others'))}`;
      }),
    ...undecided.map((one) => `- ${quiet(one.aor.title)}: ${quiet(undecidedText(one))}`),
  ];
  return [
    section('Reviewers', [
      ...ask.map((one) => askLine(one, host)),
      ...uncovered.flatMap((one) => ofTeam(one) ?? []).map(teamLine),
    ]),
    section('Open', open),
    ...checklists.map(checklistText),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `**${title}**\n\n${lines.join('\n')}\n`;

function askLine({ person, for: covered }: Ask, host: string | null): string {
  const handle = handleOn(person, host);
  const name = quiet(person.name);
  const isHandle = handle !== null && handlePattern.test(handle);
  const who = !isHandle ? name : person.name === `@${handle}` ? person.name : `@${handle} (${name})`;
  return `- ${who}: ${covered.map((one) => quiet(whyText(one, 'others'))).join('; ')}`;
}

/** What a line of `CODEOWNERS` gives to teams alone: they can be requested, and are no person. */
const ofTeam = (one: Uncovered): Requirement | null =>
  one.kind === 'aor' && one.code === 'team' ? one.requirement : null;

/** A team's name that can be nothing else, whatever stands around it. */
const teamPattern = /^@[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)+(?<![_.-])$/;

function teamLine({ aor, files }: Requirement): string {
  const names = aor.shared.map(({ id }) => (teamPattern.test(id) ? id : quiet(id)));
  return `- ${names.join(', ')} (team, not a person): ${filesText(files.length)}`;
}

function checklistText({ aor, guide, items }: Checklist): string {
  const guidance = guide === null ? '' : ` (${guideText(guide)})`;
  const title = `Checklist: ${quiet(aor.title)}${guidance}`;
  if (items.length === 0) return guide === null ? '' : `**Guide: ${quiet(aor.title)}**${guidance}\n`;
  return section(
    title,
    items.map((item) => `- [ ] ${quiet(item)}`),
  );
}

/** A path leads nowhere from where this is read, so only an address is a link. */
function guideText(guide: string): string {
  const target = safeTarget(guide, null);
  return target === null ? quiet(guide) : `[${quiet(guide)}](${target.replaceAll('@', '%40')})`;
}
