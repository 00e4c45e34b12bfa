import { commandLink, type CommandLink } from './commandLinks';

/** Something to do next. */
export interface CardAction {
  readonly title: string;
  readonly link: CommandLink;
}

/** The actions as one line of links. */
export const actionLine = (actions: readonly CardAction[]): string =>
  actions.map(({ title, link }) => commandLink(title, link)).join(' · ');

/** Paragraphs of Markdown, without those that are empty. */
export const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** Lines of one paragraph, without those that are empty. */
export const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('  \n');
