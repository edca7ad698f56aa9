import { useState } from 'react';

/** A text that is written when one leaves the field, not at every key. */
export function useTyped(value: string, write: (text: string) => unknown) {
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const text = typed !== null && typed.over === value ? typed.text : value;
  return {
    value: text,
    onChange: (event: { target: { value: string } }) => setTyped({ text: event.target.value, over: value }),
    onBlur: () => {
      if (text !== value) {
        void write(text);
      }
    },
  };
}
