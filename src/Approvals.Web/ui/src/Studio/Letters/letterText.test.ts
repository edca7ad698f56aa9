import { describe, expect, it } from 'vitest';
import { channelsOf, readLetter, writeLetter } from './letterText';

describe('the file of a letter', () => {
  it('is read into front matter and body, and written back', () => {
    const text = '---\nsubject: 决定书\nchannels: [page, mail]\nseal: true\n---\n# {{ service.name }}\n\n正文\n';
    const letter = readLetter(text);
    expect(letter.head).toEqual({ subject: '决定书', channels: '[page, mail]', seal: 'true' });
    expect(channelsOf(letter.head)).toEqual(['page', 'mail']);
    expect(writeLetter(letter)).toBe(text);
  });
  it('is all body without front matter', () => {
    expect(readLetter('a\nb')).toEqual({ head: {}, body: 'a\nb' });
    expect(channelsOf({})).toEqual(['page']);
  });
});
