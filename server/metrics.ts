import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Figure } from './budget/usage.ts';

/** How long ElevenLabs takes, in seconds. */
const LATENCY_BUCKETS = [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 4];

/** What can be measured from outside, as Prometheus reads it. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #mints = new Counter({
    name: 'voice_cards_mints_total',
    help: 'Conversations that were asked for, by how that ended.',
    labelNames: ['outcome'] as const,
    registers: [this.#registry],
  });
  readonly #upstream = new Histogram({
    name: 'voice_cards_upstream_seconds',
    help: 'How long ElevenLabs took to answer.',
    buckets: LATENCY_BUCKETS,
    registers: [this.#registry],
  });
  readonly #used = new Gauge({
    name: 'voice_cards_budget_used',
    help: 'What has been used of the budgets of the whole server.',
    labelNames: ['limit'] as const,
    registers: [this.#registry],
  });
  readonly #most = new Gauge({
    name: 'voice_cards_budget_most',
    help: 'The budgets of the whole server.',
    labelNames: ['limit'] as const,
    registers: [this.#registry],
  });

  /** Measures the process and its event loop, too; for as long as it lives. */
  withProcess(): this {
    collectDefaultMetrics({ register: this.#registry });
    return this;
  }

  /** @param outcome `minted`, or the word of the refusal */
  minted(outcome: string): void {
    this.#mints.inc({ outcome });
  }

  /** @param ms how long ElevenLabs took */
  answered(ms: number): void {
    this.#upstream.observe(ms / 1000);
  }

  /** Everything, as text. */
  async text(budgets: readonly Figure[]): Promise<string> {
    for (const { limit, used, most } of budgets) {
      this.#used.set({ limit }, used);
      if (most !== null) this.#most.set({ limit }, most);
    }
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}
