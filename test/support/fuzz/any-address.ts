import fc from 'fast-check';
import { ELEVENLABS_HOSTS } from '../../../core/signed-url.ts';
import { anyText } from './any-value.ts';

/** Parts of addresses, those that are right among those that look so. */
const anyPart = fc.oneof(
  fc.constantFrom(
    'wss://',
    'ws://',
    'https://',
    'http://',
    'HTTPS://',
    'javascript:',
    'data:,',
    '//',
  ),
  fc.constantFrom(...ELEVENLABS_HOSTS, 'localhost', '127.0.0.1', '[::1]', '0x7f.1', 'evil.example'),
  fc.constantFrom(':8787', ':443', ':0', '@', 'u:p@', '.', '/', '\\', '?', '#', '%2f', '&', ';'),
  fc.constantFrom(
    '/v1/convai/conversation',
    'agent_id=echo',
    'agent_id=other',
    'x=1',
    '/..',
    '%00',
  ),
  anyText,
);

/** Addresses, most of them nearly such as we take. */
export const anyAddress = fc.oneof(
  fc
    .record({
      scheme: fc.constantFrom('wss://', 'ws://', 'https://', 'http://', 'WSS://', 'ftp://'),
      user: fc.constantFrom('', '', '', 'u@', 'api.elevenlabs.io@', ':p@'),
      host: fc.constantFrom(
        ...ELEVENLABS_HOSTS,
        'localhost',
        '127.0.0.1',
        'evil.example',
        '2130706433',
      ),
      tail: fc.constantFrom('', '', '', '.', ':8787', ':443', '.evil.example'),
      path: fc.constantFrom('/v1/convai/conversation', '/v1/convai/conversation/', '', '/', '/a//'),
      query: fc.constantFrom('', '?', '?agent_id=echo', '?agent_id=echo&agent_id=x', '?agent_id=x'),
      hash: fc.constantFrom('', '', '#', '#a'),
    })
    .map((parts) => Object.values(parts).join('')),
  fc.array(anyPart, { maxLength: 6 }).map((parts) => parts.join('')),
);
