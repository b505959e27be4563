import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';

const CARD_CLICK = v.strictObject({
  agentId: v.custom<string>(isAgentId),
  /** The person was told that another conversation runs, and chose this one. */
  replace: v.boolean(),
});
const MEND = v.picklist(['microphone', 'options']);
const NOTHING = v.optional(v.undefined());

/** A click that asks for a conversation. */
export type CardClick = v.InferOutput<typeof CARD_CLICK>;
/** Where an error can be mended. */
export type Mend = v.InferOutput<typeof MEND>;

/** What messages from pages must look like, each of them; see `FromContent` in messages.ts. */
export const UNTRUSTED = {
  hello: NOTHING,
  startCard: CARD_CLICK,
  endCard: NOTHING,
  mend: MEND,
} as const;
