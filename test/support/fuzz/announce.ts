import type { TestProject } from 'vitest/node';
import { LEAST, type Plan } from './plan.ts';

/** Before the first test: chooses how properties are tried, unless the command did, and tells it. */
export default function announce(project: TestProject): void {
  const { FUZZ_SEED: seed, FUZZ_RUNS: runs } = process.env;
  const plan: Plan = {
    seed: seed === undefined ? Date.now() % 2 ** 31 : Number(seed),
    runs: runs === undefined ? LEAST : Number(runs),
  };
  project.provide('plan', plan);
  process.stdout.write(`Properties: ${plan.runs} cases each, seed ${plan.seed}\n`);
}
