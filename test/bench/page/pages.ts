/** How many entries the large page has, of 25 elements each. */
const ENTRIES = 2_000;
const DETAILS = 10;
/** How many of its elements have a shadow root; every fifth is closed, every hundredth holds a card. */
const HOSTS = 1_000;

/** The least that anybody pays who looks for cards: an observer that sets a flag, and one query per frame. */
export const BASELINE = `
  const seen = new WeakSet();
  let due = false;
  const look = () => {
    due = false;
    for (const card of document.querySelectorAll('.voice-card[data-agent-id]')) {
      if (!seen.has(card)) seen.add(card);
    }
  };
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(look);
  }).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['class', 'data-agent-id', 'data-voice-state'],
  });
  //# sourceURL=baseline.js`;

/** A page of 50,000 elements, none of which is a card. */
export function largePage(): string {
  return page(`<main>${range(ENTRIES).map(entry).join('')}</main><aside></aside>`);
}

/** The same, where some elements have shadow roots, some of them closed; it tells when the cards in them are found. */
export function pageWithRoots(): string {
  return `${largePage()}<script>
    const roots = [];
    for (const [i, host] of [...document.querySelectorAll('li')].slice(0, ${HOSTS}).entries()) {
      const item = document.createElement('list-item');
      host.append(item);
      const root = item.attachShadow({ mode: i % 5 === 0 ? 'closed' : 'open' });
      root.innerHTML = '<p>Shadow</p>';
      if (i % 100 !== 0 && i % 100 !== 1) continue;
      root.innerHTML = '<div class="voice-card" data-agent-id="echo"><button class="voice-mic-btn">Talk</button></div>';
      roots.push(root);
    }
    globalThis.isFound = () =>
      roots.every((root) => root.firstChild.hasAttribute('data-voice-state'));
  </script>`;
}

/**
 * Runs in the page: changes it in every frame, as a feed does that gets news and drops what is old, and
 * now and then changes the words of an entry.
 */
export async function churn(frames: number): Promise<void> {
  const aside = document.querySelector('aside');
  const entries = document.querySelectorAll('article p');
  performance.mark('churn');
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame);
    for (let j = 0; j < 3; j++) {
      const item = document.createElement('section');
      item.innerHTML = `<h4>News ${i}.${j}</h4><ul><li>One</li><li><a href="#${i}">Two</a></li></ul>`;
      aside?.append(item);
      // Each of them fires the observers.
      await Promise.resolve();
    }
    if (i > 20) aside?.firstElementChild?.remove();
    const other = entries[(i * 37) % entries.length];
    if (other && i % 10 === 0) other.textContent = `Changed ${i} times`;
  }
  performance.mark('churned');
}

function entry(i: number): string {
  const details = range(DETAILS).map(
    (j) => `<li><a href="/item/${i}/${j}">Detail ${i}.${j}</a></li>`,
  );
  return `<article class="entry"><h3>Item ${i}</h3><p>What item ${i} is about, in <b>some</b> words.</p><ul>${details.join('')}</ul></article>`;
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><title>Large page</title><script>performance.mark('begun')</script>${body}`;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
