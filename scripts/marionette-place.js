/** @typedef {import('./marionette-wire.js').Wire} Wire */

/** The keys under which the id of an element, or of a shadow root, stands in an answer (WebDriver, section 12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const SHADOW = 'shadow-6066-11e4-a52e-4f735466cecf';

/**
 * Where something is on a page: by a selector; or a button that can be seen, by its name; each within what has the shadow
 * root it is in, closed or not. Or by an XPath.
 * @typedef {{ selector: string, within?: string } | { button: string, within: string } | { xpath: string }} Place
 */

/**
 * Finds an element on the page that Marionette is at.
 * @param {Wire} wire
 * @param {Place} place
 * @returns {Promise<string>} its id; rejects where there is no such element
 */
export async function find(wire, place) {
  if ('xpath' in place) return findFirst(wire, 'xpath', place.xpath);
  if ('button' in place) return findButton(wire, place);
  const { selector, within } = place;
  if (within === undefined) return findFirst(wire, 'css selector', selector);
  const [id] = await findInShadow(wire, within, selector);
  if (id === undefined) throw new Error(`There is no ${selector} in ${within}.`);
  return id;
}

/**
 * @param {Wire} wire
 * @param {{ button: string, within: string }} place
 */
async function findButton(wire, { button, within }) {
  for (const id of await findInShadow(wire, within, 'button')) {
    if (!(await wire.send('WebDriver:IsElementDisplayed', { id })).value) continue;
    const label = await wire.send('WebDriver:GetElementProperty', { id, name: 'ariaLabel' });
    const { value } = label.value ? label : await wire.send('WebDriver:GetElementText', { id });
    if (value === button) return id;
  }
  throw new Error(`There is no button "${button}" in ${within}.`);
}

/**
 * @param {Wire} wire
 * @param {string} within a selector
 * @param {string} value the selector of what is in its shadow root
 * @returns {Promise<string[]>}
 */
async function findInShadow(wire, within, value) {
  const id = await findFirst(wire, 'css selector', within);
  const { value: root } = await wire.send('WebDriver:GetShadowRoot', { id });
  const wanted = { using: 'css selector', value, shadowRoot: root[SHADOW] };
  const found = await wire.send('WebDriver:FindElementsFromShadowRoot', wanted);
  return found.map((/** @type {Record<string, string>} */ element) => element[ELEMENT]);
}

/**
 * @param {Wire} wire
 * @param {'css selector' | 'xpath'} using
 * @param {string} value
 * @returns {Promise<string>}
 */
async function findFirst(wire, using, value) {
  const { value: found } = await wire.send('WebDriver:FindElement', { using, value });
  return found[ELEMENT];
}
