import { t } from '../shared/text.ts';

/** A place of our own on the page: an element that takes no style from it, and whose inside it cannot reach. */
export interface ClosedRoot {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/** Makes one, with its own styles; page policies do not forbid a constructed style sheet. */
export function closedRoot(css: string): ClosedRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  const direction = t('locale_direction');
  const side = direction === 'rtl' ? -1 : 1;
  sheet.replaceSync(
    `:host { all: initial !important; direction: ${direction} !important; --side: ${side} !important; } [hidden] { display: none !important; } ${css}`,
  );
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
