import type {
  FullConfig,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from 'playwright/types/testReporter';
import { tell } from '../../scripts/test/news.js';

/** Tells `npm test` of each test that has ended, so that it can show how far it is. */
export default class TellPlaywright implements Reporter {
  onBegin(_config: FullConfig, suite: Suite): void {
    tell({ more: suite.allTests().length });
  }

  onTestEnd(test: TestCase, { status, duration: ms }: TestResult): void {
    // The first is the empty root, the second the browser.
    const title = test.titlePath().slice(2).join(' > ');
    tell({ test: title, ms, hasFailed: status !== test.expectedStatus });
  }

  printsToStdio(): boolean {
    return false;
  }
}
