/** A window over the page; on a phone it rises from below. Escape, the button and a tap outside close it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../words';
import { Leave } from './icons';
import './Dialog.css';

type Props = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
};

export function Dialog({ title, open, onClose, children, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal?.();
    else dialog.close?.();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={box}
      class={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={event => event.target === box.current && onClose()}
    >
      {open && (
        <div class="dialog__sheet">
          <div class="dialog__head">
            <h2 id={id}>{title}</h2>
            <button type="button" class="dialog__close" onClick={onClose}>
              <Leave />
              <span class="visually-hidden">{t('Close')}</span>
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
