import type { Language } from '@11labs/client';
import type { CardAttributes } from '../../../core/card-attributes.ts';

/** What a card asks of its agent, as the SDK names it; what it does not say is not overridden. */
export function overridesOf(attributes: CardAttributes) {
  const { prompt, firstMessage, language, voiceId, dynamicVariables, userId } = attributes;
  const agent = {
    ...(prompt !== undefined && { prompt: { prompt } }),
    ...(firstMessage !== undefined && { firstMessage }),
    // The SDK hands it on as it is; the agent refuses one that it does not speak.
    ...(language !== undefined && { language: language as Language }),
  };
  return {
    overrides: { agent, ...(voiceId !== undefined && { tts: { voiceId } }) },
    ...(dynamicVariables !== undefined && { dynamicVariables: { ...dynamicVariables } }),
    ...(userId !== undefined && { userId }),
  };
}
