import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CONVERSATION_PATH } from '../../core/signed-url.ts';
import { isSecret } from './secret.ts';
import type { Signatures } from './signatures.ts';

export interface SignedUrlEndpointOptions {
  readonly apiKey: string;
  readonly agents: ReadonlySet<string>;
  readonly signatures: Signatures;
}

const schema = { hide: true, querystring: Type.Object({ agent_id: Type.String({ default: '' }) }) };

/** `GET /v1/convai/conversation/get-signed-url`, as at ElevenLabs; the URL names the Host asked. */
export const signedUrlEndpoint: FastifyPluginCallbackTypebox<SignedUrlEndpointOptions> = (
  app,
  { apiKey, agents, signatures },
  done,
) => {
  app.get(`${CONVERSATION_PATH}/get-signed-url`, { schema }, (request, reply) => {
    if (!isSecret(request.headers['xi-api-key'], apiKey)) {
      return reply.code(401).send(problem('invalid_api_key', 'Invalid API key'));
    }
    const { agent_id } = request.query;
    if (!agents.has(agent_id)) {
      return reply.code(404).send(problem('agent_not_found', 'There is no such agent'));
    }
    const signedUrl = new URL(`ws://${request.headers.host}${CONVERSATION_PATH}`);
    signedUrl.searchParams.set('agent_id', agent_id);
    signedUrl.searchParams.set('conversation_signature', signatures.issue(agent_id));
    return reply.send({ signed_url: signedUrl.href });
  });
  done();
};

/** An error in the shape of ElevenLabs' own. */
function problem(code: string, message: string): object {
  return { detail: { status: code, code, message } };
}
