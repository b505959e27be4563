import type { Language } from '@11labs/client';
import type { CardAttributes } from '../../../core/card-attributes.ts';

/** What a card asks of its agent, as the SDK names it; what it does not say is not overridden. */
export function overridesOf(attributes: CardAttributes) {
  const { prompt, firstMessage, language, voiceId, dynamicVariables, userId } = attributes;
  const agent = {
    ...(prompt !== undefined && { prompt: { prompt } }),
    ...(firstMessage !== undefined && { firstMessage }),
    ...(isLanguage(language) && { language }),
  };
  return {
    overrides: { agent, ...(voiceId !== undefined && { tts: { voiceId } }) },
    ...(dynamicVariables !== undefined && { dynamicVariables: { ...dynamicVariables } }),
    ...(userId !== undefined && { userId }),
  };
}

/** The SDK's list is one of types alone, and it hands on what it is given: the agent refuses what it does not speak. */
function isLanguage(language: string | undefined): language is Language {
  return language !== undefined;
}
