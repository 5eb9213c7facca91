/** Room for words: it grows as a person writes, and cuts nothing off. */
import type { TextareaHTMLAttributes } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Field, type FieldProps } from './Field';
import { tooLong } from './letters';
import './TextArea.css';

type Props = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  /** How many letters can be sent. */
  most?: number;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onInput' | 'value' | 'label' | 'maxLength'>;

export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  value,
  most,
  onInput,
  ...rest
}: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = box.current;
    if (!area || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    area.style.blockSize = 'auto';
    area.style.blockSize = `${area.scrollHeight + 4}px`;
  }, [value]);
  return (
    <Field
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      error={tooLong(value, most) ?? error}
    >
      {ids => (
        <textarea
          ref={box}
          class="input text-area"
          rows={4}
          dir="auto"
          autocomplete="off" // else the browser keeps what is written here, in a file of its own
          {...rest}
          {...ids}
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
