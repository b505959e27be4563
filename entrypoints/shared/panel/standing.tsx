import { isLive } from '../../../core/conversation.ts';
import { t } from '../text.ts';
import { State } from '../ui/state.tsx';
import { dotOf } from '../ui/talk.ts';
import type { Item } from './news.ts';
import type { PanelModel } from './panel-model.ts';
import { remarkText, stateText, toolText } from './words.ts';

interface Props {
  readonly model: PanelModel;
}

/** The one place that is read out by itself: how the conversation stands, and what is new in it. */
export function Standing({ model }: Props) {
  const conversation = model.conversation.value;
  const { nth, items } = model.news.latest.value;
  return (
    <div class="standing" role="status" aria-atomic="false">
      {conversation === null ? (
        <span class="muted">{t('panel_no_conversation')}</span>
      ) : (
        <State state={dotOf(conversation)}>{stateText(conversation)}</State>
      )}
      {isLive(conversation) && conversation.muted && <span class="tag">{t('panel_muted')}</span>}
      {isLive(conversation) && conversation.warning && (
        <p class="warning">{t(`warning_${conversation.warning}`)}</p>
      )}
      <span class="unseen" key={nth}>
        {items.map(itemText).join(' ')}
      </span>
    </div>
  );
}

function itemText(item: Item): string {
  if (item === 'copied') return t('transcript_copied');
  if (item.kind === 'turn') return item.text;
  return item.kind === 'tool' ? toolText(item) : remarkText(item.remark);
}
