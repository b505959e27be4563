import { Conversation } from '@11labs/client';
import { describe, expect, it } from 'vitest';
import { listening } from '../support/backend.ts';

/** What a callback was called with, to be awaited. */
function calls<T>() {
  const seen: T[] = [];
  const waiting: (() => void)[] = [];
  return {
    take: (value: T) => {
      seen.push(value);
      waiting.splice(0).forEach((wake) => wake());
    },
    async first(matches: (value: T) => boolean): Promise<T> {
      for (;;) {
        const found = seen.find(matches);
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

async function signedUrl(): Promise<string> {
  const { host } = await listening();
  const response = await fetch(`http://${host}/api/voice-sdk/signed-url/echo`);
  const body: { signed_url: string } = JSON.parse(await response.text());
  return body.signed_url;
}

describe('the unmodified SDK, in writing', () => {
  it('talks to the echo agent as to any other', async () => {
    const messages = calls<{ message: string; role: string }>();
    const ends = calls<object>();
    const pings = calls<object>();
    const conversation = await Conversation.startSession({
      signedUrl: await signedUrl(),
      textOnly: true,
      onMessage: messages.take,
      onDisconnect: ends.take,
      onPing: pings.take,
      clientTools: { add: ({ message }) => `got ${message}` },
    });
    expect(conversation.getId()).toMatch(/^conv_/);
    expect(await messages.first(() => true)).toMatchObject({
      message: expect.stringMatching(/^Hello/),
      role: 'agent',
    });
    await pings.first(() => true);
    conversation.sendUserMessage('Is this thing on?');
    await messages.first(
      ({ message, role }) => role === 'agent' && message === 'Is this thing on?',
    );
    conversation.sendUserMessage('/tool add');
    await messages.first(({ message }) => message.startsWith('got Hello'));
    await conversation.endSession();
    expect(await ends.first(() => true)).toMatchObject({ reason: 'user' });
  });

  it('learns why a used URL is refused', async () => {
    const url = await signedUrl();
    const first = await Conversation.startSession({ signedUrl: url, textOnly: true });
    const second = Conversation.startSession({ signedUrl: url, textOnly: true });
    await expect(second).rejects.toMatchObject({
      closeCode: 3000,
      closeReason: expect.stringContaining('used'),
    });
    await first.endSession();
  });

  it('learns of an error and a close', async () => {
    const errors = calls<string>();
    const ends = calls<object>();
    const conversation = await Conversation.startSession({
      signedUrl: await signedUrl(),
      textOnly: true,
      onError: errors.take,
      onDisconnect: ends.take,
    });
    conversation.sendUserMessage('/error quota');
    expect(await errors.first(() => true)).toContain('quota');
    expect(await ends.first(() => true)).toMatchObject({ reason: 'error', closeCode: 1002 });
  });
});
