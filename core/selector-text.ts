/** Whether a text can be one selector: something is in it, and nothing that ends it or starts a rule. */
export function isSelectorText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- those are what must not be in it
  return text.trim() !== '' && !/[\u0000-\u001f\u007f{}<;@]/.test(bare(text));
}

/** Without what may hold anything: strings, and characters that are escaped. */
function bare(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\./g, '_');
}
