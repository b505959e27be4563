import type { Worker } from 'playwright';

/** A message that a content script sent, as it arrives at the background. */
interface Sent {
  readonly type: string;
  readonly data: unknown;
}

/** Listens beside the background to what pages send it. */
export class SentMessages {
  readonly #worker: Worker;

  static async to(worker: Worker): Promise<SentMessages> {
    await worker.evaluate(() => {
      const heard: unknown[] = [];
      Reflect.set(globalThis, 'heard', heard);
      chrome.runtime.onMessage.addListener((message) => void heard.push(message));
    });
    return new SentMessages(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** What was sent by this name, oldest first. */
  async all(type: string): Promise<unknown[]> {
    const heard = await this.#worker.evaluate((): Sent[] => Reflect.get(globalThis, 'heard'));
    return heard.filter((message) => message.type === type).map(({ data }) => data);
  }
}
