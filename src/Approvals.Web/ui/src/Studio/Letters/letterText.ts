/** A letter's file in parts: front matter by key, and the body. */
export interface LetterText {
  head: Record<string, string>;
  body: string;
}

const fence = '---';

export function readLetter(text: string): LetterText {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const end =
    lines[0]?.trimEnd() === fence ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence) : -1;
  if (end < 0) {
    return { head: {}, body: text };
  }
  const head: Record<string, string> = {};
  for (const line of lines.slice(1, end)) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      head[line.slice(0, colon).trim()] = unquoted(line.slice(colon + 1).trim());
    }
  }
  return { head, body: lines.slice(end + 1).join('\n') };
}

export function writeLetter({ head, body }: LetterText): string {
  const lines = Object.entries(head)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`);
  return [fence, ...lines, fence, body].join('\n');
}

/** The channels of a letter, written as a list or one after another. */
export function channelsOf(head: Record<string, string>): string[] {
  const listed = head.channels ?? '';
  return listed === ''
    ? ['page']
    : listed
        .replace(/^\[|\]$/g, '')
        .split(',')
        .map((one) => unquoted(one.trim()))
        .filter(Boolean);
}

function unquoted(text: string): string {
  const [first, last] = [text[0], text.at(-1)];
  return text.length >= 2 && first === last && (first === '"' || first === "'") ? text.slice(1, -1) : text;
}
