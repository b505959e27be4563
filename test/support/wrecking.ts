// What a page may do to ours. These functions run in the page, so each brings all that it needs.

/** Gives an element styles of the page's own, with all the weight there is, and names those that took effect. */
export function restyle(selector: string): string[] {
  const host = document.querySelector(selector);
  if (!(host instanceof HTMLElement)) throw new Error('There is no such element.');
  const styles: Readonly<Record<string, string>> = {
    opacity: '0.01',
    filter: 'opacity(1%)',
    'clip-path': 'circle(1px)',
    scale: '0.1',
    transform: 'scale(0.1)',
    'mask-image': 'linear-gradient(#0001, #0001)',
    'mix-blend-mode': 'screen',
    visibility: 'hidden',
    'content-visibility': 'hidden',
    'pointer-events': 'none',
    'font-family': 'leak',
    'text-security': 'disc',
  };
  const names = Object.keys(styles).filter((name) => CSS.supports(name, styles[name] ?? ''));
  const computed = getComputedStyle(host);
  const look = () => names.map((name) => computed.getPropertyValue(name));
  const before = look();
  for (const name of names) host.style.setProperty(name, styles[name] ?? '', 'important');
  const after = look();
  return names.filter((_, i) => before[i] !== after[i]);
}

/** Puts a card into a page that is a form with a field for all that an element can be asked; gives their number. */
export function shadowAll(agentId: string): number {
  const form = document.createElement('form');
  form.className = 'voice-card';
  form.setAttribute('data-agent-id', agentId);
  const names = new Set<string>();
  for (
    let at: unknown = form;
    typeof at === 'object' && at !== null;
    at = Object.getPrototypeOf(at)
  )
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  const field = (name: string) =>
    Object.assign(document.createElement('input'), { name, type: 'hidden' });
  const button = Object.assign(document.createElement('button'), { textContent: 'Talk' });
  button.className = 'voice-mic-btn';
  const fields = [...names].map(field);
  const whole = document.createDocumentFragment();
  whole.append(form);
  // Once there is a field of that name, the form cannot be asked to take another.
  Element.prototype.append.call(form, ...fields, button);
  document.body.append(whole);
  return names.size;
}

/** What such a card shows, and where its button is: Playwright is as fooled by it as any script. */
export function cardOf(): { state: string | null; x: number; y: number } {
  const card = document.querySelector('.voice-card');
  const button = document.querySelector('.voice-mic-btn');
  if (!card || !button) throw new Error('There is no card.');
  const { left, top, width, height } = button.getBoundingClientRect();
  const state = Element.prototype.getAttribute.call(card, 'data-voice-state');
  return { state, x: left + width / 2, y: top + height / 2 };
}
