/** Runs in a page: makes up every click and key that there is, on cards and on all that is in them, again and again. */
export async function makeUpClicks(): Promise<void> {
  const targets = document.querySelectorAll<HTMLElement>('.voice-card, .voice-card *');
  const kinds = [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'keydown',
    'keyup',
    'submit',
  ];
  for (let round = 0; round < 50; round++) {
    for (const target of targets) {
      target.click();
      target.focus();
      for (const kind of kinds) {
        target.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true, button: 0 }));
        target.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail: { agentId: 'echo' } }));
      }
    }
  }
  await new Promise(requestAnimationFrame);
}

/** A frame that says to its page whatever it hears, in HTML. */
export const ECHO = `<iframe srcdoc="<script>onmessage = ({ data }) => parent.postMessage(data, '*')</script>"></iframe>`;

/** Runs in a page with such a frame: says all that we say among ourselves, wherever a page can say something. */
export async function sayEverything(types: readonly string[]): Promise<void> {
  const data = { agentId: 'echo', state: 'speaking', replace: true, isDoubtful: false };
  const frame = document.querySelector('iframe')?.contentWindow;
  const ours = document.querySelector('.voice-card');
  const channel = new BroadcastChannel('voice-cards');
  for (const type of [...types, 'voicecard:statechange', 'voicecard:error', 'voice-cards']) {
    const said = { id: 0, type, data, detail: data, timestamp: Date.now() };
    for (const message of [said, JSON.stringify(said)]) {
      window.postMessage(message, '*', [new MessageChannel().port1]);
      frame?.postMessage(message, '*');
      channel.postMessage(message);
    }
    for (const target of [window, document, ours])
      target?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: data }));
  }
  Reflect.set(window, Symbol.for('voice-cards'), new AbortController());
  await new Promise((heard) => setTimeout(heard, 100));
}

/** Runs in a page: from the first letter that is typed in its paragraph, the button seems just reached again and again. */
export function leadKeys(): void {
  const button = document.querySelector<HTMLElement>('.voice-mic-btn');
  document.querySelector('p')?.addEventListener('input', () => {
    setInterval(() => {
      button?.blur();
      button?.focus();
    }, 20);
  });
}
