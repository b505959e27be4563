import type { SettingsTrouble } from '../shared/settings-store.ts';
import { t } from '../shared/text.ts';
import { Notice } from '../shared/ui/notice.tsx';

/** Says what is wrong with the stored settings; nothing where all is well. */
export function Trouble({ unreadable, isNewer }: SettingsTrouble) {
  return (
    <>
      {isNewer && <Notice kind="problem">{t('options_newer')}</Notice>}
      {unreadable.length > 0 && (
        <Notice kind="problem">{t('options_unreadable', [unreadable.join(', ')])}</Notice>
      )}
    </>
  );
}
