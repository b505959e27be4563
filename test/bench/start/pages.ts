/** Where the button of each page is pressed, in pixels. */
export const BUTTON = { x: 150, y: 130 };

const CARD = `<!doctype html><title>Start</title>
<style>
  .voice-card { position: fixed; left: 50px; top: 50px; width: 300px; height: 150px }
  .voice-mic-btn { position: absolute; left: 50px; top: 50px; width: 100px; height: 60px }
</style>
<div class="voice-card" data-agent-id="echo"><button class="voice-mic-btn">Talk</button></div>`;

/** Notes when the button is pressed, on its way down to it, and when somebody calls `connected`. */
const STOPWATCH = `
  let pressed = NaN;
  addEventListener('mouseup', ({ timeStamp }) => { pressed = timeStamp; }, true);
  globalThis.took = new Promise((resolve, reject) => {
    globalThis.connected = () => resolve(performance.now() - pressed);
    setTimeout(reject, 20_000, new Error('This page was never connected.'));
  });
`;

/** A card for the extension, whose page sees by an attribute that it is connected, and `over` when it is no more. */
export const OURS = page(`
  const card = document.querySelector('.voice-card');
  const until = (states, then) => {
    const look = () => states.test(card.dataset.voiceState ?? '') && then();
    new MutationObserver(look).observe(card, { attributes: true });
  };
  until(/listening|speaking/, () => {
    connected();
    globalThis.over ??= new Promise((resolve) => until(/idle/, resolve));
  });`);

/** The same card for a script of the page's own, as a classic script that is there when it is clicked. */
export function pageWith(script: string): string {
  return page(script.replaceAll('</script', '<\\/script'));
}

function page(script: string): string {
  return `${CARD}<script>${STOPWATCH}</script><script>${script}</script>`;
}
