import { writeFileSync } from 'node:fs';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';

/** Leaves the run's counts in the file that TEST_COUNTS names, for the line at the end of `npm test`. */
export default class CountsReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(): void {
    const file = process.env['TEST_COUNTS'];
    if (file === undefined || this.#suite === undefined) return;
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const test of this.#suite.allTests()) {
      const outcome = test.outcome();
      if (outcome === 'skipped') counts.skipped += 1;
      else if (outcome === 'unexpected') counts.failed += 1;
      else counts.passed += 1;
    }
    writeFileSync(file, JSON.stringify(counts));
  }
}
