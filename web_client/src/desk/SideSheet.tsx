/** A sheet beside the page, for the source of a line: the page stays in sight on a desk. */
import type { ComponentChildren } from 'preact';
import { Dialog } from '../ui';
import './SideSheet.css';

type Props = { title: string; open: boolean; onClose: () => void; children: ComponentChildren };

export function SideSheet(props: Props) {
  return <Dialog {...props} class="side-sheet no-print" />;
}
