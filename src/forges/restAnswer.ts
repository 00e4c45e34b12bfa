/** What an answer of a forge says, and what is wrong with it. */
import { ForgeError, oneLine, type ForgeFailure } from './failure';
import { toldWait } from './restRetry';
import { misdirected } from './transport';

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** What it holds as JSON; the text itself where that is none, `null` where it is empty. */
  readonly data: unknown;
  readonly isJson: boolean;
}

/** How a forge says what is wrong. */
export interface AnswerHabits {
  /** The forge's words in the data of an error, which is a text where it is no JSON; in whatever form. */
  readonly wordsOf?: (data: unknown) => string;
  /** What an answer that is not well means, or one that only looks well; `null`: what its status usually means. */
  readonly failureOf?: (answer: RestAnswer) => ForgeFailure | null;
}

/** Reads an answer to its end. `prefix`: what stands before the JSON. */
export async function answerOf(response: Response, prefix: string): Promise<RestAnswer> {
  const { status, headers } = response;
  const whole = await response.text();
  const text = whole.startsWith(prefix) ? whole.slice(prefix.length) : whole;
  if (text.trim() === '') return { status, headers, data: null, isJson: true };
  try {
    return { status, headers, data: JSON.parse(text) as unknown, isJson: true };
  } catch {
    return { status, headers, data: text, isJson: false };
  }
}

/** The answer where it is well. */
export function checkedData(answer: RestAnswer, habits: AnswerHabits): RestAnswer {
  const failure = habits.failureOf?.(answer) ?? failureOf(answer, habits.wordsOf ?? usualWords);
  if (failure !== null) throw new ForgeError(failure);
  return answer;
}

function failureOf(answer: RestAnswer, wordsOf: (data: unknown) => string): ForgeFailure | null {
  const { status, data, isJson, headers } = answer;
  if (status >= 200 && status < 300) return isJson ? null : { kind: 'malformed', what: 'it is no JSON' };
  if (status === misdirected) return { kind: 'elsewhere', host: oneLine(String(data)) };
  if (status === 401) return { kind: 'sign-in' };
  if (status === 429) {
    const seconds = toldWait(headers);
    return { kind: 'rate-limit', until: seconds === null ? null : Date.now() + seconds * 1000 };
  }
  if (status >= 500) return { kind: 'broken', status };
  const words = oneLine(wordsOf(data));
  return { kind: status === 403 || status === 404 ? 'no-access' : 'refused', words };
}

/** `message` or `error` of an object, which may be lists or objects of lists; a text as it is, but no page. */
export function usualWords(data: unknown): string {
  if (typeof data === 'string') return /^\s*</.test(data) ? '' : data;
  if (typeof data !== 'object' || data === null) return '';
  const { message, error, error_description: described } = data as Readonly<Record<string, unknown>>;
  return [message, error, described].flatMap(texts).join(': ');
}

/** `{ title: ["is missing"], base: ["Two are too many"] }` gives `title is missing, Two are too many`. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return [value.flatMap(texts).join(', ')];
  if (typeof value !== 'object' || value === null) return [];
  return [
    Object.entries(value)
      .map(([key, one]) => [...(key === 'base' ? [] : [key]), ...texts(one)].join(' '))
      .join(', '),
  ];
}
