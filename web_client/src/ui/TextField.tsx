/** One line of text; what is too long to send stays, and is said. */
import { Field, type FieldProps } from './Field';
import { tooLong } from './letters';

type Props = FieldProps & {
  value: string;
  onInput: (value: string) => void;
  type?:
    | 'text'
    | 'email'
    | 'password'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'number'
    | 'search'
    | 'url';
  name?: string;
  autocomplete?: string;
  autocapitalize?: 'none' | 'sentences' | 'words';
  inputMode?: 'text' | 'numeric' | 'email' | 'url' | 'search';
  spellcheck?: boolean;
  required?: boolean;
  placeholder?: string;
  /** How many letters can be sent. */
  most?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  list?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
};

export function TextField({
  label,
  labelHidden,
  hint,
  error,
  value,
  most,
  onInput,
  ...rest
}: Props) {
  const over = most === undefined ? null : tooLong(value, most);
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={over ?? error}>
      {ids => (
        <input
          class="input"
          {...(rest as object)}
          {...ids}
          value={value}
          onInput={event => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
