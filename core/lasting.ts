import { MARK_LIMITS } from './mark.ts';

/** What a tool puts before the names it makes: of classes, ids and attributes. */
const TOOLS =
  /^(css|sc|jsx|jss|emotion|svelte|astro|radix|headlessui|ember|mui|ng-tns|ng-c|react-select|ui-id|yui|gwt-uid|ext-gen|el-id|makestyles|cke|mce)[-_:]?[\w-]*\d|^css-|^sc-|^svelte-|^:|^«|:r\w*:|^\d+$/i;
/** Attributes that frameworks use for themselves. */
const FRAMEWORK = /^data-(v-|s-|astro-|react|radix|headlessui|reach|hydrat|aos|bs-|ng|turbo|state)/;
/** Attributes that say how an element looks or acts now, or where in a list it is. */
const CHANGING =
  /-(index|idx|pos|position|row|col|column|order|slot|rank|status|open|active|selected|focus|hover|loaded|visible|value|style|key|side|align|orientation|theme)$/;
/** Attributes that say what an element is; any `data-` attribute may, too. */
const TELLING = /^(id|name|href|src|action|poster|cite|itemid|d)$/;
/** Those of a custom element that say nothing. */
const IDLE = /^(class|style|slot|part|hidden|role|lang|dir|tabindex|title|aria-.*|on.*)$/;

/** The classes that a person wrote, of a class attribute. */
export function lastingClasses(attribute: string): string[] {
  const names = attribute.split(/\s+/).filter((name) => name !== '' && !isMadeUp(name));
  return [...new Set(names)].slice(0, MARK_LIMITS.classes);
}

/** An attribute as a token, if it is likely to last. */
export function tokenOf(attribute: string, value: string, isCustom = false): string | null {
  if (!tells(attribute, isCustom)) return null;
  const lasting = lastingValue(attribute, value.trim());
  const isShort = lasting !== null && lasting.length <= MARK_LIMITS.name;
  return isShort && lasting !== '' ? `${attribute}=${lasting}` : null;
}

function tells(attribute: string, isCustom: boolean): boolean {
  if (FRAMEWORK.test(attribute) || CHANGING.test(attribute) || attribute.length > 50) return false;
  const isTelling = TELLING.test(attribute) || attribute.startsWith('data-');
  return isTelling || (isCustom && !IDLE.test(attribute));
}

/** Whether a tool made a name up: a hash, a counter, letters at random. */
export function isMadeUp(name: string): boolean {
  if (TOOLS.test(name) || /[:[\]/!@]/.test(name)) return true;
  return name.split(/[-_.]+/).some((part) => isRandom(part));
}

function isRandom(part: string): boolean {
  if (part.length < 5) return part.length > 2 && /[a-z]\d+[a-z]|\d[a-z]+\d/i.test(part);
  if (/[a-z]\d+[a-z]|\d[a-z]/i.test(part)) return true;
  const humps = part.replace(/^[a-z]+|[A-Z][a-z]{2,}/g, '').length;
  return humps > 2 && /[a-z]/.test(part) ? true : !/[aeiouy]/i.test(part) && /^[a-z]+$/i.test(part);
}

function lastingValue(attribute: string, value: string): string | null {
  if (/^#?$|^[{[]|^(javascript|data|blob):/i.test(value)) return null;
  if (attribute === 'id') return isMadeUp(value) ? null : value;
  if (attribute === 'd') return value.slice(0, 40);
  if (/^(data-)?(src|poster)$/.test(attribute)) return picture(value);
  return /^(data-)?(href|action|url|link)$/.test(attribute) ? link(value) : value;
}

/** Where a link leads, whatever the language of the page and however it is written. */
function link(address: string): string {
  const path = address
    .replace(/^https?:\/\/[^/]+(?=\/.)/, '')
    .replace(/^\/[a-z]{2}(-[a-z]{2})?(?=\/|$)/i, '')
    .replace(/[?&](utm_\w+|ref|gclid|fbclid)=[^&#]*/g, '');
  return path.replace(/(index)?\.(html?|php|aspx?)(?=$|[?#])/, '').replace(/\/(?=$|[?#])/, '');
}

/** Which picture it is, whatever its size and its place. */
function picture(address: string): string {
  const [, whole = address] = /[?&]url=([^&]+)/.exec(address) ?? [];
  const file =
    whole
      .replace(/%2f/gi, '/')
      .replace(/[?#].*/, '')
      .split('/')
      .at(-1) ?? '';
  const name = file.replace(/\.\w{2,5}$/, '').replace(/@\dx$|[-_]\d+x\d+$|[-_]\d{2,4}w$/, '');
  return name.replace(/[.-](?=\w*\d)[\da-f]{6,}$/i, '');
}
