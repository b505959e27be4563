import { backendFailure, mayTryPublicAgent } from '../../core/backend-answer.ts';
import { failure } from '../../core/failure.ts';
import type { Line } from '../../core/line.ts';
import { type Result, failed, good } from '../../core/result.ts';
import { mayReceiveMicrophone } from '../../core/signed-url.ts';
import type { Site } from '../../core/site.ts';
import { fetchSignedUrl } from '../shared/backend.ts';
import type { Settings } from '../../core/settings.ts';
import { loadSettings } from '../shared/settings-store.ts';
import { lastWish } from './journal.ts';
import { takeKept } from './kept-line.ts';
import { countStart } from './site-starts.ts';

/** Asks the backend where to talk to an agent, if that was not done before, and makes sure that a microphone may be sent there. */
export async function mint(agentId: string): Promise<Result<Line>> {
  const [settings, wish] = await Promise.all([loadSettings(), lastWish.getValue()]);
  return mintFor(agentId, wish?.site ?? null, settings);
}

/** The same, for a site, under settings that are known. */
export async function mintFor(
  agentId: string,
  site: Site | null,
  { backendUrl, allowPublicAgents }: Settings,
): Promise<Result<Line>> {
  const kept = await takeKept({ backendUrl, agentId, site });
  const answer = kept ?? (await fetchSignedUrl(backendUrl, agentId, site));
  if (answer.ok) {
    void countStart(site);
    const { signedUrl } = answer.value;
    const safe = mayReceiveMicrophone(new URL(signedUrl), new URL(backendUrl), agentId);
    return safe ? good(answer.value) : failed(failure('signed_url_refused'));
  }
  const tryPublic = allowPublicAgents && mayTryPublicAgent(answer.trouble);
  return tryPublic ? good({ publicAgentId: agentId }) : failed(backendFailure(answer.trouble));
}
