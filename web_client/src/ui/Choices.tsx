/** Cards to choose from: one (press it again to take it back) or many. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Tick } from './icons';
import './Choices.css';

export type Option = {
  key: string;
  say: string;
  more?: string | null;
  picture?: ComponentChildren;
};
type Look = {
  legend: string;
  legendHidden?: boolean;
  hint?: string | null;
  options: Option[];
  /** Side by side where there is room. */
  inRow?: boolean;
  disabled?: boolean;
};
type OneProps = Look & {
  value: string | null;
  onChoose: (key: string | null) => void;
  required?: boolean;
};
type ManyProps = Look & { values: string[]; onChoose: (keys: string[]) => void };

export function Choices({ value, onChoose, required, ...look }: OneProps) {
  const name = useId();
  return (
    <Group {...look}>
      {option => (
        <Choice
          key={option.key}
          type="radio"
          name={name}
          option={option}
          checked={option.key === value}
          disabled={look.disabled}
          onChange={() => onChoose(option.key)}
          onTakeBack={required ? undefined : () => onChoose(null)}
        />
      )}
    </Group>
  );
}

export function ManyChoices({ values, onChoose, ...look }: ManyProps) {
  return (
    <Group {...look}>
      {option => (
        <Choice
          key={option.key}
          type="checkbox"
          option={option}
          checked={values.includes(option.key)}
          disabled={look.disabled}
          onChange={checked =>
            onChoose(
              look.options
                .map(one => one.key)
                .filter(key => (key === option.key ? checked : values.includes(key))),
            )
          }
        />
      )}
    </Group>
  );
}

function Group({
  legend,
  legendHidden,
  hint,
  options,
  inRow,
  children,
}: Look & { children: (option: Option) => ComponentChildren }) {
  const id = useId();
  return (
    <fieldset class="choices" aria-describedby={hint ? id : undefined}>
      <legend class={legendHidden ? 'visually-hidden' : 'choices__legend'}>{legend}</legend>
      {hint && (
        <p id={id} class="choices__hint">
          {hint}
        </p>
      )}
      <div class={inRow ? 'choices__cards choices__cards--row' : 'choices__cards'}>
        {options.map(children)}
      </div>
    </fieldset>
  );
}

type ChoiceProps = {
  type: 'radio' | 'checkbox';
  name?: string;
  option: Option;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
  onTakeBack?: () => void;
};

function Choice({ type, name, option, checked, disabled, onChange, onTakeBack }: ChoiceProps) {
  return (
    <label class="choice" data-chosen={checked || undefined}>
      <input
        type={type}
        name={name}
        value={option.key}
        checked={checked}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
        onClick={() => checked && type === 'radio' && onTakeBack?.()}
      />
      {option.picture && (
        <span class="choice__picture" aria-hidden="true">
          {option.picture}
        </span>
      )}
      <span class="choice__words">
        <span class="choice__say">{option.say}</span>
        {option.more && <span class="choice__more">{option.more}</span>}
      </span>
      <span class={`choice__mark choice__mark--${type}`} aria-hidden="true">
        {checked && <Tick />}
      </span>
    </label>
  );
}
