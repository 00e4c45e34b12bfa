import de from '../../messages/de.json';
import en from '../../messages/en.json';

const messages: Record<string, Record<string, string>> = { de, en };

export const language = (): string => process.env['SHOP_LANGUAGE'] ?? 'en';

/** The text of a message in the language of the page, else in English, else its key. */
export const text = (key: string): string => messages[language()]?.[key] ?? messages['en']?.[key] ?? key;
