/** A window over the page, under the two ways out; Escape, the button and a tap outside close it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../words';
import { Leave } from './icons';
import { WaysOut } from './WaysOut';
import './Dialog.css';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
  /** Where it stands, when not in the middle. */
  class?: string;
};

export function Dialog({ title, open, onClose, children, class: where = '' }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return;
    if (!open) return dialog.close?.();
    dialog.showModal?.();
    close.current?.focus();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={box}
      class={`dialog ${where}`}
      aria-labelledby={id}
      onClose={onClose}
      onClick={event => event.target === box.current && onClose()}
    >
      {open && (
        <>
          <div class="page__bar dialog__bar">
            <WaysOut />
          </div>
          <div class="dialog__sheet">
            <div class="dialog__head">
              <h2 id={id}>{title}</h2>
              <button ref={close} type="button" class="dialog__close" onClick={onClose}>
                <Leave />
                <span class="visually-hidden">{t('Close')}</span>
              </button>
            </div>
            {children}
          </div>
        </>
      )}
    </dialog>
  );
}
