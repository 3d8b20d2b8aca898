import { expect, it } from 'vitest';
import { isWriting } from '../src/lib/focus';

function field(name: 'input' | 'textarea', value: string, type?: string): Element {
  const made = document.createElement(name);
  if (type) (made as HTMLInputElement).type = type;
  made.value = value;
  return made;
}

it('somebody writes where something stands in a field', () => {
  expect(isWriting(field('textarea', 'A thought'))).toBe(true);
  expect(isWriting(field('input', '12,', 'text'))).toBe(true);
  expect(isWriting(field('input', '70', 'number'))).toBe(true);
  expect(isWriting(field('textarea', ' '))).toBe(false);
  expect(isWriting(field('input', '', 'text'))).toBe(false);
  expect(isWriting(field('input', '1', 'radio'))).toBe(false);
  expect(isWriting(document.body)).toBe(false);
  expect(isWriting(null)).toBe(false);
});
