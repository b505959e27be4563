import { expect, it } from 'vitest';
import { devicesOf } from '../../../../entrypoints/shared/ui/devices.ts';

it("lists devices of a kind by name, without the system's own names for them", () => {
  const all = [
    { kind: 'audioinput', deviceId: 'default', label: 'Default - Desk' },
    { kind: 'audioinput', deviceId: 'a1', label: 'Desk' },
    { kind: 'audioinput', deviceId: '', label: '' },
    { kind: 'audioinput', deviceId: 'a2', label: '' },
    { kind: 'audiooutput', deviceId: 'b1', label: 'Speaker' },
  ] as const;
  expect(devicesOf(all, 'audioinput')).toEqual([{ id: 'a1', label: 'Desk' }]);
  expect(devicesOf(all, 'audiooutput')).toEqual([{ id: 'b1', label: 'Speaker' }]);
});
