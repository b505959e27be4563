import { t } from '../shared/text.ts';
import { type Icon, icon } from './icons.ts';

/** Makes an element with a class, in the language of our words: the page's may be another. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.lang = t('locale_language');
  element.append(...inside);
  return element;
}

/** Makes a button that a person alone can press. */
export function makeButton(
  className: string,
  inside: Node | string,
  pressed: (event: MouseEvent) => void,
): HTMLButtonElement {
  const button = make('button', className, inside);
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) pressed(event);
  });
  return button;
}

/** Gives a button a drawing, and words for those who do not see it. */
export function depict(button: HTMLButtonElement, what: Icon, label: string): void {
  if (button.ariaLabel === label) return;
  button.ariaLabel = label;
  button.title = label;
  button.replaceChildren(icon(what));
}
