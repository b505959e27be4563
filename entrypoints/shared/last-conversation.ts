import { storage } from 'wxt/utils/storage';
import type { Summary } from '../../core/conversation.ts';

/** The conversation there is, or the last there was, without its words; the background keeps it up to date. */
export const lastConversation = storage.defineItem<Summary>('session:conversation');
