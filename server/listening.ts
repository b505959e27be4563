import type { Config } from './config.ts';

/** The backend cannot listen; its message is for the operator and says what to do instead. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

/** What can listen; a Fastify app is one. */
interface Listener {
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
}

/**
 * Begins to listen.
 * @returns the address, such as http://127.0.0.1:8787
 * @throws {CannotListen} where the system refuses the address or the port
 */
export async function listen(app: Listener, config: Config): Promise<string> {
  const { host, port } = config;
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    throw new CannotListen(refusal(cause, config), { cause });
  }
}

function refusal(error: unknown, { host, port }: Config): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE': {
      const other = port < 65_535 ? port + 1 : port - 1;
      return `Port ${port} of ${host} is in use, maybe by a backend that already runs: stop that program, or run \`PORT=${other} npm start\`.`;
    }
    case 'EACCES':
      return `This account may not listen on port ${port}: run \`PORT=8787 npm start\`, or choose another port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
      return `HOST=${host} is not an address of this computer: run \`HOST=127.0.0.1 npm start\`, or choose one that it has (0.0.0.0 is all of them).`;
    default:
      return `The backend cannot listen on port ${port} of ${host}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
