import { describe, expect, it } from 'vitest';
import { objecting, resisting } from '../../src/methods/consensing/ballot';

describe('resistance', () => {
  const empty = { method: 'consensing' as const, resistance: {}, objections: {} };

  it('of 0 is something else than none given', () => {
    expect(resisting(empty, 1, 0).resistance).toEqual({ 1: 0 });
    expect(resisting(resisting(empty, 1, 0), 1, undefined)).toEqual(empty);
  });

  it('may say why; an empty reason is none', () => {
    expect(objecting(empty, 1, 'too loud').objections).toEqual({ 1: 'too loud' });
    expect(objecting(objecting(empty, 1, 'too loud'), 1, '  ')).toEqual(empty);
  });
});
