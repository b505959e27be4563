import { failure } from '../../core/failure.ts';
import { type Result, failed } from '../../core/result.ts';
import type { Wish } from '../../core/wish.ts';

/** Starts what somebody wishes for. */
export async function startWish(_wish: Wish, _replace: boolean): Promise<Result> {
  return failed(failure('unexpected'));
}
