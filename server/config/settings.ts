import leven from 'leven';

/** Every setting of the backend; `.env.example` explains each. */
export const SETTINGS = [
  'ELEVENLABS_API_KEY',
  'ELEVENLABS_AGENTS',
  'ELEVENLABS_API_BASE',
  'HOST',
  'PORT',
  'PUBLIC_HOSTS',
  'TLS_CERT_FILE',
  'TLS_KEY_FILE',
  'TRUSTED_PROXIES',
  'EXTENSION_ORIGINS',
  'DATA_DIR',
  'REDIS_URL',
  'MINTS_PER_DAY',
  'MINUTES_PER_DAY',
  'REQUESTS_PER_MINUTE',
  'ELEVENLABS_WEBHOOK_SECRET',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'LOG_FORMAT',
] as const;

export type Setting = (typeof SETTINGS)[number];

/** What people put before a name: a setting is the same without it. */
const PREFIX = /^(ELEVEN_?LABS|ELEVEN|XI|VOICE_?CARDS|BACKEND|SERVER|APP|HTTPS?|LISTEN)_?/;
/** Names that begin so can only be meant for this backend. */
const OURS = /^(ELEVEN|XI_|VOICE_?CARDS)/i;
/** From this many letters on, a word that a name shares with a setting is no coincidence. */
const TELLING = 7;

/** Whether a name is that of a setting. */
export function isSetting(name: string): name is Setting {
  return SETTINGS.some((setting) => setting === name);
}

/** Whether a name that is no setting was probably meant for this backend. */
export function isForUs(name: string): boolean {
  return OURS.test(name) || settingLike(name) !== null;
}

/** Returns the setting that a name was probably meant to be, or null where it looks like none. */
export function settingLike(name: string): Setting | null {
  const words = wordsOf(name);
  const alike = SETTINGS.filter(
    (setting) =>
      isOfSameService(name, setting) &&
      (isSlip(lettersOf(name), lettersOf(setting), 8) || isAlike(words, wordsOf(setting))),
  );
  const distance = (setting: Setting) => leven(words.join(''), wordsOf(setting).join(''));
  return alike.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}

/** A name with ElevenLabs in it was meant for one of its settings. */
function isOfSameService(name: string, setting: Setting): boolean {
  return !/^(ELEVEN|XI_)/i.test(name) || setting.startsWith('ELEVENLABS_');
}

/** Whether a name is part of a setting's, begins like a longer one, has a telling word of it, or is a slip of it. */
function isAlike(name: readonly string[], setting: readonly string[]): boolean {
  if (name.length === 0) return false;
  const isPart = name.every((word) => setting.includes(word));
  const isTelling = name.some((word) =>
    setting.some((own) => own.length >= TELLING && isSlip(word, own, 5)),
  );
  const begins = isLong(setting) && isSlip(name[0] ?? '', setting[0] ?? '', 5);
  return isPart || isTelling || begins || isSlip(name.join(''), setting.join(''), 4);
}

/** HOST and PORT are words that begin the names of others, too. */
function isLong(setting: readonly string[]): boolean {
  return setting.length > 1 || setting[0] === 'AGENTS';
}

/** Whether a word is another with its letters exchanged, or with one letter in so many wrong. */
function isSlip(word: string, other: string, letters: number): boolean {
  const sorted = (each: string) => each.split('').toSorted().join('');
  const most = Math.floor(Math.max(word.length, other.length) / letters);
  return sorted(word) === sorted(other) || leven(word, other) <= most;
}

function wordsOf(name: string): readonly string[] {
  const rest = name.toUpperCase().replace(PREFIX, '');
  return rest.split(/[^A-Z0-9]+/).filter(Boolean);
}

function lettersOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
