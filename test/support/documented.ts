import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Check } from 'typebox/schema';

/** The part of an OpenAPI document that is looked at here. */
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly responses?: Readonly<Record<string, Answer>>;
}
interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

/** Compares every answer of a backend with its own OpenAPI document; gives what does not match. */
export function compareWithDocument(app: FastifyInstance): readonly string[] {
  const wrong: string[] = [];
  let known: Document | undefined;
  const documentOf = (): Document => (known ??= JSON.parse(JSON.stringify(app.swagger())));
  app.addHook('onSend', (request, reply, payload, done) => {
    const fault = faultOf(documentOf, request, reply, payload);
    if (fault) wrong.push(`${request.method} ${request.url} ${reply.statusCode}: ${fault}`);
    done();
  });
  return wrong;
}

function faultOf(
  documentOf: () => Document,
  { method, routeOptions }: FastifyRequest,
  { statusCode }: FastifyReply,
  payload: unknown,
): string | null {
  const path = String(routeOptions.url).replaceAll(/:(\w+)/g, '{$1}');
  // Preflights, the document itself, and routes of the echo agent and of tests are no part of it.
  if (method === 'OPTIONS' || !/^\/(api\/|healthz|readyz|metrics)/.test(path)) return null;
  const operation = documentOf().paths?.[path]?.[method.toLowerCase()];
  const answer = answerOf(operation, statusCode);
  if (answer === undefined) return 'is no answer in the document';
  // Whatever stands in a 204 is never sent.
  return statusCode === 204 ? null : faultOfBody(answer, payload);
}

function answerOf({ responses = {} }: Operation = {}, status: number): Answer | undefined {
  return responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
}

function faultOfBody({ content = {} }: Answer, payload: unknown): string | null {
  const schema = Object.values(content)[0]?.schema;
  if (schema === undefined || typeof payload !== 'string') return 'has no schema, or no body';
  // Metrics are no JSON.
  const body: unknown = payload.startsWith('#') ? payload : JSON.parse(payload);
  return Check(schema, body) ? null : `is ${payload}, which does not fit`;
}
