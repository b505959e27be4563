import { describe, expect, test } from 'vitest';
import { stepsFor } from '../../../scripts/test/changed.js';
import { choose } from '../../../scripts/test/choose.js';
import { STEPS } from '../../../scripts/test/steps.js';

const names = (steps: readonly { name: string }[]) => [...new Set(steps.map(({ name }) => name))];

describe('the steps of a run', () => {
  test('are all, where none is named', () => {
    expect(choose(STEPS, [])).toEqual(STEPS);
  });

  test('are those that are named, in their order, with what they need', () => {
    expect(names(choose(STEPS, ['lint', 'types']))).toEqual(['types', 'lint']);
    expect(names(choose(STEPS, ['firefox']))).toEqual(['build-firefox', 'firefox']);
    expect(names(choose(STEPS, ['browser', 'unit']))).toEqual([
      'build-chrome',
      'build-firefox',
      'unit',
      'browser',
    ]);
    expect(names(choose(STEPS, ['build']))).toEqual(['build-chrome', 'build-firefox']);
  });

  test('are named rightly, or none is taken', () => {
    expect(() => choose(STEPS, ['unit', 'brwoser'])).toThrow(/There is no step brwoser: choose/);
  });

  test('need steps that there are, which stand before them', () => {
    for (const [i, { needs = [], follows = [] }] of STEPS.entries()) {
      expect(names(STEPS.slice(0, i))).toEqual(expect.arrayContaining([...needs, ...follows]));
    }
  });
});

describe('what changes can touch', () => {
  const steps = (...files: string[]) => stepsFor(files, 'abc');
  const CHECKS = ['types', 'lint', 'format', 'dead-code'];
  const UNIT = ['build-chrome', 'build-firefox', 'unit', 'unit-without-imports'];

  test('is nothing but the quick checks, where there are none', () => {
    expect(names(steps())).toEqual(CHECKS);
  });

  test('of a unit test is found by its imports, beside tests that import nothing', () => {
    const found = steps('test/core/card.test.ts');
    expect(names(found)).toEqual([...CHECKS, ...UNIT]);
    const [unit, others] = found.filter(({ command }) => command === 'vitest');
    expect(unit?.args).toContain('--changed=abc');
    expect(others?.args).toEqual(
      expect.arrayContaining(['test/structure.test.ts', 'test/server/processes.test.ts']),
    );
  });

  test('of a browser test is found by its imports', () => {
    const found = steps('test/e2e/cards.spec.ts');
    expect(names(found)).toEqual([...CHECKS, ...UNIT, 'browser', 'firefox']);
    const browsers = found.filter(({ command }) => command === 'playwright');
    for (const { args } of browsers) expect(args).toContain('--only-changed=abc');
  });

  test.each(['core/card.ts', 'server/app.ts', 'locales/de.yml'])(
    'of the product, %s for one, is every browser test',
    (file) => {
      const found = steps(file, 'test/e2e/cards.spec.ts');
      expect(names(found)).toEqual(expect.arrayContaining(['browser', 'firefox', 'demo']));
      expect(found.flatMap(({ args }) => args)).not.toContain('--only-changed=abc');
    },
  );

  test.each([
    ['package-lock.json', true],
    ['README.md', true],
    ['wxt.config.ts', true],
    ['test/core/card.test.ts', false],
  ])('of %s touches the archives: %s', (file, isArchived) => {
    expect(names(steps(file)).includes('packages')).toBe(isArchived);
  });
});
