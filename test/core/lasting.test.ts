import { describe, expect, test } from 'vitest';
import { isMadeUp, lastingClasses, tokenOf } from '../../core/lasting.ts';

describe('names that a tool made up', () => {
  test.each([
    ['css-1x2y3z', 'css-k1x9r2-Button', 'sc-bdVaJa', 'sc-abc123', 'hKmDxQ', 'svelte-1k2j9qf'],
    [
      'jsx-2871293847',
      'jss12',
      'makeStyles-root-23',
      'emotion-0',
      'Card_title__3xY9z',
      'astro-J7PV25F6',
    ],
    ['_1ab2c_12', 'x1lliihq', 'ng-tns-c1205077-0', 'radix-:r3:', ':r7:', '«r1»', 'ember1234'],
    ['md:w-1/2', '[&>svg]:size-4', 'headlessui-menu-button-3', '7f3a9c', '12345'],
  ])('%s …', (...names) => {
    expect(names.filter((name) => !isMadeUp(name))).toEqual([]);
  });
});

test('names that a person wrote', () => {
  const names = [
    'card',
    'pricing-card',
    'nav__item--active',
    'userProfile',
    'MuiButton-root',
    'btn',
    'btn-lg',

    'col-33',
    'post-48213',
    'h1',
    'is-open',
    'teaser__kicker',
    'elementor-col-33',
    'wp-block-group',
  ];
  expect(names.filter((name) => isMadeUp(name))).toEqual([]);
  expect(lastingClasses('  card css-1x2y3z card featured ')).toEqual(['card', 'featured']);
});

describe('attributes as tokens', () => {
  test.each([
    ['id', 'plans', 'id=plans'],
    ['id', 'radix-:r3:', null],
    ['href', 'https://shop.example/en/shoes/?utm_source=x', 'href=/shoes'],
    ['href', '/de-AT/shoes', 'href=/shoes'],
    ['href', '/about.html', 'href=/about'],
    ['href', 'https://other.example/', 'href=https://other.example'],
    ['href', '#', null],
    ['href', 'javascript:void(0)', null],
    ['href', 'mailto:ada@example.com', 'href=mailto:ada@example.com'],
    ['src', '/img/trail-runner-480x480.jpg?v=3', 'src=trail-runner'],
    ['src', '/img/logo.3f2a1b9c.svg', 'src=logo'],
    ['src', '/_next/image?url=%2Fimg%2Ftrail.jpg&w=640', 'src=trail'],
    ['src', 'data:image/png;base64,AAAA', null],
    ['data-product-id', '80114', 'data-product-id=80114'],
    ['data-v-2d1f7c04', '', null],
    ['data-index', '3', null],
    ['data-state', 'open', null],
    ['data-config', '{"a":1}', null],
    ['class', 'card', null],
    ['style', 'color: red', null],
    ['data-long', 'x'.repeat(101), null],
  ])('%s="%s" is %s', (name, value, token) => {
    expect(tokenOf(name, value)).toBe(token);
  });

  test('those of a custom element say what it is', () => {
    expect(tokenOf('sku', 'BR-117', true)).toBe('sku=BR-117');
    expect(tokenOf('sku', 'BR-117')).toBeNull();
    expect(tokenOf('slot', 'end', true)).toBeNull();
  });
});
