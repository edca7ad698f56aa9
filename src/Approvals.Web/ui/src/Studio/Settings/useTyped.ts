import { useState } from 'react';

/** A text that is written when one leaves the field, not at every key; what is refused stays in the field. */
export function useTyped(value: string, write: (text: string) => unknown) {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? value,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: () => {
      setTyped(undefined);
      if (typed !== undefined && typed !== value) {
        void Promise.resolve(write(typed)).then((saved) => {
          if (saved === false) {
            setTyped((newer) => newer ?? typed);
          }
        });
      }
    },
  };
}
