import { readdirSync } from 'node:fs';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';

type Message = Awaited<ReturnType<typeof parseMessagesFile>>[number];
/** Every form of every text, by its key: one, or those of a plural. */
type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>;

const names = readdirSync('locales').map((file) => file.replace(/\.yml$/, ''));
const english = await readTexts('en');

test('English is spoken, and German', () => {
  expect(names).toEqual(expect.arrayContaining(['de', 'en']));
});

describe.each(names)('locale %s', async (name) => {
  const texts = await readTexts(name);

  test('has the keys of the English one, and no others', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('has the same plural forms and, in each, the same placeholders', () => {
    expect(shapesOf(texts)).toEqual(shapesOf(english));
  });

  test('has no empty text', () => {
    const empty = [...texts].filter(([, forms]) => Object.values(forms).some(isEmpty));
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  test('says which language it is, and in which direction it is read', () => {
    expect(text(texts, 'locale_language')).toBe(name.replace('_', '-'));
    expect(['ltr', 'rtl']).toContain(text(texts, 'locale_direction'));
  });

  test('fits where browsers and their stores show it', () => {
    expect(text(texts, 'extension_name')).toBe('Voice Cards');
    expect(text(texts, 'extension_description').length).toBeLessThanOrEqual(132);
  });

  test('quotes buttons as they are called', () => {
    const called = new Map([...english.keys()].map((key) => [text(english, key), key]));
    const misquoted = [...english.keys()].filter((key) =>
      quotations(text(english, key)).some((quoted) => {
        const other = called.get(quoted);
        return other !== undefined && !text(texts, key).includes(text(texts, other));
      }),
    );
    expect(misquoted).toEqual([]);
  });
});

async function readTexts(name: string): Promise<Texts> {
  const messages = await parseMessagesFile(`locales/${name}.yml`);
  const ours = messages.filter(({ key }) => !key[0]?.startsWith('@@'));
  return new Map(ours.map((message) => [message.key.join('_'), formsOf(message)]));
}

function formsOf(message: Message): Record<string, string> {
  return message.type === 'plural' ? message.plurals : { '': message.message };
}

/** The placeholders of every form of every text. */
function shapesOf(texts: Texts) {
  const shapes = [...texts].map(([key, forms]) => {
    const entries = Object.entries(forms).map(([form, words]) => [form, holes(words)]);
    return [key, Object.fromEntries(entries)];
  });
  return Object.fromEntries(shapes);
}

function text(texts: Texts, key: string): string {
  return texts.get(key)?.[''] ?? '';
}

/** What is filled in when it is shown: `$1` to `$9`. */
function holes(form: string): string[] {
  return [...form.matchAll(/\$\d/g)].map(([hole]) => hole).toSorted();
}

function isEmpty(form: string): boolean {
  return form.trim() === '';
}

function quotations(form: string): string[] {
  return [...form.matchAll(/“(.*?)”/g)].map(([, quoted]) => quoted ?? '');
}
