import type { Conversation } from '../../../core/conversation.ts';
import { t } from '../text.ts';
import { IconButton } from './icon-button.tsx';
import type { PanelModel } from './panel-model.ts';
import { conversationMarkdown, fileNameOf } from './words.ts';

interface Props {
  readonly conversation: Conversation;
  readonly model: PanelModel;
}

/** Takes a transcript along: as a copy, or as a file. */
export function Keep({ conversation, model }: Props) {
  const { copy, save } = model.doors;
  const markdown = () => conversationMarkdown(conversation, model.nameOf(conversation.agentId));
  return (
    <>
      <IconButton
        icon="copy"
        label={t('transcript_copy')}
        onClick={() => void copy(markdown()).then(() => model.news.tell('copied'))}
      />
      <IconButton
        icon="save"
        label={t('transcript_save')}
        onClick={() => save(fileNameOf(conversation), markdown())}
      />
    </>
  );
}
