import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPageLine } from '../../../entrypoints/picker/page-line.ts';
import { eventually } from '../../support/eventually.ts';

const TOKEN = 'the-secret';
const BOX = { x: 0, y: 0, width: 1, height: 1 };

let picker = new EventTarget();

beforeEach(() => {
  picker = new EventTarget();
  vi.stubGlobal('window', picker);
});
afterEach(() => void vi.unstubAllGlobals());

/** Gives the picker a port, as our script in the page does, or as the page might; gives the other end. */
function give(data: unknown): MessagePort {
  const { port1, port2 } = new MessageChannel();
  picker.dispatchEvent(new MessageEvent('message', { data, ports: [port2] }));
  return port1;
}

/** The next thing that is said on a port. */
function next(port: MessagePort): Promise<unknown> {
  return new Promise((said) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      port.onmessage = null;
      said(data);
    };
  });
}

test('the picker takes its line from whoever knows its secret, and asks for the keyboard', async () => {
  const line = openPageLine(TOKEN);
  const port = give(TOKEN);
  const heard = vi.fn<(news: unknown) => void>();
  line.hear(heard);
  expect(await next(port)).toEqual({ do: 'focus' });
  port.postMessage({ is: 'moved', box: BOX });
  await eventually(() => expect(heard).toHaveBeenCalledWith({ is: 'moved', box: BOX }));
  port.close();
});

test('a line that a page gives is not taken, before the right one or after it', async () => {
  const line = openPageLine(TOKEN);
  const [before, port, after] = [give('guessed'), give(TOKEN), give(TOKEN)];
  const told = vi.fn<() => void>();
  before.onmessage = told;
  after.onmessage = told;
  line.order({ do: 'take' });
  expect(await next(port)).toEqual({ do: 'take' });
  expect(told).not.toHaveBeenCalled();
  for (const one of [before, port, after]) one.close();
});

test('news that makes no sense is not heard', async () => {
  const line = openPageLine(TOKEN);
  const port = give(TOKEN);
  const heard = vi.fn<(news: unknown) => void>();
  line.hear(heard);
  await next(port);
  port.postMessage({ is: 'moved', box: '<b>' });
  port.postMessage({ is: 'moved', box: BOX });
  await eventually(() => expect(heard).toHaveBeenCalled());
  expect(heard.mock.calls).toEqual([[{ is: 'moved', box: BOX }]]);
  port.close();
});
