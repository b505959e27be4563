/** What a site owner may set on a card, in the words of the SDK. */
export interface CardAttributes {
  /** How the site calls the agent. */
  readonly name?: string;
  readonly dynamicVariables?: Readonly<Record<string, string | number | boolean>>;
  /** ISO 639-1, such as `de`. */
  readonly language?: string;
  readonly firstMessage?: string;
  readonly prompt?: string;
  readonly voiceId?: string;
  readonly userId?: string;
  readonly textOnly?: boolean;
}

/** The attributes as they were written, with the names of those that make no sense. */
export interface ReadAttributes {
  readonly attributes: CardAttributes;
  /** Names of attributes to ignore, for a warning to the site's owner. */
  readonly malformed: readonly string[];
}

/** How long each text may be. */
const LENGTHS = {
  name: 100,
  firstMessage: 2_000,
  prompt: 20_000,
  userId: 200,
} as const;
/** How many dynamic variables there may be, and how long a name or a value. */
const VARIABLES = { count: 50, name: 100, value: 2_000 } as const;

/** The attribute of each property. */
const NAMES = {
  name: 'data-name',
  dynamicVariables: 'data-dynamic-variables',
  language: 'data-override-language',
  firstMessage: 'data-override-first-message',
  prompt: 'data-override-prompt',
  voiceId: 'data-override-voice-id',
  userId: 'data-user-id',
  textOnly: 'data-text-only',
} as const satisfies Record<keyof CardAttributes, string>;

type Property = keyof typeof NAMES;

/** Reads what a card says of its agent; what is malformed is left out and named. */
export function readAttributes(attribute: (name: string) => string | null): ReadAttributes {
  const malformed: string[] = [];
  const attributes: Record<string, unknown> = {};
  for (const property of Object.keys(NAMES).filter(isProperty)) {
    const written = attribute(NAMES[property]);
    if (written === null) continue;
    const value = valueOf(property, written);
    if (isAttribute(property, value)) attributes[property] = value;
    else malformed.push(NAMES[property]);
  }
  return { attributes, malformed };
}

/** Whether a value is what these attributes may be; the one check, used on both sides of the message. */
export function isCardAttributes(value: unknown): value is CardAttributes {
  if (!isRecord(value)) return false;
  return Object.entries(value).every(([name, held]) => isProperty(name) && isAttribute(name, held));
}

function isProperty(name: string): name is Property {
  return Object.hasOwn(NAMES, name);
}

function valueOf(property: Property, written: string): unknown {
  switch (property) {
    case 'textOnly':
      // As in HTML: the attribute alone says yes.
      return { '': true, true: true, false: false }[written];
    case 'dynamicVariables':
      return parsed(written);
    case 'language':
      return written.toLowerCase();
    default:
      return written;
  }
}

function isAttribute(property: Property, value: unknown): boolean {
  switch (property) {
    case 'textOnly':
      return typeof value === 'boolean';
    case 'language':
      return typeof value === 'string' && /^[a-z]{2,3}(-[a-z]{2,4})?$/.test(value);
    case 'voiceId':
      return typeof value === 'string' && /^[A-Za-z0-9]{1,64}$/.test(value);
    case 'dynamicVariables':
      return isVariables(value);
    default:
      return isText(value, LENGTHS[property]);
  }
}

function isVariables(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const all = Object.entries(value);
  return (
    all.length <= VARIABLES.count &&
    all.every(([name, held]) => isText(name, VARIABLES.name) && isVariable(held))
  );
}

function isVariable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return (
    typeof value === 'boolean' || (typeof value === 'string' && value.length <= VARIABLES.value)
  );
}

function isText(value: unknown, most: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
