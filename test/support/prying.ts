// What a page may do to learn what stands elsewhere. These functions run in the page, so each brings all that it needs.

/** Has every event from now on written down, with what it carries. */
export function eavesdrop(): void {
  const heard: string[] = [];
  Reflect.set(window, 'overheard', heard);
  const known = Object.getOwnPropertyNames(window).filter((name) => name.startsWith('on'));
  const types = known.map((name) => name.slice(2));
  for (const type of [...types, 'voicecard:statechange', 'voicecard:error']) {
    window.addEventListener(
      type,
      (event) => {
        const carried = ['detail', 'data', 'message', 'key', 'newValue', 'submitter'];
        const told = carried.map((name) => JSON.stringify(Reflect.get(event, name) ?? null));
        heard.push([type, ...told].join(' '));
      },
      true,
    );
  }
}

/** What to look for, and words from which a selection may be carried on, be they in closed roots. */
interface Prying {
  readonly word: string;
  readonly near: readonly string[];
}

/** All the ways there are to look. */
export const WAYS = [
  'find()',
  'selection',
  'text',
  'html',
  'attributes',
  'storage',
  'performance',
  'globals',
  'events',
];

/** Looks for a word in every way a page has, and names those that found it. */
export function pry({ word, near }: Prying): string[] {
  const find: unknown = Reflect.get(window, 'find');
  const finds = (text: string): boolean =>
    typeof find === 'function' && find.call(window, text, false, false, true, false, true) === true;
  const selection = getSelection();
  const selected = [...near, word].flatMap((text) =>
    ['forward', 'backward'].map((way) => {
      selection?.removeAllRanges();
      finds(text);
      for (const unit of ['line', 'documentboundary']) selection?.modify('extend', way, unit);
      return String(selection);
    }),
  );
  selection?.selectAllChildren(document.documentElement);
  const all = [...document.querySelectorAll('*')];
  const html = document.documentElement;
  const ways: Readonly<Record<string, string>> = {
    'find()': finds(word) ? word : '',
    selection: [...selected, String(selection)].join(' '),
    text: [html.innerText, html.textContent, document.title].join(' '),
    html: html.outerHTML + html.getHTML({ serializableShadowRoots: true }),
    attributes: all.flatMap((it) => [...it.attributes].map(({ value }) => value)).join(' '),
    storage: JSON.stringify([localStorage, sessionStorage, document.cookie]),
    performance: JSON.stringify(performance.getEntries()),
    globals: Object.values(window)
      .filter((value) => typeof value === 'string')
      .join(' '),
    events: JSON.stringify(Reflect.get(window, 'overheard')),
  };
  selection?.removeAllRanges();
  return Object.keys(ways).filter((way) => ways[way]?.includes(word));
}

/** Puts a word where each of those ways finds it, in a closed root too: so that a way that finds nothing is known to look. */
export async function plant(word: string): Promise<void> {
  const host = document.body.appendChild(document.createElement('p'));
  host.attachShadow({ mode: 'closed' }).textContent = `In a closed root: ${word}`;
  const open = document.body.appendChild(document.createElement('p'));
  open.textContent = word;
  open.setAttribute('title', word);
  localStorage.setItem('planted', word);
  Reflect.set(window, 'planted', word);
  performance.mark(word);
  window.dispatchEvent(new CustomEvent('voicecard:error', { detail: word }));
  await new Promise(requestAnimationFrame);
}

/** For each of these letters a font that the browser loads once it draws that letter, wherever. */
export function letterFonts(letters: readonly string[]): string {
  const code = (letter: string) => letter.codePointAt(0)?.toString(16) ?? '';
  const faces = letters.map(
    (letter) =>
      `@font-face { font-family: leak; src: url(/letter-${code(letter)}); unicode-range: U+${code(letter)} }`,
  );
  return `<style>${faces.join('\n')} *, ::before, ::after { font-family: leak, serif !important }</style>`;
}

/** Which of the page's fonts were wanted, by the letters they have. */
export async function wantedFonts(): Promise<string[]> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const wanted = [...document.fonts].filter(({ status }) => status !== 'unloaded');
  return wanted.map(({ unicodeRange }) =>
    String.fromCodePoint(Number.parseInt(unicodeRange.slice(2), 16)),
  );
}

/** Which of these addresses a page can load: by asking, or as a picture, a script or a style sheet. */
export async function load(addresses: readonly string[]): Promise<string[]> {
  const asElement = (tag: 'img' | 'script' | 'link', address: string) =>
    new Promise<boolean>((settled) => {
      const element = document.createElement(tag);
      element.onload = () => settled(true);
      element.onerror = () => settled(false);
      Object.assign(element, { src: address, href: address, rel: 'stylesheet' });
      document.head.append(element);
    });
  const ways = async (address: string) => {
    const asked = [address, `${address}?x`].map((url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
    );
    const shown = (['img', 'script', 'link'] as const).map((tag) => asElement(tag, address));
    return (await Promise.all([...asked, ...shown])).some(Boolean);
  };
  const had = await Promise.all(addresses.map(async (it) => ((await ways(it)) ? [it] : [])));
  return had.flat();
}
