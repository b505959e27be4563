import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { readEnv, readEnvFile } from '../../server/config/env-file.ts';
import { SETTINGS } from '../../server/config/settings.ts';
import { dataFolder } from '../support/process.ts';

/** What must never be repeated. */
const SECRET = 'sk_canary_0123456789abcdef';

function read(text: string) {
  return readEnv(Buffer.from(text), '.env');
}

/** The mistakes of a file, none of which may repeat a secret. */
function mistakesIn(text: string): readonly string[] {
  const { mistakes } = read(text);
  expect(mistakes.join('\n')).not.toContain('canary');
  return mistakes;
}

describe('a settings file', () => {
  it.each([
    ['as in .env.example', 'PORT=8797'],
    ['for a shell', 'export PORT=8797'],
    ['with spaces', '  PORT = 8797  '],
    ['with a comment', 'PORT=8797 # the other one'],
    ['in quotes', 'PORT="8797"'],
    ['in single quotes with a comment', "PORT='8797' # the other one"],
    ['from Windows', '# ports\r\nPORT=8797\r\n'],
    ['from an old Macintosh', '# ports\rPORT=8797\r'],
    ['added to a copy of .env.example', 'PORT=\nPORT=8797'],
    ['put before what is empty in .env.example', 'PORT=8797\nPORT='],
  ])('is read %s', (_how, text) => {
    expect(read(text)).toMatchObject({ values: { PORT: '8797' }, mistakes: [] });
  });

  it('is read as Node.js reads it', () => {
    const text = `# a\n\nDATA_DIR='a # b'\nREDIS_URL=redis://x:y@z # c\nTZ=UTC\nMETRICS_TOKEN="a b"\nHOST=`;
    const { HOST: _empty, ...known } = parseEnv(text);
    expect(read(text)).toMatchObject({ values: known, mistakes: [] });
  });

  it('says where each value stands', () => {
    const { places } = read('# first\nPORT=1\n\nHOST=::\n');
    expect(Object.fromEntries(places)).toEqual({ PORT: '.env, line 2', HOST: '.env, line 4' });
  });

  it.each([
    ['PORT: 8797', 'there is a ":" where "=" belongs. Write PORT=value.'],
    ['"PORT": "8797",', 'there is a ":" where "=" belongs. Write PORT=value.'],
    [`api_key: ${SECRET}`, 'there is a ":" where "=" belongs. Write ELEVENLABS_API_KEY=value.'],
    ['name: x', 'there is a ":" where "=" belongs. Write NAME=value.'],
    ['PORT 8797', 'there is no "=". Write PORT=value, or "#" before a comment.'],
    [SECRET, 'there is no "=". Write NAME=value, or "#" before a comment.'],
    ['// ports', 'there is no "=". Write NAME=value, or "#" before a comment.'],
    [`=${SECRET}`, 'only letters, digits and "_" belong before the "=".'],
    ['MY NAME=x', 'only letters, digits and "_" belong before the "=".'],
    ['set PORT=8797', '"set" is for the command line. Write NAME=value alone.'],
    ['$env:PORT=8797', '"$env:" is for the command line. Write NAME=value alone.'],
    ['export\tPORT=8797', '"export" is for the command line. Write NAME=value alone.'],
    [
      'PORT\u00a0=8797',
      'there is an invisible character (U+00A0) before the "=". Type the name again.',
    ],
    [
      '\u200bPORT=8797',
      'there is an invisible character (U+200B) before the "=". Type the name again.',
    ],
    ['"PORT=8797"', 'this is not the name of a setting. Did you mean PORT=value?'],
    [
      'ELEVENLABS-API-KEY=x',
      'this is not the name of a setting. Did you mean ELEVENLABS_API_KEY=value?',
    ],
    [
      'NODE_OPTIONS=x',
      'Node.js reads NODE_OPTIONS when it starts, before this file. Set it in the environment.',
    ],
  ])('has a line that is not NAME=value: %s', (line, mistake) => {
    expect(mistakesIn(`# first\n${line}`)).toEqual([`.env, line 2: ${mistake}`]);
  });

  it.each([
    [`ELEVENLABS_API_KEY="${SECRET}`, 'begins with " but does not end with it.'],
    [`ELEVENLABS_API_KEY=${SECRET}'`, "ends with ' but does not begin with it."],
    [
      `ELEVENLABS_API_KEY='${SECRET}' x`,
      "goes on after its closing '. Put all of it in one pair of quotes.",
    ],
    [`ELEVENLABS_API_KEY=“${SECRET}”`, 'is in typographic quotes. Use " or no quotes.'],
  ])('has quotes that are none: %s', (line, mistake) => {
    expect(mistakesIn(line)).toEqual([`.env, line 1: the value of ELEVENLABS_API_KEY ${mistake}`]);
  });

  it.each([
    ['METRICS_TOKEN=canary#0123456789ab', 'the "#" would cut off the value of METRICS_TOKEN.'],
    ['METRICS_TOKEN=#canary0123456789ab', 'the "#" would cut off the value of METRICS_TOKEN.'],
    [
      'ELEVENLABS_AGENTS=a=Agent #1, b=Agent #2',
      'the "#" would cut off the value of ELEVENLABS_AGENTS.',
    ],
    [`ELEVENLABS_API_KEY=${SECRET};`, 'the ";" would belong to the value of ELEVENLABS_API_KEY.'],
    [`ELEVENLABS_API_KEY=${SECRET},`, 'the "," would belong to the value of ELEVENLABS_API_KEY.'],
    [`ELEVENLABS_API_KEY==${SECRET}`, '"=" follows the "=" after ELEVENLABS_API_KEY.'],
    ['PORT=>8797', '">" follows the "=" after PORT.'],
    ['DATA_DIR=~/data', 'the "~" in the value of DATA_DIR is replaced in a shell, but not here.'],
    [
      'DATA_DIR="$HOME/data"',
      'the "$" in the value of DATA_DIR is replaced in a shell, but not here.',
    ],
    [
      'METRICS_TOKEN=${CANARY_canary}',
      'the "$" in the value of METRICS_TOKEN is replaced in a shell, but not here.',
    ],
    [
      'DATA_DIR=%APPDATA%\\data',
      'the "%" in the value of DATA_DIR is replaced in a shell, but not here.',
    ],
    ['DATA_DIR="C:\\new"', 'in double quotes, the \\n in the value of DATA_DIR is a new line.'],
  ])('has a value that would be another one: %s', (line, mistake) => {
    expect(mistakesIn(line)).toEqual([expect.stringContaining(`.env, line 1: ${mistake}`)]);
  });

  it.each([
    ['METRICS_TOKEN="canary#$HOME;"', 'canary#$HOME;'],
    ["DATA_DIR='~/data'", '~/data'],
    ["DATA_DIR='C:\\new'", 'C:\\new'],
    ['ELEVENLABS_AGENTS=a=Anna,', 'a=Anna,'],
    ['DATA_DIR=it\'s "here"', 'it\'s "here"'],
  ])('has a value that is meant so: %s', (line, value) => {
    const { values, mistakes } = read(line);
    expect([Object.values(values), mistakes]).toEqual([[value], []]);
  });

  it('sets nothing twice', () => {
    expect(mistakesIn(`PORT=1\nELEVENLABS_API_KEY=${SECRET}\nPORT=2`)).toEqual([
      '.env, line 3: PORT was set before, in .env, line 1. Keep one of the two.',
    ]);
  });

  it('may hold variables of others', () => {
    const text = 'TZ=UTC\nNODE_ENV=production\nCOMPOSE_PROJECT_NAME=voice\nDATABASE_URL=$HOME;';
    expect(read(text)).toMatchObject({ values: { TZ: 'UTC' }, mistakes: [] });
  });
});

