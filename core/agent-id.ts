/** What an agent's id may look like, wherever it comes from: 1 to 64 letters, digits, `_` or `-`. */
const AGENT_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a value is a well-formed agent id; the one check used at every border. */
export function isAgentId(value: unknown): value is string {
  return typeof value === 'string' && AGENT_ID.test(value);
}
