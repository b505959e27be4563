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

/** The SDK lists the languages it knows of; the agent itself refuses one that it does not speak. */
function isLanguage(code: string | undefined): code is Language {
  return code !== undefined;
}
