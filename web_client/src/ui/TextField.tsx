/** One line of text. */
import { Field, type FieldProps } from './Field';

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
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  step?: string | number;
  list?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
};

export function TextField({ label, labelHidden, hint, error, value, onInput, ...rest }: Props) {
  return (
    <Field label={label} labelHidden={labelHidden} hint={hint} error={error}>
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
