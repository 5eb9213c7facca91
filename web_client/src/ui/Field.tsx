/** Label, hint and error around a control, tied together for a screen reader. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Field.css';

export type FieldProps = {
  label: string;
  /** Keeps the label for screen readers when the page's heading already says it. */
  labelHidden?: boolean;
  hint?: string | null;
  error?: string | null;
};
type Ids = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

export function Field({
  label,
  labelHidden,
  hint,
  error,
  children,
}: FieldProps & { children: (ids: Ids) => ComponentChildren }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={labelHidden ? 'visually-hidden' : 'field__label'}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="field__hint">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <p id={`${id}-error`} class="field__error">
          {error}
        </p>
      )}
    </div>
  );
}
