import { receive } from './receive.ts';
import { keepTranscript } from '../shared/transcript-store.ts';
import { publish } from './broker.ts';
import { reportLease } from './lease.ts';
import { mint } from './mint.ts';

/** Hears what the page that holds the conversation asks for and tells. */
export function hearHost(): void {
  receive('mint', ({ agentId }) => mint(agentId));
  receive('reportLease', reportLease);
  receive('changed', publish);
  receive('keep', keepTranscript);
}
