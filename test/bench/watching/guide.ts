/** What the guide's page script does to find its cards, with as much logging; the SDK is only asked for. */
export const GUIDE = `
  const Conversation = { startSession() {} };

  async function attachHandlers(card) {
    console.log('[VoiceSDK] attachHandlers called for card.');
    if (typeof Conversation.startSession !== 'function') return;
    if (card._voiceBound) {
      console.log('[VoiceSDK] Card already bound, skipping.');
      return;
    }
    const button = card.querySelector('.voice-mic-btn');
    if (!button) {
      console.warn('[VoiceSDK] Mic button not found inside card.');
      return;
    }
    button.addEventListener('click', async (event) => {
      event.preventDefault();
      await Conversation.startSession({ agentId: card.dataset.agentId });
    });
    card._voiceBound = true;
    console.log('[VoiceSDK] Event listener attached for card ' + card.dataset.agentId);
  }

  function bindAllVoiceCards() {
    console.log('[VoiceSDK] bindAllVoiceCards called (module)');
    document.querySelectorAll('.voice-card[data-agent-id]').forEach(attachHandlers);
  }

  bindAllVoiceCards();
  setTimeout(() => {
    const observer = new MutationObserver(() => {
      console.log('[VoiceSDK] DOM changed, re-running bindAllVoiceCards...');
      bindAllVoiceCards();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, 500);`;
