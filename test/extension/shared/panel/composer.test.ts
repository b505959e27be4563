import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Conversation } from '../../../../core/conversation.ts';
import { failure } from '../../../../core/failure.ts';
import type { PageWish } from '../../../../core/messages.ts';
import { type Result, failed, good } from '../../../../core/result.ts';
import type { Agents } from '../../../../entrypoints/shared/panel/agents.ts';
import { createComposer } from '../../../../entrypoints/shared/panel/composer.ts';
import { createAttempts } from '../../../../entrypoints/shared/panel/trouble.ts';
import { over, talk, turn } from '../../../support/conversation.ts';
import { showing } from './shown.ts';

const AGENTS = {
  choices: signal([]),
  chosen: signal('echo'),
  names: signal(new Map()),
  failure: signal(null),
  tabId: signal(9),
  choose: () => undefined,
  known: async () => undefined,
  refresh: async () => undefined,
};

function composer(first: Conversation | null = null, agents: Agents = AGENTS) {
  const command = vi.fn(async (): Promise<Result> => good(null));
  const start = vi.fn(async (_wish: PageWish): Promise<Result> => good(null));
  const clock = { now: 10_000 };
  const { shown, show } = showing(first);
  const attempts = createAttempts();
  const doors = { command, start, now: () => clock.now };
  const model = createComposer({ doors, showing: shown, agents, attempts });
  return { model, command, start, clock, show, attempts };
}

const TEXT = { mode: 'text', site: null } as const;

describe('without a conversation', () => {
  it('what is written starts one in writing, and is its first words', async () => {
    const { model, start } = composer();
    model.type('  Hello  ');
    await model.send();
    expect(start).toHaveBeenCalledExactlyOnceWith({
      agentId: 'echo',
      tabId: 9,
      mode: 'text',
      text: 'Hello',
    });
    expect(model.text.value).toBe('');
  });

  it('what is written before anybody is there to hear it waits for that', async () => {
    const chosen = signal('');
    const known = async () => void (chosen.value = 'echo');
    const { model, start } = composer(null, { ...AGENTS, chosen, known });
    model.type('Hello');
    await model.send();
    expect(start).toHaveBeenCalledWith(expect.objectContaining({ agentId: 'echo' }));
  });

  it('nothing is sent of nothing, or twice', async () => {
    const { model, start } = composer();
    model.type(' \n ');
    await model.send();
    expect(start).not.toHaveBeenCalled();
    model.type('Hello');
    const sending = model.send();
    model.type('Hello');
    await Promise.all([sending, model.send()]);
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('one starts by voice without a word', async () => {
    const { model, start } = composer();
    await model.startByVoice();
    expect(start).toHaveBeenCalledWith({ agentId: 'echo', tabId: 9, mode: 'voice' });
    expect(model.isStarting.value).toBe(false);
  });

  it('words come back that could not be said, in front of what was written since', async () => {
    const { model, start, attempts } = composer();
    start.mockResolvedValueOnce(failed(failure('busy')));
    model.type('Hello');
    const sending = model.send();
    model.type('and more');
    await sending;
    expect(model.text.value).toBe('Hello\nand more');
    await attempts.trouble.value?.again();
    expect(start).toHaveBeenLastCalledWith(expect.objectContaining({ text: 'Hello\nand more' }));
  });

  it('words come back when the conversation fails before they were said, and only then', async () => {
    const failing = { by: 'failure', failure: failure('backend_unreachable') } as const;
    const { model, show } = composer(over({ id: 'before' }));
    model.type('Hello');
    await model.send();
    show(talk({ ...TEXT, phase: 'connecting' }));
    show(over({ ...TEXT, end: failing }));
    expect(model.text.value).toBe('Hello');

    await model.send();
    show(talk({ ...TEXT, id: 'b', entries: [turn('user', 'Hello')] }));
    show(over({ ...TEXT, id: 'b', end: failing, entries: [turn('user', 'Hello')] }));
    expect(model.text.value).toBe('');
  });
});

describe('in a conversation', () => {
  it('what is written goes into it, or comes back', async () => {
    const { model, command, start } = composer(talk());
    model.type('Hello');
    await model.send();
    expect(command).toHaveBeenLastCalledWith({ do: 'write', text: 'Hello' });
    expect(start).not.toHaveBeenCalled();
    command.mockResolvedValueOnce(failed(failure('not_running')));
    model.type('Again');
    await model.send();
    expect(model.text.value).toBe('Again');
  });

  it('typing is told, once in two seconds', () => {
    const { model, command, clock } = composer(talk());
    for (const text of ['H', 'He', '']) model.type(text);
    clock.now += 1_999;
    model.type('Hel');
    expect(command).toHaveBeenCalledExactlyOnceWith({ do: 'typing' });
    clock.now += 1;
    model.type('Hell');
    expect(command).toHaveBeenCalledTimes(2);
  });

  it('typing is told to nobody before the agent is there', () => {
    const { connectedAt: _none, ...connecting } = talk({ phase: 'connecting' });
    const { model, command } = composer(connecting);
    model.type('H');
    expect(command).not.toHaveBeenCalled();
  });
});
