import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { Summary } from '../../core/conversation.ts';
import { VIEW_LINE } from '../../core/feed.ts';
import { sendMessage } from '../shared/messaging.ts';
import { showPanel } from '../shared/panel/show-panel.tsx';
import { viewLine } from './view-line.ts';

// A window that was opened for a question alone goes with it.
const isForQuestion = new URLSearchParams(location.search).has('question');

await showPanel({
  view: viewLine({
    connect: () => browser.runtime.connect({ name: VIEW_LINE }),
    lastError: () => chrome.runtime.lastError,
    watchJournal: (listener) => void storage.watch<Summary>('session:conversation', listener),
  }),
  host: {
    command: (command) => sendMessage('command', command),
    end: () => sendMessage('endConversation'),
  },
  ...(isForQuestion && { answered: () => window.close() }),
});
