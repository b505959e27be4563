import { describe, expect, it } from 'vitest';
import type { Frame } from '../../server/echo-agent/frames.ts';
import { Speaker } from '../../server/echo-agent/speaker.ts';
import { silence } from '../support/caller.ts';

/** A speaker whose time passes only where it waits. */
function speaker(onWait: (passed: number) => void = () => undefined) {
  let now = 0;
  const ended = new AbortController();
  const sent: { frame: Frame; at: number }[] = [];
  const clock = {
    now: () => now,
    wait: async (ms: number) => {
      now += ms;
      onWait(now);
    },
  };
  const send = (frame: Frame) => void sent.push({ frame, at: now });
  return { speaker: new Speaker({ clock, send, signal: ended.signal }), sent, ended };
}

describe('speaker', () => {
  it('sends 100 ms at a time, at most 300 ms ahead of the ear', async () => {
    const { speaker: subject, sent } = speaker();
    await subject.speak(silence(1050), 7);
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 100, 200, 300, 400, 500, 600, 700, 800]);
    expect(sent.map(({ frame }) => frame)).toMatchObject(
      sent.map(() => ({ type: 'audio', audio_event: { event_id: 7 } })),
    );
    expect(subject.speaking).toBe(true);
  });

  it('is speaking for as long as the audio lasts', async () => {
    let heard = 0;
    const { speaker: subject } = speaker((now) => {
      if (subject.speaking) heard = now;
    });
    await subject.speak(silence(1000), 1);
    expect(heard).toBe(700);
    await subject.speak(silence(0), 2);
    expect(subject.speaking).toBe(false);
  });

  it('stops at once', async () => {
    const { speaker: subject, sent } = speaker((now) => {
      if (now === 200) subject.stop();
    });
    await subject.speak(silence(1000), 1);
    expect(sent).toHaveLength(4);
    expect(subject.speaking).toBe(false);
  });

  it('says one thing at a time', async () => {
    const { speaker: subject, sent } = speaker();
    const first = subject.speak(silence(1000), 1);
    await Promise.all([first, subject.speak(silence(400), 2)]);
    expect(sent.map(({ frame }) => frame)).toMatchObject(
      [1, 1, 1, 2, 2, 2, 2].map((event_id) => ({ audio_event: { event_id } })),
    );
  });

  it('is silent when the conversation is over', async () => {
    const {
      speaker: subject,
      sent,
      ended,
    } = speaker((now) => {
      if (now === 100) ended.abort();
    });
    await subject.speak(silence(1000), 1);
    expect(sent).toHaveLength(3);
  });
});