describe('the file itself', () => {
  it('may begin with a byte order mark, which hides the first name', () => {
    expect(mistakesIn(`\ufeffELEVENLABS_API_KEY=${SECRET}`)).toEqual([
      '.env, line 1: a byte order mark hides the name that follows it. Save the file as UTF-8 without BOM.',
    ]);
  });

  it.each([
    ['UTF-16, as Windows PowerShell writes', Buffer.from('\ufeffPORT=8797\r\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('PORT=8797', 'utf16le')],
  ])('is not read as %s', (_what, contents) => {
    expect(readEnv(contents, '.env').mistakes).toEqual([
      '.env is UTF-16, or not text. Save the file as UTF-8.',
    ]);
  });

  it('is not read as Latin-1', () => {
    const contents = Buffer.from('PORT=1\nELEVENLABS_AGENTS=a=Jürgen', 'latin1');
    expect(readEnv(contents, '.env').mistakes).toEqual([
      '.env, line 2: there are characters that are not UTF-8. Save the file as UTF-8.',
    ]);
  });

  it('need not exist, but for one that an editor has named otherwise', () => {
    const path = join(dataFolder(), '.env');
    expect(readEnvFile(path)).toMatchObject({ values: {}, mistakes: [] });
    writeFileSync(`${path}.txt`, 'PORT=1');
    expect(readEnvFile(path).mistakes).toEqual(['Rename .env.txt to .env.']);
    writeFileSync(path, 'PORT=2');
    expect(readEnvFile(path)).toMatchObject({ values: { PORT: '2' }, mistakes: [] });
  });

  it('must be a file that can be read', () => {
    const path = join(dataFolder(), '.env');
    mkdirSync(path);
    expect(readEnvFile(path).mistakes).toEqual(['.env is a folder. Replace it by a file.']);
    rmSync(path, { recursive: true });
    writeFileSync(path, '');
    // What stands below a file cannot be read, even by an administrator.
    expect(readEnvFile(join(path, '.env')).mistakes).toEqual([
      '.env cannot be read (ENOTDIR). Let this account read it.',
    ]);
  });
});

describe('the configuration by a file', () => {
  const told = (text: string, env: Record<string, string> = {}) => {
    const reading = readConfig(env, { file: read(text) });
    return reading.ok ? reading.config : reading.mistakes;
  };

  it('counts where the environment says nothing', () => {
    expect(told('PORT=1\nHOST=localhost', { PORT: '2' })).toMatchObject({
      port: 2,
      host: 'localhost',
    });
    expect(told('PORT=1', { PORT: '' })).toMatchObject({ port: 8787 });
  });

  it('is that of nothing for a copy of .env.example', () => {
    const file = readEnvFile('.env.example');
    expect(readConfig({}, { file })).toEqual(readConfig({}));
    expect(file.mistakes).toEqual([]);
  });

  it('says on which line a mistake stands, and only where the file is at fault', () => {
    const text = `ELEVENLABS_API_KEY=${SECRET}\nELEVENLABS_AGENTS=a=Anna; b=Bob\nPORT=x`;
    expect(told(text, { PORT: 'y' })).toEqual([
      'PORT must be a number from 0 to 65535; 0 means any free port.',
      '.env, line 2: ELEVENLABS_AGENTS has "a=Anna; b=Bob" for one agent. Separate agents by commas: id=Name, id=Name.',
    ]);
  });

  it('misses nothing that may stand on a line with a mistake', () => {
    expect(told(`ELEVENLABS_API_KEY=${SECRET}\nELEVENLABS_AGENT=a=Anna`)).toEqual([
      '.env, line 2: ELEVENLABS_AGENT is not a setting. Did you mean ELEVENLABS_AGENTS?',
    ]);
  });

  it('is the same for every setting: each that can be told is read', () => {
    const asked = new Set<string | symbol>();
    readConfig(new Proxy({}, { get: (_none, name) => void asked.add(name) }));
    expect(asked).toEqual(new Set(SETTINGS));
  });
});
