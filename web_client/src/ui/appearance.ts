/** How it looks for this person on this device: text, spacing, typeface, colours, motion. */
import { effect, signal } from '@preact/signals';
import { readOnDevice, writeOnDevice } from '../on_device';

export type Appearance = {
  text: 'normal' | 'large' | 'larger' | 'largest';
  spacing: 'normal' | 'wide';
  font: 'normal' | 'dyslexia';
  theme: 'device' | 'light' | 'dark';
  contrast: 'normal' | 'strong';
  motion: 'device' | 'calm';
};
const USUAL: Appearance = {
  text: 'normal',
  spacing: 'normal',
  font: 'normal',
  theme: 'device',
  contrast: 'normal',
  motion: 'device',
};
const WHERE = 'appearance';

export const appearance = signal<Appearance>({ ...USUAL, ...read() });

/** Puts it on the page now and whenever it changes, here or on the device. */
export function applyAppearance(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { text, spacing, font, theme, contrast, motion } = appearance.value;
    const root = document.documentElement.dataset;
    Object.assign(root, { text, spacing, font, contrast, motion });
    root.theme = theme === 'device' ? (dark.matches ? 'dark' : 'light') : theme;
    const paper = root.theme === 'dark' ? '#19161d' : '#fbf6ee';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
    if (font === 'dyslexia') import('./theme/dyslexia.css');
  };
  effect(apply);
  dark.addEventListener('change', apply);
}

export function changeAppearance(change: Partial<Appearance>): void {
  appearance.value = { ...appearance.value, ...change };
  keepAppearance();
}

/** Signing out clears the device; how it looks says nothing about anyone and is put back. */
export function keepAppearance(): void {
  writeOnDevice(WHERE, JSON.stringify(appearance.value));
}

function read(): Partial<Appearance> {
  try {
    return JSON.parse(readOnDevice(WHERE) ?? '{}');
  } catch {
    return {};
  }
}
