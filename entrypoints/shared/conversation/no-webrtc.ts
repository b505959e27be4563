/** Stands in for the SDK's WebRTC connection, which this product never opens. */
export class WebRTCConnection {
  static create(): never {
    throw new Error('conversations run over WebSocket only');
  }
}
