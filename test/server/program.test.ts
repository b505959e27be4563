import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NO_FILE } from '../../server/config/env-file.ts';
import { readCall } from '../../server/program.ts';
import { dataFolder } from '../support/process.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Reads this command line. */
function called(...words: string[]) {
  const { argv } = process;
  process.argv = ['node', 'server/token.ts', ...words];
  const call = readCall();
  process.argv = argv;
  return call;
}

describe('the command line of a program', () => {
  it('needs no settings file', () => {
    expect(called('create', '--name', 'Ann')).toEqual({
      file: NO_FILE,
      words: ['create', '--name', 'Ann'],
    });
  });

  it('may name one, whose other variables reach the environment, but for what is there', () => {
    vi.stubEnv('OTHER_ONE', undefined);
    vi.stubEnv('OTHER_TWO', 'kept');
    vi.stubEnv('PORT', undefined);
    const path = join(dataFolder(), '.env');
    writeFileSync(path, 'PORT=1\nOTHER_ONE=1\nOTHER_TWO=2\n');
    const { file, words } = called(`--settings=${path}`, 'list');
    expect([file.values['PORT'], words]).toEqual(['1', ['list']]);
    const { OTHER_ONE, OTHER_TWO, PORT } = process.env;
    expect([OTHER_ONE, OTHER_TWO, PORT]).toEqual(['1', 'kept', undefined]);
  });
});
