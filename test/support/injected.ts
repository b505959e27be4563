// Looks whether what an agent says comes to be more than words. These functions run in the page that shows it.

/** Has written down from now on what the page's policy reports, and what stands in a transcript beside words. */
export function watchForMore(): void {
  const reported: string[] = [];
  const strange = new Set<string>();
  Reflect.set(window, 'more', { reported, strange });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    reported.push(`${violatedDirective} ${blockedURI}`);
  });
  const known =
    /^(a|bdi|blockquote|button|code|div|em|h3|h4|hr|br|li|ol|p|path|pre|s|section|span|strong|svg|time|ul)$/;
  const isStrange = (element: Element) => {
    const bad = element.getAttributeNames().some((name) => /^(on|src)/.test(name));
    const { protocol = 'https:', host = 'good.example' } =
      element instanceof HTMLAnchorElement ? element : {};
    return bad || !known.test(element.localName) || protocol + host !== 'https:good.example';
  };
  const see = () => {
    for (const element of document.querySelectorAll('[role=log] *'))
      if (isStrange(element)) strange.add(element.outerHTML.slice(0, 200));
  };
  new MutationObserver(see).observe(document, { childList: true, subtree: true });
}

/** What was written down, and whether anything has run that was said. */
export function traces(): { ran: boolean; reported: string[]; strange: string[] } {
  const ran = Reflect.get(globalThis, 'owned') !== undefined || document.title === '1';
  const { reported, strange } = Reflect.get(window, 'more');
  return { ran, reported, strange: [...strange] };
}

/** Does what must not go unseen: puts a picture from elsewhere into the transcript. */
export async function betray(): Promise<void> {
  const reported = new Promise((seen) => {
    document.addEventListener('securitypolicyviolation', seen, { once: true });
  });
  const picture = document.createElement('img');
  picture.src = 'https://agent.evil.example/betrayal.png';
  document.querySelector('[role=log]')?.append(picture);
  await reported;
}
