import type { Editor } from '../editor.ts';

/** Gives what is in the rows of a table the ids that ASP.NET makes of their positions. */
export function renumberGrid(page: Editor, table: string): void {
  for (const [i, row] of page.all(`${table} tr`).entries()) {
    const position = `_ctl${String(i + 1).padStart(2, '0')}_`;
    for (const it of row.querySelectorAll('[id]')) it.id = it.id.replace(/_ctl\d\d_/, position);
  }
}

/** Numbers the songs of a playlist as they stand now. */
export function renumberSongs(page: Editor): void {
  for (const [i, row] of page.all('[data-testid="tracklist-row"]').entries()) {
    row.setAttribute('aria-rowindex', String(i + 2));
    say(row, { '[role="gridcell"]:first-child > span': String(i + 1) });
  }
}

/** Sets the texts of what selectors find first within an element. */
export function say(within: Element, texts: Readonly<Record<string, string>>): void {
  for (const [selector, text] of Object.entries(texts)) {
    const it = within.querySelector(selector);
    if (!it) throw new Error(`nothing within is ${selector}`);
    it.textContent = text;
  }
}

/** Renames attributes, wherever they are. */
export function renameAttributes(page: Editor, names: Readonly<Record<string, string>>): void {
  for (const [was, is] of Object.entries(names))
    for (const element of page.all(`[${was}]`)) {
      element.setAttribute(is, element.getAttribute(was) ?? '');
      element.removeAttribute(was);
    }
}

/** Replaces the beginning of every address that has it. */
export function readdress(page: Editor, was: string, is: string): void {
  for (const link of page.all(`[href^="${was}"]`))
    link.setAttribute('href', is + (link.getAttribute('href') ?? '').slice(was.length));
}

/** Puts a new switch with its shadow root after another element of the settings. */
export function addSwitch(
  page: Editor,
  after: string,
  name: string,
  texts: [string, string],
): void {
  page.insert(`<hm-switch name="${name}"></hm-switch>`, 'after', after);
  const root = page
    .one(`hm-switch[name="${name}"]`)
    .attachShadow({ mode: 'open', serializable: true });
  root.innerHTML = `<div class="row"><label for="control"><span class="label">${texts[0]}</span><span class="hint">${texts[1]}</span></label><button id="control" role="switch" aria-checked="false" part="thumb" type="button"></button></div>`;
}
