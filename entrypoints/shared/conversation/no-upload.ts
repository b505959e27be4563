/** Stands in for the SDK's way to send files, which this product never does. */
export function uploadFile(): never {
  throw new Error('a conversation sends no files');
}
