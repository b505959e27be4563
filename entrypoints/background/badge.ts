import { browser } from 'wxt/browser';
import { isMicrophoneLive } from '../../core/card.ts';
import type { Summary } from '../../core/conversation.ts';
import { t } from '../shared/text.ts';

/** The colour of a recording light. */
const LIVE = '#c62828';

/** Shows on the toolbar whether the microphone is live; an offscreen document has no indicator of its own. */
export function showBadge(conversation: Pick<Summary, 'phase' | 'mode' | 'muted'>): void {
  const live = isMicrophoneLive(conversation);
  void browser.action.setBadgeBackgroundColor({ color: LIVE });
  void browser.action.setBadgeText({ text: live ? '●' : '' });
  void browser.action.setTitle({ title: live ? t('badge_live') : t('extension_name') });
}
