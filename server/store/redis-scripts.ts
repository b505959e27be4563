import { createHash } from 'node:crypto';

/** A script that Redis runs as one step, between which nothing else happens. */
export interface Script {
  readonly text: string;
  /** By which Redis knows it once it has seen it. */
  readonly sha: string;
}

function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') };
}

/** How long a lease can still be found after it is over, in milliseconds: a report may be days late. */
export const LEASE_KEPT_MS = 3 * 24 * 60 * 60_000;

/** Adds to a counter, which never falls below nothing. */
const ADD = `
local function add(key, amount, expires_at)
  local value = redis.call('INCRBY', key, amount)
  if value < 0 then redis.call('SET', key, 0) end
  redis.call('PEXPIREAT', key, expires_at)
end
local function add_all(from, argument, amount)
  for i = from, #KEYS do
    add(KEYS[i], amount or ARGV[argument], ARGV[argument + 1])
    argument = argument + 2
  end
end
`;

/** What is handed out of a lease. */
export const LEASE_FIELDS = ['id', 'owner', 'at', 'spent', 'reported', 'touched'] as const;

/** The lease at KEYS[1], as it is handed out. */
const LEASE = `
local function lease() return redis.call('HMGET', KEYS[1], '${LEASE_FIELDS.join("', '")}') end
`;

// Tokens are four hashes: their names by SHA-256, and by name what never changes of them, as JSON, their
// SHA-256, and when they were revoked. They are the KEYS of all that follow, in this order.

/** ARGV: hash. */
export const TOKEN_BY_HASH = script(`
local name = redis.call('HGET', KEYS[1], ARGV[1])
if not name then return false end
return {redis.call('HGET', KEYS[2], name), ARGV[1], redis.call('HGET', KEYS[4], name)}
`);

/** ARGV: name, JSON, hash. */
export const CREATE_TOKEN = script(`
if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[3], ARGV[1])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
return 1
`);

/** ARGV: name, when. */
export const REVOKE_TOKEN = script(`
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0 then return 0 end
return redis.call('HSETNX', KEYS[4], ARGV[1], ARGV[2])
`);

/** ARGV: name, hash. */
export const ROTATE_TOKEN = script(`
local old = redis.call('HGET', KEYS[3], ARGV[1])
if not old or redis.call('HEXISTS', KEYS[4], ARGV[1]) == 1 then return 0 end
redis.call('HDEL', KEYS[1], old)
redis.call('HSET', KEYS[1], ARGV[2], ARGV[1])
redis.call('HSET', KEYS[3], ARGV[1], ARGV[2])
return 1
`);

/** KEYS: the pairing. */
export const TRY_PAIRING = script(`
local tries = redis.call('HGET', KEYS[1], 'tries')
if not tries or tonumber(tries) <= 0 then return false end
redis.call('HINCRBY', KEYS[1], 'tries', -1)
return {redis.call('HGET', KEYS[1], 'json'), tries}
`);

/**
 * KEYS: counters, then, with a lease, the lease and its owner's running ones. ARGV: how many counters,
 * cap, add and expiry of each; then id, owner, now, expiry and cap of the lease. An empty cap is none.
 */
export const RESERVE = script(`${ADD}
local count = tonumber(ARGV[1])
for i = 1, count do
  local cap = ARGV[3 * i - 1]
  if cap ~= '' and tonumber(redis.call('GET', KEYS[i]) or 0) >= tonumber(cap) then
    return {'counter', i - 1}
  end
end
if KEYS[count + 1] then
  local lease, running, at = KEYS[count + 1], KEYS[count + 2], 3 * count + 2
  local id, owner, now, expires_at, cap = unpack(ARGV, at, at + 4)
  redis.call('ZREMRANGEBYSCORE', running, '-inf', now)
  if cap ~= '' and redis.call('ZCARD', running) >= tonumber(cap) then
    return {'leases', tonumber(redis.call('ZRANGE', running, 0, 0, 'WITHSCORES')[2] or now)}
  end
  redis.call('ZADD', running, expires_at, id)
  redis.call('HSET', lease, 'id', id, 'owner', owner, 'at', now, 'touched', now, 'expires', expires_at,
    'spent', 0, 'over', 0, 'reported', 0)
  redis.call('PEXPIREAT', lease, expires_at + ${LEASE_KEPT_MS})
end
for i = 1, count do
  if tonumber(ARGV[3 * i]) > 0 then add(KEYS[i], ARGV[3 * i], ARGV[3 * i + 1]) end
end
return {'good', 0}
`);

/** KEYS: the lease and its owner's running ones, then counters. ARGV: id, then amount and expiry of each. */
export const GIVE_BACK = script(`${ADD}
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[1])
add_all(3, 2)
return 1
`);

/**
 * KEYS: the lease, its owner's running ones, the conversation, then counters. ARGV: id, owner,
 * now, expiry or '' for the end, 1 where the conversation is known, 1 where nothing was used so far, then nothing
 * and expiry of each counter.
 */
export const TOUCH = script(`${ADD}${LEASE}
local owner, at, touched, expires, over, reported =
  unpack(redis.call('HMGET', KEYS[1], 'owner', 'at', 'touched', 'expires', 'over', 'reported'))
if owner ~= ARGV[2] or over == '1' then return false end
local now = tonumber(ARGV[3])
local elapsed = math.max(0, math.min(now, tonumber(expires)) - tonumber(touched))
if reported == '1' or (ARGV[6] == '1' and touched == at) then elapsed = 0 end
local expires_at = ARGV[4] == '' and ARGV[3] or ARGV[4]
redis.call('HSET', KEYS[1], 'touched', ARGV[3], 'expires', expires_at, 'over', ARGV[4] == '' and 1 or 0)
redis.call('HINCRBY', KEYS[1], 'spent', elapsed)
redis.call('PEXPIREAT', KEYS[1], expires_at + ${LEASE_KEPT_MS})
if ARGV[4] == '' then redis.call('ZREM', KEYS[2], ARGV[1])
else redis.call('ZADD', KEYS[2], ARGV[4], ARGV[1]) end
if ARGV[5] == '1' then
  redis.call('SET', KEYS[3], ARGV[1], 'NX', 'PXAT', expires_at + ${LEASE_KEPT_MS})
end
add_all(4, 7, elapsed)
return lease()
`);

/** KEYS: the lease, then counters. ARGV: milliseconds spent, then nothing and expiry of each counter. */
export const SETTLE = script(`${ADD}
local spent, reported = unpack(redis.call('HMGET', KEYS[1], 'spent', 'reported'))
if not spent or reported == '1' then return 0 end
redis.call('HSET', KEYS[1], 'spent', ARGV[1], 'reported', 1)
add_all(2, 2, tonumber(ARGV[1]) - tonumber(spent))
return 1
`);

/** KEYS: what happens once, then counters. ARGV: until when, then amount and expiry of each. */
export const ADD_ONCE = script(`${ADD}
if not redis.call('SET', KEYS[1], 1, 'NX', 'PXAT', ARGV[1]) then return 0 end
add_all(2, 2)
return 1
`);
