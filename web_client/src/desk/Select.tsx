/** One of many, chosen from a list that folds away. */
import { useId } from 'preact/hooks';

type Props = {
  label: string;
  hint?: string | null;
  error?: string | null | undefined;
  value: string;
  options: [string, string][];
  onChange: (value: string) => void;
};

export function Select({ label, hint, error, value, options, onChange }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        class="input"
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {options.map(([key, say]) => (
          <option key={key} value={key}>
            {say}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-error`} class="field__error">
          {error}
        </p>
      )}
    </div>
  );
}
