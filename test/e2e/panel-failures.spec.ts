import type { Worker } from 'playwright';
import { type Change, changeBetween } from '../../core/feed.ts';
import { FAILURE_CODES, type FailureCode, type Remedy, remedy } from '../../core/remedy.ts';
import { expectAccessible } from '../support/axe.ts';
import { over } from '../support/conversation.ts';
import { freePort } from '../support/ports.ts';
import { sentence } from '../support/sentences.ts';
import { messageBox, openPanel, press, transcript, write } from './at-the-panel.ts';
import { expect, test } from './stage.ts';
import { until } from '../support/until.ts';

/** What stands on the button that mends a failure. */
const BUTTONS: Record<Remedy, readonly string[]> = {
  call_again: ['Call again'],
  microphone: ['Set up the microphone'],
  options: ['Open options'],
  sound: ['Choose another device'],
  switch: ['Talk here instead'],
  none: [],
};

test('every failure is said in words, with the button that mends it where there is one', async ({
  stage,
}) => {
  const worker = await stage.browser.worker();
  await playHost(worker);
  const panel = await openPanel(stage);
  const alert = panel.getByRole('alert');
  for (const code of FAILURE_CODES) {
    const said = sentence(`failure_${code}`);
    await tell(worker, endedBy(code));
    await expect(alert).toContainText(said);
    expect(said, code).toMatch(/^[A-Z].*[.?!]$/);
    await expect(alert.getByRole('button'), code).toHaveText([...BUTTONS[remedy(code)]]);
    // The same is not offered twice.
    const again = panel.getByRole('button', { name: 'Call again' });
    await expect(again, code).toHaveCount(1);
  }
});

test('a backend that is down loses nothing written; an agent that breaks off is called again; a microphone that is busy gives way to another', async ({
  stage,
  backend,
}) => {
  await stage.set({ backendUrl: `http://127.0.0.1:${await freePort()}`, maxLengthSeconds: 300 });
  const panel = await openPanel(stage);
  const alert = panel.getByRole('alert');
  const status = panel.getByRole('status');
  await test.step('nothing written is lost, the options open, and the backend is found when it is back', async () => {
    await expect(alert).toContainText('The voice backend cannot be reached.');
    await expectAccessible(panel);
    await write(panel, 'Do not lose this.');
    await expect(status).toContainText('Conversation ended');
    await expect(messageBox(panel)).toHaveValue('Do not lose this.');

    const opened = panel.context().waitForEvent('page');
    await press(panel, 'Open options');
    const options = await opened;
    await expect(options.getByRole('region', { name: 'Backend' })).toBeFocused();
    await stage.set({ backendUrl: backend.url });
    await panel.bringToFront();
    await expect(panel.getByRole('combobox', { name: 'Agent' })).toHaveValue('echo');
    await press(panel, 'Send');
    await expect(transcript(panel).getByText('Do not lose this.')).toHaveCount(2);
    await expect(alert).toBeHidden();
  });

  await test.step('an agent that breaks off is called again', async () => {
    await write(panel, '/close 1011');
    await expect(alert).toContainText('The agent had a problem and ended the conversation.');
    await expect(alert).toContainText('The other side said “You asked for it.”');
    await press(panel, 'Call again');
    await expect(status).toContainText('Your turn');
    await expect(alert).toBeHidden();
    await expect(messageBox(panel)).toBeFocused();
  });

  await test.step('what ends a conversation soon is said where its state is said', async () => {
    await stage.host.rings(285_000);
    await expect(status).toContainText('ends in 15 seconds.');
    await expect(status).toHaveCount(1);
    await expectAccessible(panel);
  });

  await test.step('a microphone that is busy gives way to another', async () => {
    await stage.host.refuseMicrophone('NotReadableError');
    await press(panel, 'Continue by voice');
    await expect(alert).toContainText('The microphone is in use by another program.');
    await press(panel, 'Choose another device');
    const microphone = panel.getByRole('combobox', { name: 'Microphone' });
    await expect(microphone).toBeFocused();
    await expectAccessible(panel);
    const stored = () =>
      panel.evaluate(async () => JSON.stringify(await chrome.storage.local.get('settings')));
    const before = await stored();
    await microphone.selectOption('Fake Audio Input 1');
    await until(stored, 'the settings').not.toBe(before);
    await panel.reload();
    await press(panel, 'Choose another device');
    await expect(microphone.getByRole('option', { selected: true })).toHaveText(
      'Fake Audio Input 1',
    );
  });
});

/** Has the service worker answer the panel's line, as the host does. */
async function playHost(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const line = new Promise((opened) => {
      chrome.runtime.onConnect.addListener((port) => port.name === 'view' && opened(port));
    });
    Reflect.set(globalThis, 'line', line);
  });
}

async function tell(worker: Worker, change: Change): Promise<void> {
  await worker.evaluate(async (news) => {
    const line = await Reflect.get(globalThis, 'line');
    line.postMessage(news);
  }, change);
}

function endedBy(code: FailureCode): Change {
  const end = { by: 'failure', failure: { code } } as const;
  return changeBetween(null, over({ id: code, end }));
}
