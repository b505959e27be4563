import type { Refusal } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { hashOf, isSameHash, isSecretShaped } from '../tokens/secret.ts';
import { type Token, standing } from '../tokens/token.ts';

/** Who asks: the bearer of a token, or, where none is needed, anybody. */
export type Bearer =
  | { readonly ok: true; readonly token: Token | null }
  | { readonly ok: false; readonly refusal: Refusal };

export interface AccessOptions {
  readonly store: Store;
  /** Whether others than this computer reach the backend, who always need a token. */
  readonly isPublic: boolean;
  /** Milliseconds since the epoch. */
  readonly today: () => number;
}

const REQUIRED: Refusal = {
  status: 401,
  error: 'This backend needs an access token.',
  code: 'token_required',
};
const INVALID: Refusal = {
  status: 401,
  error: 'This access token is not valid, or no longer.',
  code: 'token_invalid',
};
const EXPIRED: Refusal = {
  status: 401,
  error: 'This access token has expired.',
  code: 'token_expired',
};

/** Knows who asks by their `Authorization` header. */
export class Access {
  readonly #options: AccessOptions;
  /** Once there has been a token, there has always been one. */
  #hadTokens = false;

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /** Whether anybody on this computer may ask: nobody ever made a token. */
  async isOpen(): Promise<boolean> {
    if (this.#options.isPublic || this.#hadTokens) return false;
    this.#hadTokens = await this.#options.store.hasTokens();
    return !this.#hadTokens;
  }

  /** @param authorization the header, of which nothing is believed */
  async bearer(authorization: string | undefined): Promise<Bearer> {
    if (authorization === undefined) {
      return (await this.isOpen()) ? { ok: true, token: null } : { ok: false, refusal: REQUIRED };
    }
    const [, secret = ''] = /^bearer (\S+)$/i.exec(authorization) ?? [];
    if (!isSecretShaped(secret)) return { ok: false, refusal: INVALID };
    const hash = hashOf(secret);
    const token = await this.#options.store.tokenByHash(hash);
    if (token === null || !isSameHash(token.hash, hash)) return { ok: false, refusal: INVALID };
    const now = standing(token, this.#options.today());
    if (now === 'expired') return { ok: false, refusal: EXPIRED };
    return now === 'valid' ? { ok: true, token } : { ok: false, refusal: INVALID };
  }
}
