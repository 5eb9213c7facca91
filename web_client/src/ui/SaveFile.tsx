/** A file is fetched and handed to the device; what stands in its way is said on the page, not in a broken file. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { Button, type ButtonKind } from './Button';
import { ProblemNotice } from './ProblemNotice';

type Props = {
  /** What the file is called; it says nothing about whose it is, or what is in it. */
  name: string;
  get: () => Promise<Blob>;
  kind?: ButtonKind;
  children: ComponentChildren;
};

export function SaveFile({ name, get, kind, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function take() {
    setBusy(true);
    setProblem(null);
    await get().then(
      file => saveFile(name, file),
      error => setProblem(asProblem(error)),
    );
    setBusy(false);
  }
  return (
    <>
      <Button kind={kind} busy={busy} onClick={() => void take()}>
        {children}
      </Button>
      {problem && <ProblemNotice problem={problem} onRetry={() => void take()} />}
    </>
  );
}

/** Some browsers read the file a little later than they are told to. */
const READ_MS = 10_000;

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
