import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Agent, BackendAnswer } from '../../../entrypoints/shared/backend.ts';
import { createBackendStep } from '../../../entrypoints/welcome/backend-step.ts';
import { eventually } from '../../support/eventually.ts';

type Answer = BackendAnswer<Agent[] | null>;

const DOWN: Answer = { ok: false, trouble: { kind: 'unreachable' } };
const UP: Answer = { ok: true, value: [{ id: 'echo', name: 'Echo' }] };

describe('the backend step', () => {
  it('looks by itself, says what is wrong, and notices by itself when that is over', async () => {
    const fetchAgents = vi.fn(async (): Promise<Answer> => DOWN);
    const step = createBackendStep(signal('http://127.0.0.1:8787'), { fetchAgents });
    expect(step.check.value.is).toBe('running');
    await eventually(() => expect(step.check.value.is).toBe('failed'));
    fetchAgents.mockResolvedValue(UP);
    const noticing = step.notice();
    expect(step.check.value.is).toBe('failed');
    await noticing;
    expect(step.check.value.is).toBe('connected');
  });

  it('lets a backend alone that has been found', async () => {
    const fetchAgents = vi.fn(async () => UP);
    const step = createBackendStep(signal('http://127.0.0.1:8787'), { fetchAgents });
    await eventually(() => expect(step.check.value.is).toBe('connected'));
    await step.notice();
    expect(fetchAgents).toHaveBeenCalledOnce();
  });

  it('follows the address, and hears no late answer from the one before', async () => {
    const late = Promise.withResolvers<Answer>();
    const url = signal('http://127.0.0.1:1');
    const fetchAgents = (asked: string) =>
      asked.endsWith(':1') ? late.promise : Promise.resolve(UP);
    const step = createBackendStep(url, { fetchAgents });
    url.value = 'http://127.0.0.1:2';
    await eventually(() => expect(step.check.value.is).toBe('connected'));
    late.resolve(DOWN);
    await late.promise;
    await Promise.resolve();
    expect(step.check.value.is).toBe('connected');
  });
});
