/** The body of an answer as text, or null where there is none or it is longer than so many bytes. */
export async function readBody({ body }: Response, most: number): Promise<string | null> {
  if (body === null) return null;
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > most) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
