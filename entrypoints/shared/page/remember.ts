/** How to forget each answer that is remembered. */
const forgets: (() => void)[] = [];

/** Forgets whatever is remembered: a page changes as soon as others have their turn. */
export function forget(): void {
  for (const each of forgets) each();
}

/** The same question, asked of the page only once for each element until `forget`. */
export function remembered<Answer>(
  ask: (element: Element) => Answer,
): (element: Element) => Answer {
  let answers = new WeakMap<Element, { readonly is: Answer }>();
  forgets.push(() => {
    answers = new WeakMap();
  });
  return (element) => {
    const answer = answers.get(element) ?? { is: ask(element) };
    answers.set(element, answer);
    return answer.is;
  };
}
