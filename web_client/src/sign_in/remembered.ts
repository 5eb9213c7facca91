/** A sign-in name kept on a person's own device, only because they asked for it. */
const WHERE = 'sign_in_name';

export function rememberedName(): string | null {
  try {
    return localStorage.getItem(WHERE);
  } catch {
    return null;
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(WHERE, name);
  } catch {
    // Then it is typed again next time.
  }
}

export function forgetName(): void {
  try {
    localStorage.removeItem(WHERE);
  } catch {
    // There was nothing to forget.
  }
}
