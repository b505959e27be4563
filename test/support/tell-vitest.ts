import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { tell } from '../../scripts/test/news.js';

/** Tells `npm test` of each test that has ended, so that it can show how far it is. */
export default class TellVitest implements Reporter {
  onTestModuleCollected({ children }: TestModule): void {
    tell({ more: [...children.allTests()].length });
  }

  onTestCaseResult(test: TestCase): void {
    const { relativeModuleId } = test.module;
    const ms = test.diagnostic()?.duration ?? 0;
    const hasFailed = test.result().state !== 'passed';
    tell({ test: `${relativeModuleId} > ${test.fullName}`, ms, hasFailed });
  }
}
