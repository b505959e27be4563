/** The parts of a parsed address that decisions look at; a `URL` is one. */
export interface Address {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly searchParams: { getAll(name: string): string[] };
}

/** Names that can only mean this computer. IPv6's is absent: an extension's policy cannot name it. */
export const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1'];

/** Whether a host name is literally this computer, without asking any resolver. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname);
}

/** Whether an address carries a user name or password. */
export function hasCredentials(address: Address): boolean {
  return address.username !== '' || address.password !== '';
}
