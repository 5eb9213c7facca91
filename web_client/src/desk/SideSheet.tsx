/** A sheet beside the page, for the source of a line: the page stays in sight on a desk. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { icons } from '../ui';
import { t } from '../words';
import './SideSheet.css';

type Props = { title: string; open: boolean; onClose: () => void; children: ComponentChildren };

export function SideSheet({ title, open, onClose, children }: Props) {
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
      class="side-sheet no-print"
      aria-labelledby={id}
      onClose={onClose}
      onClick={event => event.target === box.current && onClose()}
    >
      {open && (
        <div class="side-sheet__sheet">
          <div class="side-sheet__head">
            <h2 id={id}>{title}</h2>
            <button type="button" class="side-sheet__close" onClick={onClose}>
              <icons.Leave />
              <span class="visually-hidden">{t('Close')}</span>
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
