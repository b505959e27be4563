import { expect, test } from 'vitest';
import { Hush } from '../../../../entrypoints/shared/conversation/hush.ts';

const audio = (eventId: number) => ({ type: 'audio', eventId });

/** Stopped in the middle of the turn with the event id 4. */
function hushed(): Hush {
  const hush = new Hush();
  hush.see({ type: 'agent_response', eventId: 4 });
  hush.see(audio(4));
  hush.begin();
  return hush;
}

test('nothing more is heard of the turn that was stopped', () => {
  const hush = hushed();
  for (const frame of [audio(4), audio(4), { type: 'ping', eventId: 9 }]) hush.see(frame);
  expect(hush.isOn).toBe(true);
  // Its words may come after its sound.
  hush.see({ type: 'agent_response', eventId: 4 });
  expect(hush.isOn).toBe(true);
});

test.each([
  { type: 'agent_response', eventId: 5 },
  { type: 'user_transcript', eventId: 5 },
  { type: 'interruption', eventId: 5 },
])('the next turn is heard again: $type', (frame) => {
  const hush = hushed();
  hush.see(frame);
  expect(hush.isOn).toBe(false);
});

test('what the person writes begins the next turn', () => {
  const hush = hushed();
  hush.end();
  expect(hush.isOn).toBe(false);
});
