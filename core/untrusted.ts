import * as v from 'valibot';
import { isAgentId } from './agent-id.ts';
import { type CardAttributes, isCardAttributes } from './card-attributes.ts';

const AGENT_ID = v.custom<string>(isAgentId);
const CARD_CLICK = v.strictObject({
  agentId: AGENT_ID,
  /** The person was told that another conversation runs, and chose this one. */
  replace: v.boolean(),
  /** Whether this page may not have shown the person what was clicked: then they are asked. */
  isDoubtful: v.boolean(),
  /** Whether the panel should open with it; the browser allows that in this very task alone. */
  panel: v.boolean(),
  attributes: v.custom<CardAttributes>(isCardAttributes),
});
const MEND = v.picklist(['microphone', 'options', 'sound']);
const NOTHING = v.optional(v.undefined());

/** A click that asks for a conversation. */
export type CardClick = v.InferOutput<typeof CARD_CLICK>;
/** Where an error can be mended. */
export type Mend = v.InferOutput<typeof MEND>;

/** What messages from pages must look like, each of them; see `FromContent` in messages.ts. */
export const UNTRUSTED = {
  hello: v.boolean(),
  marks: NOTHING,
  siteCards: NOTHING,
  prepare: AGENT_ID,
  startCard: CARD_CLICK,
  endCard: NOTHING,
  muteCard: v.boolean(),
  openPanel: NOTHING,
  wantFace: NOTHING,
  mend: MEND,
  aim: NOTHING,
} as const;
