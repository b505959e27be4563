import { type ComponentChild, render } from 'preact';
import { t } from '../text.ts';
import { keepPlace } from './keep-place.ts';

/** Shows a page of the extension under its title. */
export function showPage(title: string, content: ComponentChild): void {
  // Of the words that are shown: where the browser's own language is missing, they are in another one.
  document.documentElement.lang = t('locale_language');
  document.documentElement.dir = t('locale_direction');
  document.title = title;
  render(content, document.body);
  keepPlace();
}

/** The extension's name with its icon. */
export function Brand() {
  return (
    <span class="brand">
      <img src="/icon/128.png" width={32} height={32} alt="" />
      <strong>{t('extension_name')}</strong>
    </span>
  );
}
