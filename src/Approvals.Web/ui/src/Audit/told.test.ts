import { describe, expect, it } from 'vitest';
import { told } from './told';

describe('told', () => {
  it('leaves out members that say nothing, and no others', () => {
    expect(told('{"service":"a","reason":null,"number":0,"was":{"by":null,"at":"1"}}')).toBe(
      '{"service":"a","number":0,"was":{"at":"1"}}',
    );
  });

  it('shows as it is what is no JSON', () => {
    expect(told('plain')).toBe('plain');
  });
});
